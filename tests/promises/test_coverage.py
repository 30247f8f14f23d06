"""Every clause of every instrument is shown by cases: what it can come to, and at least three of them."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from dedere.law.coverage import FINDINGS, Covered, coverage, wanted
from dedere.law.library import library

CASES = Path(__file__).parents[1] / "cases"
PROVED = coverage(library(), CASES)


@pytest.mark.parametrize("instrument", PROVED)
def test_every_clause_is_met_and_not_met_and_unknown_in_some_case_or_runs_and_runs_out(
    instrument: str,
) -> None:
    lacking = {row.clause.id: row.lacking() for row in PROVED[instrument] if row.lacking()}
    assert lacking == {}, "write a case in tests/cases: docs/reference/coverage.md shows what is missing"


@pytest.mark.parametrize(
    ("instrument", "clause", "outcomes"),
    [
        ("us-mx-1978", "lapse-of-time", ("met", "not-met", "unknown")),
        ("us-mx-1978", "deferral", FINDINGS),
        ("us-mx-1978", "inchoate-offence", ("met", "unknown", "not-in-point")),
        ("us-mx-1978", "duty-to-extradite", ("met", "not-in-point")),
        ("us-mx-1978", "costs", ("met", "not-in-point")),
        ("us-mx-1978", "speciality-term", ("running", "stopped", "expired")),
        ("mx-lei-1975", "lei-35-removal", ("running", "paused", "stopped", "expired")),
    ],
)
def test_what_is_asked_of_a_clause_is_all_that_it_can_come_to(
    instrument: str, clause: str, outcomes: tuple[str, ...]
) -> None:
    assert wanted(library().clause(instrument, clause), library()) == outcomes


def test_a_clause_with_too_few_cases_says_what_it_lacks() -> None:
    clause = library().clause("us-mx-1978", "lapse-of-time")
    asked = wanted(clause, library())
    once = Counter([CASES / "one.toml"])
    assert Covered(clause=clause, wanted=asked, shown={"met": once}).lacking() == (
        "not-met",
        "unknown",
        "cases",
    )
    twice = {"met": once, "not-met": once, "unknown": once}
    assert Covered(clause=clause, wanted=asked, shown=twice).lacking() == ()
