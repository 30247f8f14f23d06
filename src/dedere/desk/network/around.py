"""What the page of a party shows: the picture, the same ties as rows, what is left out and why."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from dedere.clerk.network.standing import NOT_HERE, Standing, Surrender, standings
from dedere.clerk.network.told import Party, Tie, Told
from dedere.desk.frame.citations import cite
from dedere.desk.network.picture import Picture, neighbourhood
from dedere.desk.wording import code, say
from dedere.links.near import around, within
from dedere.registry import journal

MOST = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Around:
    """A party's neighbourhood; ``shown`` of ``near`` parties are drawn, ``left_out`` ties touch the party."""

    picture: Picture
    ties: tuple[Tie, ...]
    left_out: tuple[Tie, ...]
    shown: int
    near: int
    undated: int


def around_party(told: Told, party: Party, keeps: Callable[[Tie], bool], reach: int, on: date) -> Around:
    """Return who is within ``reach`` ties of the party, sixty at most, and the ties kept among them."""
    kept, structure = told.kept(keeps)
    numbers = around(structure, party.number, reach=reach, most=MOST)
    inside = frozenset(numbers.tolist())
    ties = tuple(tie for tie in kept if tie.tail.number in inside and tie.head.number in inside)
    parties = [told.parties[number] for number in numbers.tolist()]
    over = handed_over(parties, on)
    return Around(
        picture=neighbourhood(parties, within(structure, numbers), ties, over),
        ties=tuple(sorted(ties, key=_own_first(party))),
        left_out=tuple(tie for tie in told.ties if tie.left_out and party in (tie.tail, tie.head)),
        shown=len(numbers),
        near=len(around(structure, party.number, reach=reach, most=len(told.parties))),
        undated=sum(not (tie.since or tie.until) for tie in ties),
    )


def _own_first(party: Party) -> Callable[[Tie], tuple[bool, str, str]]:
    return lambda tie: (party not in (tie.tail, tie.head), tie.tail.name, tie.head.name)


def handed_over(parties: Iterable[Party], on: date) -> frozenset[str]:
    """Return the keys of those whom the docket has as handed over."""
    found = docket([party.case for party in parties], on)
    return frozenset(
        party.key for party in parties if found.get(party.case, NOT_HERE).surrender is Surrender.HANDED_OVER
    )


def docket(numbers: Iterable[str], on: date) -> Mapping[str, Standing]:
    """Return how these cases stand, kept until anything is recorded or the day turns."""
    return _docket(tuple(sorted({number for number in numbers if number})), on, journal.head().size)


@lru_cache(maxsize=64)
def _docket(numbers: tuple[str, ...], on: date, _lines: int) -> Mapping[str, Standing]:
    return standings(numbers, on)


def standing_words(standing: Standing) -> str:
    """How a case stands for a surrender, with the article of the finding where there is one."""
    words = code("surrender", standing.surrender)
    if standing.citation is None:
        return words
    article = cite(standing.citation.instrument, standing.citation.article)
    return say("network.standing-by", standing=words, article=article)
