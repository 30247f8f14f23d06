"""Every case with a known outcome is assessed, and each thing that it expects is checked."""

from __future__ import annotations

from pathlib import Path

import pytest

from dedere.law.assess import assess
from dedere.law.casefile import CaseFile
from dedere.law.expect import Expectation, failures
from dedere.law.library import PACKAGED, library
from dedere.law.readcase import case_files, read_cases

FILES = [
    *case_files(Path(__file__).parents[1] / "cases"),
    *sorted(PACKAGED.glob("*/cases.toml")),
]
CASES = [
    pytest.param(case, expected, id=f"{path.parent.name}/{path.stem}:{case.id}")
    for path in FILES
    for case, expected in read_cases(path)
]


@pytest.mark.parametrize(("case", "expected"), CASES)
def test_a_case_comes_out_as_its_outcome_says(case: CaseFile, expected: tuple[Expectation, ...]) -> None:
    assessment = assess(case, library())
    assert [said for each in expected for said in failures(each, assessment)] == []


@pytest.mark.parametrize(("case", "expected"), CASES)
def test_a_case_expects_something(case: CaseFile, expected: tuple[Expectation, ...]) -> None:
    assert expected, f"{case.id} says no outcome"


def test_there_are_cases() -> None:
    assert len(CASES) >= 8
