"""From one party to another: whom an officer means by a name, and the ties of a shortest path."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from dedere.clerk.network.told import Party, Tie, Told
from dedere.links.near import path
from dedere.registry.words import asked, plain

MOST = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One step of a path: from whom, to whom, and every tie of the two."""

    one: Party
    other: Party
    ties: tuple[Tie, ...]


def named(told: Told, words: str) -> tuple[Party, ...]:
    """Return whom the words mean: the party of that id or exact name, else all with the words."""
    typed = plain(words.strip())
    if not typed:
        return ()
    exact = tuple(party for party in told.parties if typed in (plain(party.id), plain(party.name)))
    return exact if len(exact) == 1 else with_words(told.parties, words)[:MOST]


def with_words(parties: Sequence[Party], words: str) -> tuple[Party, ...]:
    """Return the parties whose name or id holds each word typed, by name; all of them where none was."""
    wanted = asked(words)
    found = (party for party in parties if all(word in plain(f"{party.name} {party.id}") for word in wanted))
    return tuple(sorted(found, key=lambda party: (plain(party.name), party.id)))


def way(told: Told, one: Party, other: Party) -> tuple[Step, ...]:
    """Return the steps of a shortest path by ties of crime; none where no path leads there."""
    ties, structure = told.kept(lambda tie: True)
    found = [told.parties[number] for number in path(structure, one.number, other.number)]
    return tuple(
        Step(one=here, other=there, ties=tuple(tie for tie in ties if {tie.tail, tie.head} == {here, there}))
        for here, there in pairwise(found)
    )
