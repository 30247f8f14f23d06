"""The positions taken on one question: each the most exact thing that somebody says, and who says it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from dedere.claims.attributes import Kind
from dedere.claims.meaning import Interval, Meaning, meaning
from dedere.claims.said import DOCKET, Said


@dataclass(frozen=True, slots=True, kw_only=True)
class Position:
    """One thing that is said in answer to a question.

    ``held`` are the claims that say it, ``fitting`` vaguer ones that fit it and another position too: they
    are shown beside it and count for none. ``value`` is as most of those say it who say exactly it.
    """

    value: str
    negated: bool
    meaning: Meaning = field(repr=False)
    held: tuple[Said, ...]
    fitting: tuple[Said, ...] = ()

    @property
    def parties(self) -> frozenset[str]:
        """The States that say it, each by a source that is named."""
        return frozenset(claim.party for claim in self.held if claim.party and claim.cited)

    @property
    def origins(self) -> frozenset[str]:
        """Who says it independently: each State once, each outlet once however often it is repeated.

        What the docket records and what names no source are no witnesses of their own.
        """
        outlets = {claim.origin for claim in self.held if not claim.party and claim.tier != DOCKET}
        return frozenset((outlets | self.parties) - {""})

    def nearness(self, states: Container[str]) -> int:
        """How near the nearest text stands to one of these States that says it; 0 where none does."""
        return max((claim.nearness for claim in self.held if claim.party in states), default=0)

    @property
    def on_docket(self) -> bool:
        """Whether the docket records it."""
        return any(claim.tier == DOCKET for claim in self.held)


def positions(claims: Iterable[Said], kind: Kind) -> tuple[Position, ...]:
    """Return the positions that claims on one question take, in an order that only what is said gives."""
    read = sorted(
        ((claim, _read(claim, kind)) for claim in claims), key=lambda each: (len(each[0].id), each[0].id)
    )
    exact = _most_exact([said for _, said in read])
    fits = {claim.id: [each for each in exact if said.fits(each)] for claim, said in read}
    return tuple(_position(each, read, fits) for each in sorted(exact, key=_order))


def _order(said: Meaning) -> tuple[float, float, Sequence[str]]:
    return (said.low, said.high, ()) if isinstance(said, Interval) else (0, said.outside, sorted(said.codes))


def _read(claim: Said, kind: Kind) -> Meaning:
    return meaning(kind, claim.value, bound=claim.bound, negated=claim.negated)


def _most_exact(said: Sequence[Meaning]) -> list[Meaning]:
    """What is said such that nobody says something more exact of the same."""
    different = list(dict.fromkeys(said))
    return [each for each in different if not any(one != each and one.within(each) for one in different)]


def _position(
    said: Meaning, read: Sequence[tuple[Said, Meaning]], fits: Mapping[str, Sequence[Meaning]]
) -> Position:
    held = tuple(claim for claim, own in read if own == said or fits[claim.id] == [said])
    vague = tuple(claim for claim, _ in read if said in fits[claim.id] and claim not in held)
    told = Counter((claim.negated, claim.value) for claim, own in read if own == said)
    negated, value = min(told, key=lambda each: (-told[each], each))
    return Position(value=value, negated=negated, meaning=said, held=held, fitting=vague)
