"""One State's request among several for one person, as far as it is known."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from dedere.words import State

PURPOSES = ("prosecution", "sentence")
LIFE, DEATH = "life", "death"


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """One offence of a request.

    Attributes:
        place: the State in whose territory it was committed; empty where not known.
        maximum: its maximum penalty under the law of the State that asks: whole months of prison,
            ``life`` or ``death``; None where not known.
    """

    title: str = ""
    place: str = ""
    maximum: int | str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """What one State asks; None and empty mean not known, never no.

    Attributes:
        treaty: whether it asks under a treaty in force with the requested State.
        received_on: the day on which the request was received.
        provisional: whether provisional detention was asked for, and ``provisional_on`` when.
        national: whether the person is its national.
        re_extradition: whether it would extradite the person onward to the others that ask.
        purpose: ``prosecution`` or ``sentence``.
    """

    id: str
    state: State
    treaty: bool | None = None
    received_on: date | None = None
    provisional: bool | None = None
    provisional_on: date | None = None
    national: bool | None = None
    re_extradition: bool | None = None
    purpose: str = ""
    offences: tuple[Wanted, ...] = ()
    sources: tuple[str, ...] = ()


def penalty(text: str) -> int | str | None:
    """Read a maximum penalty written as text; None where there is none, or it cannot be read."""
    if text in (LIFE, DEATH):
        return text
    return int(text) if text.isdecimal() and 0 < int(text) < 10**15 else None
