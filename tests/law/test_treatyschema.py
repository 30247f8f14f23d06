"""The schema for editors accepts what the reader accepts, and refuses the same unknown keys and kinds."""

from __future__ import annotations

import copy
import json
import tomllib
from collections.abc import Callable, Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from dedere.law.kinds import KINDS
from dedere.law.library import PACKAGED, UnreadableTreaty, library
from dedere.law.shelf import Written
from dedere.law.table import Table
from dedere.law.written import read_parsed

from .agreed import FILES

REFERENCE = Path(__file__).parents[2] / "docs" / "reference"
Rows = dict[str, Any]


@cache
def schema(name: str) -> Draft202012Validator:
    return Draft202012Validator(json.loads((REFERENCE / f"{name}.schema.json").read_text(encoding="utf-8")))


def as_json(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: as_json(each) for key, each in value.items()}
    if isinstance(value, list):
        return [as_json(each) for each in value]
    return value.isoformat() if isinstance(value, date) else value


def shipped(name: str) -> list[Any]:
    files = sorted(PACKAGED.glob(f"*/{name}.toml"))
    own = [(key, text) for key, text in FILES.items() if key.endswith(f"{name}.toml")]
    return [
        *(pytest.param(path.read_text(encoding="utf-8"), id=path.parent.name) for path in files),
        *(pytest.param(text, id=key) for key, text in own),
    ]


@pytest.mark.parametrize("text", shipped("instrument"))
def test_every_instrument_is_what_the_schema_says(text: str) -> None:
    schema("treaty").validate(as_json(tomllib.loads(text)))


@pytest.mark.parametrize("text", shipped("parties"))
def test_every_list_of_parties_is_what_the_schema_says(text: str) -> None:
    schema("parties").validate(as_json(tomllib.loads(text)))


def changes(rows: Rows) -> Iterator[tuple[str, Callable[[Rows], Any]]]:
    yield "an unknown key at the head", lambda each: each.update(surprise=1)
    yield "an unknown layer", lambda each: each.update(layer="custom")
    yield "no id", lambda each: each.pop("id")
    for place in range(0, len(rows["clause"]), 7):
        yield f"clause {place}: an unknown key", lambda each, at=place: each["clause"][at].update(surprise=1)
        yield f"clause {place}: an unknown kind", lambda each, at=place: each["clause"][at].update(kind="x")
        yield f"clause {place}: no article", lambda each, at=place: each["clause"][at].pop("article")
        yield f"clause {place}: no Spanish", lambda each, at=place: each["clause"][at]["text"].pop("es")
        yield f"clause {place}: a wrong fact", lambda each, at=place: each["clause"][at].update(when="x")


def accepts(rows: Rows, name: str) -> bool:
    table = Table(name, rows, UnreadableTreaty)
    try:
        read_parsed(table, Written(where=name, raw=b"", parties=library().written[name].parties), library())
    except UnreadableTreaty:
        return False
    return True


@pytest.mark.parametrize("name", library().instruments)
def test_what_the_reader_refuses_as_unknown_the_schema_refuses_too(name: str) -> None:
    rows = tomllib.loads(library().written[name].raw.decode())
    for what, change in changes(rows):
        changed = copy.deepcopy(rows)
        change(changed)
        assert not accepts(copy.deepcopy(changed), name), what
        assert not schema("treaty").is_valid(as_json(changed)), what


def test_every_kind_has_its_own_part() -> None:
    defined = json.loads((REFERENCE / "treaty.schema.json").read_text(encoding="utf-8"))["$defs"]
    assert set(KINDS) <= set(defined)
    for code, kind in KINDS.items():
        assert set(kind.values) <= set(defined[code]["properties"])
