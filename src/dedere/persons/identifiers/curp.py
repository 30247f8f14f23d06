"""The CURP of a person: read, checked against its digit, and composed from a name.

The rule is the Instructivo Normativo para la Asignación de la Clave Única de Registro de Población
(Secretaría de Gobernación; Diario Oficial de la Federación, 18 October 2021): eighteen characters, of which
sixteen come from the birth certificate, one tells homonyms apart and the last is a check digit.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from dedere.persons.identifiers.letters import name_letters

STATES = {
    "AS": "Aguascalientes",
    "BC": "Baja California",
    "BS": "Baja California Sur",
    "CC": "Campeche",
    "CL": "Coahuila",
    "CM": "Colima",
    "CS": "Chiapas",
    "CH": "Chihuahua",
    "DF": "Ciudad de México",
    "DG": "Durango",
    "GT": "Guanajuato",
    "GR": "Guerrero",
    "HG": "Hidalgo",
    "JC": "Jalisco",
    "MC": "México",
    "MN": "Michoacán",
    "MS": "Morelos",
    "NT": "Nayarit",
    "NL": "Nuevo León",
    "OC": "Oaxaca",
    "PL": "Puebla",
    "QT": "Querétaro",
    "QR": "Quintana Roo",
    "SP": "San Luis Potosí",
    "SL": "Sinaloa",
    "SR": "Sonora",
    "TC": "Tabasco",
    "TS": "Tamaulipas",
    "TL": "Tlaxcala",
    "VZ": "Veracruz",
    "YN": "Yucatán",
    "ZS": "Zacatecas",
    "NE": "Nacido en el extranjero",
}
ALPHABET = "0123456789ABCDEFGHIJKLMNÑOPQRSTUVWXYZ"
FAULTS = ("curp-length", "curp-shape", "curp-date", "curp-state", "curp-digit")
SHAPE = re.compile(r"[A-Z][AEIOUX][A-Z]{2}\d{6}[HMX][A-Z]{2}[B-DF-HJ-NP-TV-Z]{3}[0-9A-Z]\d", re.ASCII)
SEXES = {"H": "M", "M": "F", "X": None}
LETTER = {"M": "H", "F": "M", None: "X"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Curp:
    """A CURP as written, what it says, and the first thing that is wrong with it.

    `sex` is "M", "F" or None (a CURP may carry X); `state` a key of STATES. What cannot be read is None. With
    `fault` "curp-digit" everything is read all the same: one character is wrong, and nobody knows which.
    """

    text: str
    born: date | None = None
    sex: str | None = None
    state: str | None = None
    fault: str | None = None


def digit(seventeen: str) -> str:
    """The check digit of the first seventeen characters: values 0 to 36 by weights 18 to 2, modulo 10."""
    total = sum(
        ALPHABET.index(character) * weight
        for character, weight in zip(seventeen, range(18, 1, -1), strict=True)
    )
    return str(-total % 10)


def parse(text: str) -> Curp:
    """Read a CURP as people write it: in either case, with spaces or hyphens between its parts."""
    curp = re.sub(r"[\s.\-]", "", text).upper()
    if len(curp) != 18:
        return Curp(text=curp, fault="curp-length")
    if not SHAPE.fullmatch(curp):
        return Curp(text=curp, fault="curp-shape")
    born, state = _born(curp), curp[11:13] if curp[11:13] in STATES else None
    return Curp(text=curp, born=born, sex=SEXES[curp[10]], state=state, fault=_fault(curp, born, state))


def compose(
    *,
    given: str,
    surname_1: str,
    surname_2: str,
    born: date,
    sex: str | None,
    state: str,
    homonym: int = 0,
) -> str:
    """Compose the CURP of a person; only the population register can say what `homonym` (0 to 25) is.

    `sex` is "M", "F" or None. The seventeenth character is a digit for those born before 2000 and a letter
    for the others (Instructivo, position 17). ValueError for a state that is not in STATES.
    """
    if state not in STATES:
        raise ValueError(f"no state has the code {state}")
    initials, inner = name_letters(given, surname_1, surname_2)
    tail = str(homonym % 10) if born.year < 2000 else chr(ord("A") + homonym % 26)
    stem = f"{initials}{born:%y%m%d}{LETTER[sex]}{state}{inner}{tail}"
    return stem + digit(stem)


def _born(curp: str) -> date | None:
    century = 1900 if curp[16].isdigit() else 2000
    return day(century + int(curp[4:6]), int(curp[6:8]), int(curp[8:10]))


def day(year: int, month: int, number: int) -> date | None:
    """The day, or None where the calendar has no such day."""
    try:
        return date(year, month, number)
    except ValueError:
        return None


def _fault(curp: str, born: date | None, state: str | None) -> str | None:
    found: Sequence[bool] = (False, False, born is None, state is None, digit(curp[:17]) != curp[17])
    return next((code for code, wrong in zip(FAULTS, found, strict=True) if wrong), None)
