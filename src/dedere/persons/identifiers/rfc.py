"""The RFC of a natural person: read, and checked against its digit.

The rule is the «Algoritmo para generar el RFC con homoclave» of the tax authority, SAT (its
answer of 18 October 2006 to the request for information 0610100135506): four letters of the name, the day of
birth with two digits for the year, two characters that tell homonyms apart and a check digit. The first ten
are often given alone.
"""

import re
from dataclasses import dataclass
from datetime import date

from dedere.persons.identifiers.curp import day

# Annex III: the place of a character is its value.
ALPHABET = "0123456789ABCDEFGHIJKLMN&OPQRSTUVWXYZ Ñ"
FAULTS = ("rfc-length", "rfc-shape", "rfc-date", "rfc-digit")
SHAPE = re.compile(r"[A-ZÑ&]{4}\d{6}(?:[0-9A-Z]{2}[0-9A])?", re.ASCII)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rfc:
    """An RFC as written, the days it can mean (two digits for a year), and the first thing wrong with it."""

    text: str
    born: tuple[date, ...] = ()
    fault: str | None = None


def digit(twelve: str) -> str:
    """The check digit of the first twelve characters: values by weights 13 to 2, modulo 11, ten as A."""
    total = sum(
        ALPHABET.index(character) * weight for character, weight in zip(twelve, range(13, 1, -1), strict=True)
    )
    return "0123456789A"[-total % 11]


def parse(text: str) -> Rfc:
    """Read the RFC of a natural person as people write it: ten or thirteen characters, in either case."""
    rfc = re.sub(r"[\s.\-]", "", text).upper()
    if len(rfc) not in (10, 13):
        return Rfc(text=rfc, fault="rfc-length")
    if not SHAPE.fullmatch(rfc):
        return Rfc(text=rfc, fault="rfc-shape")
    born = _born(rfc)
    if not born:
        return Rfc(text=rfc, fault="rfc-date")
    wrong = len(rfc) == 13 and digit(rfc[:12]) != rfc[12]
    return Rfc(text=rfc, born=born, fault="rfc-digit" if wrong else None)


def _born(rfc: str) -> tuple[date, ...]:
    month, number = int(rfc[6:8]), int(rfc[8:10])
    found = (day(century + int(rfc[4:6]), month, number) for century in (1900, 2000))
    return tuple(one for one in found if one)
