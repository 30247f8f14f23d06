"""The example's network is loaded with its cases, once."""

from __future__ import annotations

from pathlib import Path

import pytest

import dedere
from dedere.clerk.example import keep_ties, load, read_example
from dedere.clerk.network.load import Loaded
from dedere.registry import journal
from dedere.registry.models import PartyRow, TieRow
from dedere.words import Unreadable

pytestmark = pytest.mark.django_db
FOLDER = Path(dedere.__file__).parents[2] / "examples" / "mexico-2025"


def kept() -> Loaded:
    example = read_example(FOLDER)
    done = keep_ties(FOLDER, example, load(example), at=example.demonstration)
    assert isinstance(done, Loaded), done
    return done


def test_the_examples_network_is_loaded_once_and_its_persons_have_their_cases() -> None:
    row = kept().row
    assert (row.parties, row.ties) == (PartyRow.objects.count(), TieRow.objects.count()) == (147, 129)
    with_case = PartyRow.objects.exclude(case="")
    assert with_case.count() == 92
    assert all(party.id.startswith("P") for party in with_case)
    assert not kept().changes.any
    assert len(journal.read(row.number)) == 1


def test_a_folder_without_ties_has_no_network(tmp_path: Path) -> None:
    example = read_example(FOLDER)
    assert keep_ties(tmp_path, example, load(example), at=example.demonstration) is None


def test_a_missing_table_is_named(tmp_path: Path) -> None:
    (tmp_path / "ties.csv").write_text("from,to,kind\n", encoding="utf-8")
    example = read_example(FOLDER)
    with pytest.raises(Unreadable, match="ties"):
        keep_ties(tmp_path, example, load(example), at=example.demonstration)
