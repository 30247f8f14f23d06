"""The example: 92 persons of three handovers, each with its sources, and nothing that no source says."""

from __future__ import annotations

import csv
import re
import shutil
import tomllib
from datetime import date
from pathlib import Path

import pytest

from dedere import clerk
from dedere.clerk.example import UnreadableExample, load, read_example
from dedere.docket.asked import casefile
from dedere.docket.entries import (
    Checked,
    GateMarked,
    GivenOver,
    GoDecided,
    HandedOver,
    HandoverReported,
    Identified,
)
from dedere.docket.handover import Handover, gates_of
from dedere.docket.stage import TrackKind
from dedere.law.assess import assess
from dedere.law.assurances.bars import bars
from dedere.law.assurances.cover import standing
from dedere.law.library import library
from dedere.registry import journal, published
from dedere.registry.models import CaseRow, JournalLine, PublishedSource
from dedere.registry.rebuild import rebuild

pytestmark = pytest.mark.django_db
FOLDER = Path(__file__).parents[2] / "examples" / "mexico-2025"
FIRST, SECOND, THIRD = "H-2025-0001", "H-2025-0002", "H-2026-0001"


def rows(name: str) -> list[dict[str, str]]:
    with (FOLDER / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="module")
def loaded(django_db_setup: None, django_db_blocker: object) -> object:
    """Load it once for all the tests that only look."""
    from django.db import transaction

    with django_db_blocker.unblock(), transaction.atomic():
        yield load(read_example(FOLDER))
        transaction.set_rollback(True)


def gate(handover: Handover, name: str) -> list[tuple[str, str]]:
    cases = clerk.cases(person.case for person in handover.active)
    return [
        (each.state, each.why)
        for person in handover.active
        for each in gates_of(handover, person, cases)
        if each.gate == name
    ]


def test_the_files_hold_92_persons_29_26_and_37() -> None:
    example = read_example(FOLDER)
    assert [len(each.persons) for each in example.handovers] == [29, 26, 37]
    assert len({person.id for each in example.handovers for person in each.persons}) == 92


def test_a_name_that_is_not_established_stays_so() -> None:
    standing = {row["id"]: row["name_standing"] for row in rows("persons.csv")}
    assert [id for id, said in standing.items() if said == "surname-not-established"] == [
        "P1-26",
        "P1-27",
        "P1-28",
        "P1-29",
    ]
    assert sum(said == "not-established" for said in standing.values()) == 17


def test_every_row_names_a_source_that_is_listed() -> None:
    known = {row["id"] for row in rows("sources.csv")}
    for name in ("persons.csv", "charges.csv"):
        for row in rows(name):
            assert row["sources"], row
            assert set(row["sources"].split()) <= known, row
    for name in ("name_variants.csv", "stages.csv"):
        assert {row["source"] for row in rows(name)} <= known


def test_sources_carry_where_and_when_and_none_of_their_sentences() -> None:
    for row in rows("sources.csv"):
        assert set(row) == {"id", "outlet", "date", "language", "tier", "address"}
        assert row["address"].startswith("http")


def test_nobody_is_scored() -> None:
    columns = {column for path in FOLDER.glob("*.csv") for column in rows(path.name)[0]}
    assert not [column for column in columns if re.search("score|risk|danger|threat|guilt", column)]


def test_stages_are_counted_and_attributed_to_nobody() -> None:
    assert sum(int(row["persons"]) for row in rows("stages.csv")) == 29
    assert "person" not in rows("stages.csv")[0]


def test_nothing_is_dated_after_the_snapshot() -> None:
    told = tomllib.loads((FOLDER / "handovers.toml").read_text(encoding="utf-8"))
    assert max(row["date"] for row in rows("sources.csv")) <= told["snapshot"].isoformat()


def test_it_loads_three_handovers_and_92_cases(loaded: object) -> None:
    assert loaded.handovers == (FIRST, SECOND, THIRD)
    assert len(loaded.cases) == CaseRow.objects.count() == 92
    assert [len(clerk.handover(id).active) for id in loaded.handovers] == [29, 26, 37]
    assert published.count() == PublishedSource.objects.count() == len(rows("sources.csv"))


def test_the_chain_holds_and_the_worklists_are_what_the_journal_says(loaded: object) -> None:
    assert journal.verify()
    assert rebuild(write=False).differing == 0


def test_loading_again_changes_nothing(loaded: object) -> None:
    lines = JournalLine.objects.count()
    again = load(read_example(FOLDER))
    assert not again.fresh
    assert (again.handovers, again.cases) == (loaded.handovers, loaded.cases)
    assert JournalLine.objects.count() == lines


def test_the_first_is_planned_for_the_27th_and_the_others_are_done_and_locked(loaded: object) -> None:
    first, second, third = (clerk.handover(id) for id in loaded.handovers)
    assert (first.on, first.locked, first.under_way) == (date(2025, 2, 27), False, False)
    assert (second.on, second.locked) == (date(2025, 8, 12), True)
    assert (third.on, third.locked) == (date(2026, 1, 20), True)
    assert {person.holder for person in third.active} == {"US"}


