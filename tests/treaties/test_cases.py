"""The case files are what a lawyer would keep: each cites a source, and the eight public ones are here."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from dedere.law.kinds import KINDS
from dedere.law.library import library
from dedere.law.readcase import case_files, read_cases

FOLDER = Path(__file__).parents[1] / "cases"
FILES = case_files(FOLDER)
PUBLIC = (
    "alvarez-machain-1992",
    "guzman-loera-2022",
    "cruz-martinez-2016",
    "allen-v-schultz-1983",
    "life-without-parole-2003",
    "life-without-parole-2005",
    "del-toro-1997-before-assurance",
    "arellano-felix-2006",
    "the-29-of-27-february-2025",
)
FINDINGS = {"met", "not-met", "unknown"}
HEART = {  # clauses of which a case meets, fails and leaves unknown
    "us-mx-1978": ("1(2)", "2(1)", "2(2)", "3", "5(1)", "6", "7", "8", "9(1)", "10(3), 10(4)", "17(1)"),
    "mx-lei-1975": ("10", "14"),
    "mx-constitution": ("22",),
    "mx-amparo": ("126",),
    "us-mx-1976": ("II(3)", "IV"),
}


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_a_case_cites_its_source_and_is_titled_in_two_languages(path: Path) -> None:
    for case, _ in read_cases(path):
        assert case.source
        assert set(case.title) == {"en", "es"}
        assert case.title["en"] != case.title["es"]


def test_a_file_of_one_case_is_named_by_its_id() -> None:
    alone = {path.stem: read_cases(path) for path in FOLDER.glob("*.toml")}
    assert [name for name, cases in alone.items() if [case.id for case, _ in cases] != [name]] == []


def test_no_two_cases_have_one_id() -> None:
    times = Counter(case.id for path in FILES for case, _ in read_cases(path))
    assert [name for name, many in times.items() if many > 1] == []


def test_each_finding_and_reading_expected_of_an_instrument_names_its_place() -> None:
    loose = [
        f"{path.parent.name}/{path.stem}: {case.id}"
        for path in FILES
        if path.parent != FOLDER
        for case, wanted in read_cases(path)
        if not all(each.article or each.clause or each.rule for each in wanted if each.finding or each.state)
    ]
    assert loose == []


def test_every_public_case_is_here() -> None:
    assert [name for name in PUBLIC if not (FOLDER / f"{name}.toml").exists()] == []


def test_the_heart_clauses_are_tried_met_not_met_and_unknown() -> None:
    tried: dict[tuple[str, str], set[str]] = {}
    for path in FILES:
        for _, expected in read_cases(path):
            for each in expected:
                tried.setdefault((each.instrument, each.article), set()).add(each.finding)
    for instrument, articles in HEART.items():
        for article in articles:
            found = set().union(*(tried.get((instrument, part), set()) for part in article.split(", ")))
            assert found >= FINDINGS, f"{instrument} {article}: {sorted(found)}"


def test_every_kind_that_an_instrument_uses_is_expected_of_in_a_case() -> None:
    expected = {
        (each.instrument, part)
        for path in FILES
        for _, wanted in read_cases(path)
        for each in wanted
        for part in (each.article, each.clause)
    }
    tried = {
        clause.kind
        for instrument in library().instruments.values()
        for clause in instrument.clauses
        for part in (*clause.citation.article.split(", "), clause.id)
        if (instrument.id, part) in expected
    }
    used = {clause.kind for each in library().instruments.values() for clause in each.clauses}
    assert used <= set(KINDS)
    assert sorted(used - tried - {"clock"}) == []


def test_every_clock_is_read_in_a_case() -> None:
    read = {each.rule for path in FILES for _, wanted in read_cases(path) for each in wanted}
    rules = {
        clause.clock.rule
        for instrument in library().instruments.values()
        for clause in instrument.clauses
        if clause.clock
    }
    assert sorted(rules - read) == []
