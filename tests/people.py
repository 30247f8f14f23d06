"""Invented people drawn for properties: what one record says, and the same record with more or less in it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np
from hypothesis import strategies as st
from numpy.typing import NDArray

from custody import search, table
from dedere.persons.comparing.record import ROW
from dedere.persons.comparing.steps import room
from dedere.persons.comparing.weigh import weigh
from dedere.persons.model.codes import SLOT_NAMES, STEPS
from dedere.persons.reading.strings import roll_of

# No two of them stand for one another, sound alike or are near.
GIVENS = ("JOSE", "TEODORO", "IGNACIO", "GUADALUPE", "FRANCISCO", "NIVARDO", "ALMA", "XOCHITL")
SURNAMES = ("HERNANDEZ", "QUINONES", "UC", "XOCHIHUA", "TELLO", "DELATORRE", "BARRAGAN", "KU")
DATES = (
    "",
    "1975",
    "1975-03",
    "1975-03-12",
    "1975-12-03",
    "1957-03-12",
    "1976-03-12",
    "1980-01-01",
    "2001-09-30",
)
CURPS = ("", "CORN820307HSRTMV07", "CORN820307HSRTMV15", "MAPA910101HSRLNB01")


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """What one record says of a person."""

    givens: tuple[str, ...]
    surnames: tuple[str, ...]
    born: str = ""
    sex: str = ""
    birth_state: str = ""
    curp: str = ""
    aliases: str = ""

    def row(self) -> Mapping[str, str]:
        """The record as a row of a file."""
        paternal, maternal = (*self.surnames, "", "")[:2]
        return {
            "given": " ".join(self.givens),
            "surname_1": paternal,
            "surname_2": maternal,
            **{name: getattr(self, name) for name in ("born", "sex", "birth_state", "curp", "aliases")},
        }

    def but(self, **said: object) -> Person:
        """The same with something said otherwise."""
        return replace(self, **said)  # type: ignore[arg-type]


def several(names: tuple[str, ...], least: int, most: int) -> st.SearchStrategy[tuple[str, ...]]:
    """Some of the names, each once."""
    return st.lists(st.sampled_from(names), min_size=least, max_size=most, unique=True).map(tuple)


people = st.builds(
    Person,
    givens=several(GIVENS, 1, 3),
    surnames=several(SURNAMES, 1, 2),
    born=st.sampled_from(DATES),
    sex=st.sampled_from(("", "M", "F")),
    birth_state=st.sampled_from(("", "SL", "JC")),
    curp=st.sampled_from(CURPS),
    aliases=st.sampled_from(("", "El Zurdo", "El Gato")),
)


class Weighed:
    """Records compared with each other by the model that ships, or another's weights."""

    def __init__(self, *persons: Person) -> None:
        rows = tuple({"id": str(at), **each.row()} for at, each in enumerate(persons))
        self._party = search().party(roll_of(table(rows)))
        first = np.searchsorted(self._party.records[:, ROW], np.arange(len(persons)))
        self.records: NDArray[np.uint32] = self._party.records[first]
        self._room = room()

    def bits(self, wanted: int, held: int, weights: NDArray[np.float32] | None = None) -> float:
        """What a pair of the persons weighs, each named by place."""
        told = search().weights if weights is None else weights
        return weigh(self._party.words, told, self.records[wanted], self.records[held], self._room)

    def steps(self, wanted: int, held: int) -> dict[str, str]:
        """Each step of the pair's comparison, by what is compared."""
        self.bits(wanted, held)
        return {SLOT_NAMES[at]: STEPS[at][code] for at, code in enumerate(self._room.code)}
