"""A disclosure: the records behind what both have and no others, by one act that names its officer."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any

import polars as pl
import pytest

from dedere.persons.apart.disclosure import (
    FIELDS,
    Disclosed,
    Disclosure,
    UnreadableDisclosure,
    disclosed,
    met,
    read_disclosure,
    unborne,
)
from persons.apart.test_sitting import TERMS

FOUND = pl.DataFrame(
    {
        "key": ["curp|INVENTED-1", "two-names-date|ARSE+BRITO|1980-03-05"],
        "ids": [["w3"], ["w3", "w1"]],
        "token": ["bb" * 16, "aa" * 16],
    }
)
KEYS = dict(FOUND.select("token", "key").iter_rows())


def row(id: str, given: str) -> dict[str, object]:
    blank: dict[str, object] = dict.fromkeys(FIELDS)
    return blank | {"id": id, "given": given, "aliases": [], "year": 1980, "month": 3, "day": 5}


ROLL = pl.DataFrame([row("w1", "LÍA"), row("w2", "EVA"), row("w3", "ANA")])


def act(records: tuple[Disclosed, ...], terms: str = TERMS.digest) -> bytes:
    at = datetime(2026, 11, 24, 12, tzinfo=UTC)
    made = Disclosure(
        state="US", by="bruno", at=at, reason="found apart", terms=terms, after="f" * 64, records=records
    )
    return made.as_bytes()


def record(name: str, *tokens: str) -> Disclosed:
    return Disclosed(name=name, tokens=tokens, row=dict.fromkeys(FIELDS))


def test_only_records_behind_what_both_have_are_disclosed_and_under_a_name_of_the_session() -> None:
    records, names = disclosed("US", FOUND, ROLL, withheld=())
    assert [(each.name, each.row["given"]) for each in records] == [("US-1", "LÍA"), ("US-2", "ANA")]
    assert records[1].tokens == ("aa" * 16, "bb" * 16)
    assert names == {"US-1": "w1", "US-2": "w3"}
    assert "id" not in records[0].row


def test_an_officer_may_withhold_a_record() -> None:
    records, names = disclosed("US", FOUND, ROLL, withheld={"w1"})
    assert names == {"US-1": "w3"}
    assert [each.row["given"] for each in records] == ["ANA"]


def test_a_disclosure_is_read_as_it_was_made() -> None:
    records, _ = disclosed("US", FOUND, ROLL, withheld=())
    read = read_disclosure(act(records), TERMS, "f" * 64, "us.json")
    assert (read.by, read.reason, read.records) == ("bruno", "found apart", records)


def test_a_disclosure_that_is_changed_or_none_or_of_another_session_is_refused() -> None:
    sent = act(())
    with pytest.raises(UnreadableDisclosure, match=r"us\.json: .*damaged or was changed"):
        read_disclosure(sent.replace(b"bruno", b"bruna"), TERMS, "f" * 64, "us.json")
    with pytest.raises(UnreadableDisclosure, match="another comparison"):
        read_disclosure(act((), terms="0" * 64), TERMS, "f" * 64, "us.json")
    with pytest.raises(UnreadableDisclosure, match="another comparison"):
        read_disclosure(sent, TERMS, "0" * 64, "us.json")


def rewritten(change: Callable[[dict[str, Any]], object]) -> bytes:
    """A disclosure by somebody who can work out a digest."""
    plain = json.loads(act(disclosed("US", FOUND, ROLL, withheld=())[0]).split(b"\n")[0])
    change(plain)
    line = json.dumps(plain).encode() + b"\n"
    return line + sha256(line).hexdigest().encode()


@pytest.mark.parametrize(
    "change",
    [
        lambda plain: plain.clear(),
        lambda plain: plain.update(format="another"),
        lambda plain: plain.update(more=1),
        lambda plain: plain.update(by=1),
        lambda plain: plain.update(at="noon"),
        lambda plain: plain["records"].append(1),
        lambda plain: plain["records"][0].update(tokens=[["aa"]]),
        lambda plain: plain["records"][0].update(name="US-2"),
        lambda plain: plain["records"][0]["row"].pop("given"),
        lambda plain: plain["records"][0]["row"].update(year="long ago"),
        lambda plain: plain["records"][0]["row"].update(year=99999),
        lambda plain: plain["records"][0]["row"].update(aliases=[["x"]]),
    ],
)
def test_what_is_whole_but_no_disclosure_is_refused(change: Callable[[dict[str, Any]], object]) -> None:
    with pytest.raises(UnreadableDisclosure, match="no disclosure"):
        read_disclosure(rewritten(change), TERMS, "f" * 64, "us.json")


def test_records_that_share_a_key_meet_and_those_that_share_more_kinds_come_first() -> None:
    ours = [record("US-1", "aa" * 16), record("US-2", "aa" * 16, "bb" * 16)]
    theirs = [record("MX-1", "bb" * 16, "aa" * 16), record("MX-2")]
    pairs = [(each.ours.name, each.theirs.name, each.kinds) for each in met(ours, theirs, KEYS)]
    assert pairs == [("US-2", "MX-1", ("curp", "two-names-date")), ("US-1", "MX-1", ("two-names-date",))]


def test_a_record_that_does_not_bear_out_its_keys_is_named() -> None:
    theirs = [record("MX-1", "bb" * 16), record("MX-2", "aa" * 16), record("MX-3", "cc" * 16)]
    keyed = {"MX-1": {"curp|INVENTED-1"}, "MX-2": {"curp|INVENTED-1"}, "MX-3": {"curp|INVENTED-1"}}
    assert unborne(theirs, KEYS, keyed) == ["MX-2", "MX-3"]
