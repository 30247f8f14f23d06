"""What can be claimed of an event: how values of it are compared, and whose own act it is."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from functools import cache
from pathlib import Path


class Kind(str, Enum):
    """How two values of an attribute are compared."""

    NUMBER = "number"
    DAY = "day"
    TRACK = "track"  # a legal word: the tracks that it may mean
    PLACE = "place"
    NAME = "name"
    ORGANISATION = "organisation"
    CODE = "code"


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """An attribute: ``act`` is ``giving``, ``receiving`` or empty; ``many`` values may be true at once.

    ``judged`` says that it is a question of law or of blame, which no party settles by saying so.
    """

    kind: Kind
    act: str = ""
    many: bool = False
    judged: bool = False


@cache
def attributes() -> Mapping[str, About]:
    """Every attribute by its code, as attributes.toml has it."""
    path = Path(__file__).with_name("attributes.toml")
    rows = tomllib.loads(path.read_text(encoding="utf-8"))
    return {code: About(**{**row, "kind": Kind(row["kind"])}) for code, row in rows.items()}
