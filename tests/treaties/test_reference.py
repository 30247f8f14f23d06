"""The page of what is encoded is current."""

from __future__ import annotations

from pathlib import Path

from dedere.law.inventory import inventory
from dedere.law.library import library

PAGE = Path(__file__).parents[2] / "docs" / "reference" / "treaties.md"


def test_the_page_says_what_the_files_say() -> None:
    now = "run: python -m dedere.law.reference docs/reference"
    assert PAGE.read_text(encoding="utf-8") == inventory(library()), now


def test_the_page_shows_every_clause_and_marks_each_unchecked_one() -> None:
    parts = inventory(library()).split("\n## `")
    for instrument in library().instruments.values():
        part = next(part for part in parts if part.startswith(f"{instrument.id}`"))
        rows = [row for row in part.splitlines() if row.startswith("|")]
        for clause in instrument.clauses:
            row = next(
                row
                for row in rows
                if f"`{clause.id}`" in row and row.startswith(f"| {clause.citation.article} |")
            )
            assert row.endswith("*unchecked* |") == (not clause.citation.checked)
