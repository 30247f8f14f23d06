"""Indigenous surnames keep their short forms and their spellings, and are used for no other end."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from dedere.persons.names.indigenous import FAMILIES, read_surnames, spellings, surnames
from dedere.persons.names.knowledge import by_role
from dedere.persons.names.tables import UnreadableKnowledge

PERSONS = Path(__file__).parents[3] / "src" / "dedere" / "persons"


@pytest.mark.parametrize("surname", ["UC", "KU", "EK", "BA", "US", "PAT", "POOT", "CANUL", "TLAPALE", "CAAL"])
def test_a_short_or_rare_surname_is_a_surname(surname: str) -> None:
    assert surname in surnames()


@pytest.mark.parametrize(
    ("written", "surname"),
    [
        ("SHOOL", "XOOL"),
        ("CAHUICH", "CAUICH"),
        ("SOCHIHUA", "XOCHIHUA"),
        ("XICOTENCATL", "XICOHTENCATL"),
        ("ZINTZUN", "TZINTZUN"),
        ("ISCOY", "IXCOY"),
        ("YOCUPISIO", "YOCUPICIO"),
    ],
)
def test_a_spelling_leads_to_its_surname(written: str, surname: str) -> None:
    assert spellings()[written] == surname


def test_every_family_has_surnames() -> None:
    assert {family for row in surnames().values() for family in row.families} == set(FAMILIES)


def test_a_spelling_is_no_surname_of_the_list_and_no_other_name() -> None:
    roles = by_role()
    assert spellings().keys() & surnames().keys() == set()
    assert spellings().keys() & roles.surname.keys() == set()
    assert spellings().keys() & roles.given.keys() == set()


def test_a_surname_that_is_a_nickname_too_is_marked() -> None:
    roles = by_role()
    assert surnames().keys() & roles.given.keys() - roles.also_surname == set()


def test_no_weight_rests_on_the_list() -> None:
    reads = re.compile(r"names\.indigenous|names import .*indigenous")
    weighing = ("comparing", "model", "matching.py", "lookup.py")
    found = [path for part in weighing for path in _modules(PERSONS / part)]
    assert [path.name for path in found if reads.search(path.read_text(encoding="utf-8"))] == []
    assert "no evidence" in (PERSONS / "names" / "indigenous.tsv").read_text(encoding="utf-8")


def _modules(place: Path) -> list[Path]:
    return sorted(place.rglob("*.py")) if place.is_dir() else [place] if place.exists() else []


@pytest.mark.parametrize(
    ("line", "complaint"),
    [
        ("TUN\tmayan-yucatan", "indigenous.tsv:2: 2 columns"),
        ("TUN\tmartian\t", "indigenous.tsv:2: 'martian' is no family here"),
        ("tun\tnahua\t", "indigenous.tsv:2: 'tun' has other letters"),
        ("TUN\tnahua\tUC", "indigenous.tsv:2: 'UC' stands already in the line of 'UC'"),
    ],
)
def test_a_bad_line_says_where_and_what(tmp_path: Path, line: str, complaint: str) -> None:
    path = tmp_path / "indigenous.tsv"
    path.write_text(f"UC\tmayan-yucatan\tHUC\n{line}\n", encoding="utf-8")
    with pytest.raises(UnreadableKnowledge) as told:
        read_surnames(path)
    assert complaint in str(told.value)
