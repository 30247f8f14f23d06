"""The ties of the example: each with a source and what it rests on, and nothing proved that is only said."""

from __future__ import annotations

import csv
import re
from pathlib import Path

from dedere.links.kinds import KINDS, Basis, Nature

FOLDER = Path(__file__).parents[2] / "examples" / "mexico-2025"
PARTIES = ("persons.csv", "organisations.csv", "other_persons.csv")


def rows(name: str) -> list[dict[str, str]]:
    with (FOLDER / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_every_party_has_one_id() -> None:
    ids = [row["id"] for name in PARTIES for row in rows(name)]
    assert len(ids) == len(set(ids))


def test_every_tie_joins_two_parties_that_have_a_row() -> None:
    known = {row["id"] for name in PARTIES for row in rows(name)}
    for row in rows("ties.csv"):
        assert {row["from"], row["to"]} <= known, row
        assert row["from"] != row["to"], row


def test_every_tie_and_party_names_sources_that_are_listed() -> None:
    known = {row["id"] for row in rows("sources.csv")}
    for name in ("ties.csv", "organisations.csv", "other_persons.csv"):
        for row in rows(name):
            assert row["sources"], row
            assert set(row["sources"].split()) <= known, row


def test_kinds_bases_and_days_are_of_the_lists() -> None:
    for row in rows("ties.csv"):
        assert row["kind"] in KINDS, row
        assert row["basis"] in {basis.value for basis in Basis}, row
        assert all(re.fullmatch(r"(\d{4}(-\d\d){0,2})?", row[day]) for day in ("since", "until")), row


def test_what_is_proved_names_the_judgment_or_the_plea() -> None:
    proved = [row["note"] for row in rows("ties.csv") if row["basis"] == Basis.PROVED]
    assert len(proved) == 5
    assert all("a judgment in Mexico" in note or "admitted in a plea" in note for note in proved)


def test_testimony_is_not_proof() -> None:
    told = [row for row in rows("ties.csv") if "testimony" in row["note"]]
    assert [row["basis"] for row in told] == [Basis.REPORTED]


def test_no_kin_counts_since_no_source_at_hand_alleges_an_offence_with_them() -> None:
    kin = [row for row in rows("ties.csv") if KINDS[row["kind"]].nature is Nature.KIN]
    assert len(kin) == 14
    assert {row["joint_offence"] for row in kin} == {""}


def test_nobody_without_a_name_or_an_alleged_organisation_is_tied_to_one() -> None:
    organisations = {row["id"] for row in rows("organisations.csv")}
    tied = {row["from"] for row in rows("ties.csv") if row["to"] in organisations}
    told = {
        row["id"] for row in rows("persons.csv") if row["organisation_alleged"] not in ("", "none alleged")
    }
    assert told == {id for id in tied if id.startswith("P")}
