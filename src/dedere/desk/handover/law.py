"""Under what law a handover goes: its route and article, what it does not hold, what does not attach."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from dedere.desk.acts.choices import words_of
from dedere.desk.case.opened import stay_words
from dedere.desk.frame.citations import cite
from dedere.desk.frame.tags import day
from dedere.desk.wording import code, language, say
from dedere.docket.case import Case
from dedere.docket.handover import Handover
from dedere.docket.parts import Undertaking
from dedere.law.assessment import Effect
from dedere.law.instrument import Clause, Instrument
from dedere.law.library import library

NATIONAL_SECURITY = "national-security-transfer"
# What a treaty would give the person, and another route does not: assurance and speciality.
_PROTECTIONS = frozenset({"penalty-barred", "speciality"})
_STANDING = frozenset({"penalty-barred", "stay"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Law:
    """The route in words; empty parts where there is nothing to say."""

    route: str
    no_provision: list[str]
    beside: str
    still: str


def law_of(handover: Handover) -> Law:
    """Return what the handover's basis means in law, by the library's own clauses."""
    return Law(
        route=_route(handover),
        no_provision=list(_no_provision(handover)),
        beside=_cited(_clauses(handover, _PROTECTIONS, "treaty", attaches=False)),
        still=_cited(
            [
                *_clauses(handover, _STANDING, "statute", attaches=True),
                *_clauses(handover, _STANDING, "constitution", attaches=True),
            ]
        ),
    )


def _route(handover: Handover) -> str:
    if handover.basis == NATIONAL_SECURITY:
        return say("handover.route-national-security-transfer")
    return code("track", handover.basis)


def _no_provision(handover: Handover) -> Iterator[str]:
    for instrument, clause in _standing(handover):
        if clause.effect is Effect.NO_PROVISION and handover.basis in _routes(instrument, clause):
            yield clause.reading.get(language(), "") or clause.text[language()]


Found = tuple[Instrument, Clause]


def _clauses(handover: Handover, kinds: frozenset[str], layer: str, *, attaches: bool) -> list[Found]:
    return [
        (instrument, clause)
        for instrument, clause in _standing(handover)
        if instrument.layer == layer
        and clause.kind in kinds
        and (handover.basis in _routes(instrument, clause)) is attaches
    ]


def _standing(handover: Handover) -> Iterator[Found]:
    """Each clause of what binds; where a treaty does on this route, none that holds only without one."""
    bound = [each for each in library().instruments.values() if _binds(each, handover)]
    by_treaty = any(each.bound and handover.basis in each.routes for each in bound)
    for instrument in bound:
        for clause in instrument.clauses:
            if not (clause.without_treaty and by_treaty):
                yield instrument, clause


def _binds(instrument: Instrument, handover: Handover) -> bool:
    if instrument.in_force is None or instrument.in_force > handover.on:
        return False
    if instrument.until and handover.on >= instrument.until:
        return False
    if instrument.bound:
        extradites = "treaty-extradition" in instrument.routes
        return extradites and instrument.binds(handover.giving, handover.receiving, handover.on)
    return instrument.requested == handover.giving


def _routes(instrument: Instrument, clause: Clause) -> tuple[str, ...]:
    return clause.routes or instrument.routes


def _cited(found: list[Found]) -> str:
    told = dict.fromkeys(
        f"{cite(instrument.id, clause.citation.article)} ({code('kind', clause.kind)})"
        for instrument, clause in found
    )
    return "; ".join(told)


@dataclass(frozen=True, slots=True, kw_only=True)
class Promise:
    """One undertaking and the persons of the manifest whom it covers."""

    words: str
    text: str
    after: bool
    persons: list[str]
    sources: tuple[str, ...]


def promises(handover: Handover, cases: Mapping[str, Case]) -> list[Promise]:
    """Return the undertakings on file for these persons, by day; the same one given for many is one."""
    covered: dict[tuple[str, str, str], list[tuple[str, Undertaking]]] = {}
    for person in handover.active:
        for given in cases[person.case].undertakings if person.case in cases else ():
            key = (given.since.date().isoformat(), given.giver, given.about)
            covered.setdefault(key, []).append((person.person, given))
    return [_promise(handover, each) for _, each in sorted(covered.items())]


def _promise(handover: Handover, covered: list[tuple[str, Undertaking]]) -> Promise:
    first = covered[0][1]
    after = first.since.date() > handover.on
    words = say(
        "handover.undertaking-row",
        on=day(first.since),
        about=words_of("about", first.about),
        giver=first.giver,
        n=len(covered),
        all=len(handover.active),
    )
    when = say(f"handover.undertaking-{'after' if after else 'before'}")
    return Promise(
        words=f"{words} ({when})",
        text=first.text,
        after=after,
        persons=[person for person, _ in covered],
        sources=first.sources,
    )


def stays(handover: Handover, cases: Mapping[str, Case]) -> list[tuple[str, str, str, tuple[str, ...]]]:
    """Return each stay standing: case, person, words, sources."""
    return [
        (person.case, person.person, stay_words(stay), stay.sources)
        for person in handover.active
        if person.case in cases
        for stay in cases[person.case].standing_stays
    ]
