"""The walk leads through files that exist and are short; every kind of clause has a page and a case."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from dedere.law.kinds import KINDS
from dedere.law.library import library
from dedere.law.readcase import case_files, read_expectations

ROOT = Path(__file__).parents[2]
WALK = ROOT / "docs" / "walk.md"
STOPS = re.findall(r"`((?:src|tests|examples|docs)/[^`\s]+)`", WALK.read_text(encoding="utf-8"))


@pytest.mark.parametrize("stop", STOPS)
def test_the_walk_stops_at_files_that_exist_and_are_short(stop: str) -> None:
    path = ROOT / stop
    assert path.exists(), f"{stop} has moved: mend docs/walk.md"
    if path.is_file():
        assert len(path.read_text(encoding="utf-8").splitlines()) <= 150


def test_the_walk_goes_somewhere() -> None:
    assert len(STOPS) >= 8


def test_links_between_pages_lead_to_files() -> None:
    pages = [ROOT / name for name in ("README.md", "CONTRIBUTING.md", "SECURITY.md")] + sorted(
        (ROOT / "docs").rglob("*.md")
    )
    broken = [
        f"{page.relative_to(ROOT)} → {link}"
        for page in pages
        for link in re.findall(r"\]\((?!https?:|mailto:|#)([^)#\s]+)", page.read_text(encoding="utf-8"))
        if not (page.parent / link).exists()
    ]
    assert broken == []


def test_every_kind_of_clause_has_its_section() -> None:
    text = (ROOT / "docs" / "reference" / "clauses.md").read_text(encoding="utf-8")
    assert [kind for kind in KINDS if f"`{kind}`" not in text] == []


def test_every_kind_in_an_instrument_has_a_case_that_expects_something_of_it() -> None:
    kinds = {
        (instrument.id, clause.citation.article): clause.kind
        for instrument in library().instruments.values()
        for clause in instrument.clauses
    }
    expected = set()
    for path in case_files(ROOT / "tests" / "cases"):
        for expectation in read_expectations(path):
            expected.add(kinds.get((expectation.instrument, expectation.article)))
    used = {kind for kind in kinds.values() if kind != "clock"}
    assert sorted(used - expected) == []
