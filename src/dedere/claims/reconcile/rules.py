"""The rules by which one position is better supported than another: each small, named, and in this order.

A rule says which of the positions still in question it keeps. One that keeps none or all says nothing, and
the next is asked. Nothing weighs or adds up: a reader can follow which rule decided, and why.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from enum import Enum

from dedere.claims.attributes import About
from dedere.claims.reconcile.positions import Position
from dedere.claims.said import Event

Positions = Sequence[Position]
TIMES = 2  # so many times as many independent sources; one more may be chance


class Rule(str, Enum):
    """What decided, or that nothing was in question."""

    LATER_CORRECTION = "later-correction"
    BOTH_PARTIES = "both-parties"
    OWN_ACT = "own-act"
    A_PARTY = "a-party"
    NEARER_TEXT = "nearer-text"
    MORE_INDEPENDENT = "more-independent"
    ON_DOCKET = "on-docket"


def both_parties(among: Positions, event: Event, about: About) -> Positions:
    """What both States say, over what one says."""
    return [each for each in among if {event.giving, event.receiving} <= each.parties]


def own_act(among: Positions, event: Event, about: About) -> Positions:
    """What a State says of its own act, over what others say of it."""
    whose = {"giving": event.giving, "receiving": event.receiving}.get(about.act, "")
    return [each for each in among if whose and whose in each.parties]


def a_party(among: Positions, event: Event, about: About) -> Positions:
    """What a State says that took part, over what only others say."""
    return [each for each in among if each.parties & {event.giving, event.receiving}]


def nearer_text(among: Positions, event: Event, about: About) -> Positions:
    """Of what one State is said to have said: its own text, then a copy of it, then an account."""
    speak = {event.giving, event.receiving}.intersection(*(each.parties for each in among))
    nearest = max(each.nearness(speak) for each in among)
    return [each for each in among if nearest and each.nearness(speak) == nearest]


def more_independent(among: Positions, event: Event, about: About) -> Positions:
    """What twice as many independent sources say as say any other thing, and two at least."""
    ranked = sorted(among, key=lambda each: -len(each.origins))
    most, next_most = len(ranked[0].origins), len(ranked[1].origins)
    return ranked[:1] if most >= max(TIMES, TIMES * next_most) else []


def on_docket(among: Positions, event: Event, about: About) -> Positions:
    """What the docket records with its sources, over what it does not."""
    return [each for each in among if each.on_docket]


RULES: Mapping[Rule, Callable[[Positions, Event, About], Positions]] = {
    Rule.BOTH_PARTIES: both_parties,
    Rule.OWN_ACT: own_act,
    Rule.A_PARTY: a_party,
    Rule.NEARER_TEXT: nearer_text,
    Rule.MORE_INDEPENDENT: more_independent,
    Rule.ON_DOCKET: on_docket,
}


def decided(among: Positions, event: Event, about: About) -> tuple[Position, Rule] | None:
    """Return the one position that the rules leave, and the rule that left it; None where none does.

    On a question of law or of blame no party is judge in its own cause: no rule is asked.
    """
    left = among
    if about.judged or len(left) < 2:
        return None
    for rule, keeps in RULES.items():
        kept = keeps(left, event, about)
        if kept and len(kept) < len(left):
            left = kept
        if len(left) == 1:
            return left[0], rule
    return None
