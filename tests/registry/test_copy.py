"""A copy of the ledger, as a file, is what the verifier reads, whoever wrote the ledger."""

from pathlib import Path

import pytest

from dedere.registry import journal
from dedere.registry.copy import export
from dedere.seal import verifier
from registry.lines import notes

pytestmark = pytest.mark.django_db


def test_a_copy_verifies_to_the_head_of_the_journal(tmp_path: Path) -> None:
    journal.append("MX-2025-0001", notes(1, 5), expected=0)
    path = tmp_path / "copy"
    path.write_text("".join(export(journal.lines(), {}, ())), encoding="utf-8")
    assert verifier.verify(path) == journal.head()


def test_the_copy_of_an_empty_journal_verifies(tmp_path: Path) -> None:
    path = tmp_path / "copy"
    path.write_text("".join(export(journal.lines(), {}, ())), encoding="utf-8")
    assert verifier.verify(path) == journal.head()
    assert journal.head().size == 0
