"""An example's accords that cannot be read, or that the docket refuses, are named by their row."""

from __future__ import annotations

from pathlib import Path

import pytest

import dedere
from dedere.clerk.example import UnreadableExample, keep_accords, read_example
from dedere.registry.models import AccordRow

pytestmark = pytest.mark.django_db
FOLDER = Path(dedere.__file__).parents[2] / "examples" / "mexico-2025"
TABLES = ("accords", "accounts", "positions", "evidence", "signatures")


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    """The example's tables of accords, to be changed."""
    for name in TABLES:
        text = (FOLDER / f"{name}.csv").read_text(encoding="utf-8")
        (tmp_path / f"{name}.csv").write_text(text, encoding="utf-8")
    return tmp_path


def adds(folder: Path, row: str) -> None:
    with (folder / "positions.csv").open("a", encoding="utf-8") as file:
        file.write(f"{row}\n")


def test_a_folder_without_accords_has_none(tmp_path: Path) -> None:
    assert keep_accords(tmp_path, read_example(FOLDER)) is None


def test_a_row_that_names_no_accord_is_named(copied: Path) -> None:
    adds(copied, "K-99,US,kept,2025-01-01,x,x,DOJ-0227")
    with pytest.raises(UnreadableExample, match="K-99: accords"):
        keep_accords(copied, read_example(FOLDER))


def test_what_the_docket_refuses_is_named_with_its_row_and_nothing_is_filed(copied: Path) -> None:
    adds(copied, "K-18,US,perhaps,2025-04-04,x,x,DOJ-0227")
    with pytest.raises(UnreadableExample, match="K-18: the docket refuses it: content-not-a-choice"):
        keep_accords(copied, read_example(FOLDER))
    assert not AccordRow.objects.exists()
