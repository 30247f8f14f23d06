"""How the two columns read together: computed each time, stored nowhere, so that nobody can file it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from dedere.accords.accord import Accord, Kind
from dedere.accords.position import ENDED, Column, Position, column


class Reading(str, Enum):
    """What both columns come to."""

    AGREED_KEPT = "agreed-kept"
    AGREED_OPEN = "agreed-open"
    AGREED_BROKEN = "agreed-broken"
    ONE_SAYS_KEPT = "one-says-kept"
    ONE_SAYS_OPEN = "one-says-open"
    ONE_SAYS_BROKEN = "one-says-broken"
    DISPUTED = "disputed"
    HELD = "held"
    UNKNOWN = "unknown"


class Why(str, Enum):
    """Why a line reads as disputed."""

    SAID_SO = "a-side-disputes-it"
    CONTRADICTED = "the-sides-contradict-each-other"
    LEFT_OUT = "one-account-leaves-it-out"


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """How the line reads, and why where it is disputed; ``apart``: the two sides tell it differently."""

    reading: Reading
    why: tuple[Why, ...] = ()
    apart: bool = False


def read(accord: Accord, columns: Sequence[Column]) -> Read:
    """Return how the columns of both sides read together.

    A dispute stays whatever else is said: it ends only when the side that disputes says otherwise, when
    the sides come to say the same, or when the account that leaves it out is corrected.
    """
    said = [column(columns, side).position for side in accord.between]
    why = tuple(_why(accord, said))
    reading = Reading.DISPUTED if why else _together(accord, said)
    return Read(reading=reading, why=why, apart=accord.told_apart)


def _why(accord: Accord, said: Sequence[Position]) -> list[Why]:
    told = {each for each in said if each is not Position.UNKNOWN}
    found = [Why.SAID_SO] if Position.DISPUTED in told else []
    if len(told - {Position.DISPUTED}) > 1:
        found.append(Why.CONTRADICTED)
    if accord.told_by_one and not _same(said):
        found.append(Why.LEFT_OUT)
    return found


def _same(said: Sequence[Position]) -> bool:
    """Whether every side says the same, and that it is kept, open or broken: then both own the promise."""
    return len(set(said)) == 1 and said[0] in (ENDED | {Position.OPEN})


def _together(accord: Accord, said: Sequence[Position]) -> Reading:
    told = [each for each in said if each is not Position.UNKNOWN]
    if not told:
        return Reading.HELD if accord.kind == Kind.MEETING.value else Reading.UNKNOWN
    agreed = "agreed" if len(told) == len(said) else "one-says"
    return Reading(f"{agreed}-{told[0].value}")