def test_no_assurance_for_the_29_on_the_day_and_one_for_the_26_before_theirs(loaded: object) -> None:
    assert set(gate(clerk.handover(FIRST), "assurances")) == {("missing", "unmarked")}
    assert set(gate(clerk.handover(SECOND), "assurances")) == {("met", "undertaking-on-file")}
    assert set(gate(clerk.handover(THIRD), "assurances")) == {("met", "undertaking-on-file")}


def test_later_undertakings_stand_on_the_cases_with_day_giver_and_sources(loaded: object) -> None:
    first = {id: number for id, number in loaded.cases.items() if id.startswith("P1")}
    given = {id: clerk.case(number).undertakings for id, number in first.items()}
    assert {id: len(all) for id, all in given.items() if len(all) != 1} == {
        "P1-01": 2,
        "P1-02": 2,
        "P1-03": 2,
        "P1-04": 2,
    }
    assert all(each.giver and each.sources for all in given.values() for each in all)
    assert given["P1-01"][0].since.date() == date(2025, 8, 5)
    assert given["P1-03"][1].since.date() == date(2025, 9, 12)


def test_the_undertakings_of_the_29_came_after_the_fact_and_bring_in_no_article_of_the_treaty(
    loaded: object,
) -> None:
    for id in ("P1-01", "P1-03", "P1-29"):
        case = clerk.case(loaded.cases[id])
        (track,) = case.tracks
        told = casefile(case, track, date(2025, 2, 27))
        assert {standing(each, told.on) for each in told.assurances} == {"not-yet-given"}
        later = casefile(case, track, date(2025, 9, 12))
        found = assess(later, library())
        assert "us-mx-1978" not in {used.id for used in found.instruments}
        offered = {each.why for bar in bars(later, found) for each in bar.offered}
        assert offered <= {"person-not-known", "authority-not-shown"}
        assert "person-not-known" in offered
        assert ("authority-not-shown" in offered) is (id != "P1-29")


def test_the_stays_that_sources_report_stand(loaded: object) -> None:
    handover = clerk.handover(FIRST)
    stays = [state for state, why in gate(handover, "stays") if why == "stay-standing"]
    assert stays == ["missing", "missing"]
    assert [stay.id for stay in clerk.case(loaded.cases["P1-01"]).standing_stays] == ["amparo-2022"]


def test_the_route_is_the_national_security_law_and_never_the_treaty(loaded: object) -> None:
    for number in loaded.cases.values():
        (track,) = clerk.case(number).tracks
        assert (track.kind, track.basis, track.article) == (
            TrackKind.NATIONAL_SECURITY_TRANSFER,
            "mx-lsn-2005",
            "5",
        )


def test_no_act_is_invented_for_anybody(loaded: object) -> None:
    invented = (Identified, Checked, GivenOver, GoDecided, GateMarked)
    for id in loaded.handovers:
        lines = clerk.handover(id).lines
        assert not [line for line in lines if isinstance(line.entry, invented)]
        reported = [line for line in lines if isinstance(line.entry, HandoverReported)]
        assert all(line.sources and line.second for line in reported)
    for number in loaded.cases.values():
        for line in clerk.case(number).lines:
            assert line.sources, (number, line.entry.code)
            assert not line.simulated


def test_who_was_handed_over_is_so_from_sources_and_with_two_readers(loaded: object) -> None:
    over = [
        line
        for id, number in loaded.cases.items()
        for line in clerk.case(number).lines
        if isinstance(line.entry, HandedOver)
    ]
    assert len(over) == 26 + 37
    assert {(line.by, line.second) for line in over} == {("example", "example-sources")}


def test_charged_pleaded_and_convicted_stay_three_things(loaded: object) -> None:
    standing = {
        id: {charge.standing for charge in clerk.case(number).charges} for id, number in loaded.cases.items()
    }
    assert standing["P1-01"] == {"charged"}
    assert standing["P1-07"] == {"pleaded"}
    assert standing["P1-17"] == {"charged", "pleaded", "convicted"}
    assert standing["P1-26"] == {"charged"}
    assert standing["P3-37"] == set()


def test_a_folder_that_does_not_agree_with_itself_is_refused_with_place_and_remedy(tmp_path: Path) -> None:
    for change, said in (
        (("handovers.toml", "persons = 29", "persons = 30"), "30 persons are announced and 29 have a row"),
        (("stays.toml", '"ROY"', '"NOWHERE"'), "the source 'NOWHERE' is not listed"),
        (("undertakings.toml", "[[undertaking]]", "[[undertaking"), "undertakings.toml"),
    ):
        folder = tmp_path / said[:8].replace(" ", "-")
        shutil.copytree(FOLDER, folder)
        name, before, after = change
        path = folder / name
        path.write_text(path.read_text(encoding="utf-8").replace(before, after, 1), encoding="utf-8")
        with pytest.raises(UnreadableExample, match=re.escape(said)) as refused:
            read_example(folder)
        assert refused.value.remedy


def test_a_folder_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnreadableExample, match="name the example's folder"):
        read_example(tmp_path / "nowhere")
