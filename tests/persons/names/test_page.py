"""What the page on names shows is what is known: every row of its tables holds."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from dedere.persons.names.indigenous import spellings, surnames
from dedere.persons.names.knowledge import variants
from dedere.persons.names.letters import mend, restore

PAGE = (Path(__file__).parents[3] / "docs" / "explanation" / "names-as-they-are.md").read_text(
    encoding="utf-8"
)
STAND_FOR = re.findall(r"^\| `([^`]+)` \| (.+) \| ([a-z]+) \|$", PAGE, re.MULTILINE)
READ = re.findall(r"^\| `([^`]+)` \| `([^`]+)` \|$", PAGE, re.MULTILINE)


@pytest.mark.parametrize(("word", "names", "kind"), STAND_FOR)
def test_a_word_stands_for_the_names_shown_and_for_no_more(word: str, names: str, kind: str) -> None:
    known = [name for name, how in variants()[word] if how == kind]
    assert sorted(known) == sorted(re.findall(r"`([^`]+)`", names))


@pytest.mark.parametrize(("damaged", "name"), READ)
def test_damaged_letters_are_read_as_shown(damaged: str, name: str) -> None:
    assert restore(mend(damaged).upper()) == name


def test_the_tables_are_there_and_so_are_the_surnames_told_of() -> None:
    assert len(STAND_FOR) >= 12
    assert len(READ) >= 9
    assert {"UC", "KU", "EK", "PAT", "POOT", "XOCHIHUA", "IXCOY", "TZINTZUN"} <= surnames().keys()
    assert {"SOCHIHUA", "JOCHIHUA", "XOCHIGUA", "ISCOY", "ZINTZUN"} <= spellings().keys()
    assert abs(len(surnames()) - int(re.findall(r"about (\d+) such surnames", PAGE)[0])) <= 10
