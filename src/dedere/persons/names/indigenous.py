"""Indigenous surnames: how they are spelled, and which records to measure apart; never evidence."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType

from dedere.persons.names.tables import UnreadableKnowledge, phrase

FAMILIES = (
    "nahua",
    "mayan-yucatan",
    "mayan-guatemala",
    "mayan-chiapas",
    "purepecha",
    "cahita",
    "zapotec",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Surname:
    """A surname, the families of languages it comes from, and other spellings in which it is recorded."""

    surname: str
    families: tuple[str, ...]
    spellings: tuple[str, ...]


@cache
def surnames() -> Mapping[str, Surname]:
    """The surnames that ship with the project (``indigenous.tsv``), by surname."""
    return read_surnames(Path(__file__).with_name("indigenous.tsv"))


@cache
def spellings() -> Mapping[str, str]:
    """The surname that another spelling stands for."""
    return MappingProxyType({each: row.surname for row in surnames().values() for each in row.spellings})


def read_surnames(path: Path) -> Mapping[str, Surname]:
    """Read a file of surnames; UnreadableKnowledge at the first line that cannot be read as it stands."""
    found: dict[str, Surname] = {}
    seen: dict[str, str] = {}
    for where, row in _rows(path):
        for word in (row.surname, *row.spellings):
            if word in seen:
                raise UnreadableKnowledge(
                    where=where,
                    what=f"{word!r} stands already in the line of {seen[word]!r}",
                    remedy="keep it in one line, or in neither if it may be both",
                )
            seen[word] = row.surname
        found[row.surname] = row
    return MappingProxyType(found)


def _rows(path: Path) -> Iterator[tuple[str, Surname]]:
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if line.startswith("#"):
            continue
        where = f"{path.name}:{number}"
        cells = line.split("\t")
        if len(cells) != 3:
            raise UnreadableKnowledge(
                where=where, what=f"{len(cells)} columns", remedy="write three, with a tab between each two"
            )
        surname, families, spelt = cells
        yield (
            where,
            Surname(
                surname=phrase(where, surname),
                families=tuple(_family(where, each) for each in families.split(" ")),
                spellings=tuple(phrase(where, each) for each in spelt.split()),
            ),
        )


def _family(where: str, code: str) -> str:
    if code not in FAMILIES:
        raise UnreadableKnowledge(
            where=where, what=f"{code!r} is no family here", remedy="write one of " + ", ".join(FAMILIES)
        )
    return code
