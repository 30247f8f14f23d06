"""What a reader of an event must know in ten seconds: how many, when, where, how, and on what assurance."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from dedere.claims.reconcile import Outcome, Position, Reconciled
from dedere.claims.verbs import tracks_of
from dedere.desk.claims.consequences import Line, in_order, lines_of
from dedere.desk.claims.spoken import words_of
from dedere.desk.wording import say

ASKED = ("count", "date", "verb", "assurance")
TOPICS = ("speciality", "death-penalty")
NAMED = 3  # who is named before the rest is counted


@dataclass(frozen=True, slots=True, kw_only=True)
class Rival:
    """Another thing that is said, by whom, and what would follow in law were it so."""

    words: str
    by: str
    follows: Sequence[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """What stands on one question, and what else is said of it."""

    attribute: str
    answer: Reconciled
    words: str
    rivals: Sequence[Rival]
    follows: Sequence[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """The facts at the top of the page; ``cities`` are those on which nothing is contested."""

    facts: Sequence[Fact]
    cities: Sequence[str]
    cities_count: str


def head(answers: Sequence[Reconciled]) -> Head:
    """Return the top of an event's page; a question that nobody raised is left out."""
    own = {each.question.attribute: each for each in answers if not each.question.about}
    cities = [each.best.value for each in answers if each.question.attribute == "city" and each.best]
    counted = own.get("cities_count")
    return Head(
        facts=[_fact(own[attribute]) for attribute in ASKED if attribute in own],
        cities=sorted(cities),
        cities_count=counted.best.value if counted and counted.best else "",
    )


def _fact(answer: Reconciled) -> Fact:
    attribute, best = answer.question.attribute, answer.best
    others = [each for each in answer.positions if each is not best]
    return Fact(
        attribute=attribute,
        answer=answer,
        words=_words(attribute, best) if best else say("claims.no-rule"),
        rivals=[_rival(attribute, each) for each in others if answer.outcome is Outcome.CONTESTED],
        follows=_follows(attribute, best) if best and others else (),
    )


def _rival(attribute: str, position: Position) -> Rival:
    return Rival(
        words=_words(attribute, position), by=by_whom(position), follows=_follows(attribute, position)
    )


def _words(attribute: str, position: Position) -> str:
    words = words_of(attribute, position.value)
    return say("claims.not", value=words) if position.negated else words


def _follows(attribute: str, position: Position) -> Sequence[str]:
    """What follows in law from a verb, on the topics that a reader asks of first; marked where unchecked."""
    if attribute != "verb" or position.negated:
        return ()
    first = in_order(tracks_of(position.value))[0]
    return [_marked(line) for line in lines_of(first) if line.topic in TOPICS]


def _marked(line: Line) -> str:
    """A rule in words; one that was not read against an official text says so beside it."""
    return line.words if line.checked else f"{line.words} ({say('case.unchecked')})"


def by_whom(position: Position) -> str:
    """Who takes a position: speakers for a State first, then sources, then how many more."""
    parties = _each(claim.speaker for claim in position.held if claim.party)
    alone = _each(source for claim in position.held if not claim.party for source in claim.cited)
    unnamed = sum(1 for claim in position.held if not claim.party and not claim.cited)
    every = [*parties, *alone]
    named, left = every[:NAMED], len(every[NAMED:]) + unnamed
    if not named:
        return say("claims.no-source")
    return say("claims.and-more", named=", ".join(named), n=left) if left else ", ".join(named)


def _each(names: Iterable[str]) -> list[str]:
    unique: Mapping[str, None] = dict.fromkeys(name for name in names if name)
    return list(unique)
