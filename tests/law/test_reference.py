"""The reference pages say what the code does."""

from __future__ import annotations

from pathlib import Path

import pytest

from dedere.law.coverage import page
from dedere.law.kinds import KINDS
from dedere.law.library import library
from dedere.law.reference import pages

CASES = Path(__file__).parents[1] / "cases"
REFERENCE = Path(__file__).parents[2] / "docs" / "reference"
FOLDER = Path(__file__).parents[2] / "src" / "dedere" / "law" / "kinds"


@pytest.mark.parametrize("name", sorted(set(pages()) - {"treaties.md"}))
def test_a_page_is_that_of_this_code(name: str) -> None:
    told = (REFERENCE / name).read_text(encoding="utf-8")
    assert told == pages()[name], "run: python -m dedere.law.reference docs/reference"


def test_the_page_of_the_cases_is_that_of_their_files() -> None:
    told = (REFERENCE / "coverage.md").read_text(encoding="utf-8")
    assert told == page(library(), REFERENCE, CASES), "run: python -m dedere.law.reference docs/reference"


def test_every_kind_has_one_section_and_one_file() -> None:
    text = pages()["clauses.md"]
    files = {path.stem.replace("_", "-") for path in FOLDER.glob("*.py")} - {"kind", "--init--"}
    assert files == set(KINDS)
    assert all(text.count(f"## `{kind}`\n") == 1 for kind in KINDS)
