"""What the content of an act must satisfy on this handover: gaps named, seats free, another officer."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from dedere.docket.case import Case
from dedere.docket.handover.gates import gaps, gaps_of
from dedere.docket.handover.parts import Listed
from dedere.docket.handover.seats import seat_refused
from dedere.docket.handover.state import Handover
from dedere.words import Refused

Cases = Mapping[str, Case]


def gaps_accepted(handover: Handover, person: Listed | None, entry: Any, cases: Cases) -> Refused | None:
    """A go names every gap that is open, and nothing that is none; a no-go accepts nothing."""
    open_gaps = gaps(handover, cases)
    if entry.go and (unnamed := _without(open_gaps, entry.accepted)):
        return Refused(code="gaps-not-accepted", facts={"gaps": unnamed})
    if strange := _without(entry.accepted, open_gaps if entry.go else ()):
        return Refused(code="not-a-gap", facts={"gaps": strange})
    return None


def no_new_gap(handover: Handover, person: Listed | None, entry: Any, cases: Cases) -> Refused | None:
    """A gap that opened after the go was accepted by nobody."""
    accepted = handover.decision.accepted if handover.decision else ()
    unnamed = _without(gaps_of(handover, person, cases), accepted) if person else ""
    return Refused(code="gap-since-go", facts={"gaps": unnamed}) if unnamed else None


def case_known(handover: Handover, person: Listed | None, entry: Any, cases: Cases) -> Refused | None:
    """A manifest lists persons who have a case."""
    return None if entry.case in cases else Refused(code="no-such-case", facts={"case": entry.case})


def place_free(handover: Handover, person: Listed | None, entry: Any, cases: Cases) -> Refused | None:
    """The leg exists and has room, the seat is free, and nobody is beside whom they must not be."""
    return seat_refused(handover, entry.case, entry.leg, getattr(entry, "seat", "")) if entry.leg else None


def leg_new(handover: Handover, person: Listed | None, entry: Any, cases: Cases) -> Refused | None:
    """Each leg has its own id."""
    return Refused(code="leg-exists", facts={"leg": entry.leg}) if handover.leg(entry.leg) else None


def both_listed(handover: Handover, person: Listed | None, entry: Any, cases: Cases) -> Refused | None:
    """Two different persons of the manifest are kept apart."""
    if entry.first == entry.second:
        return Refused(code="same-person")
    strange = _without((entry.first, entry.second), [each.case for each in handover.active])
    return Refused(code="not-on-the-manifest", facts={"case": strange}) if strange else None


def own_leg(handover: Handover, person: Listed | None, entry: Any, cases: Cases) -> Refused | None:
    """The leg named is the one on which the person has a place."""
    if person is None or person.leg == entry.leg:
        return None
    return Refused(code="other-leg", facts={"leg": person.leg})


def other_officer(handover: Handover, person: Listed | None, entry: Any, cases: Cases) -> Refused | None:
    """The officer who takes is not the officer who gave."""
    if person is None or person.giving_officer.strip().casefold() != entry.officer.strip().casefold():
        return None
    return Refused(code="same-officer", facts={"officer": entry.officer})


def stays_named(handover: Handover, person: Listed | None, entry: Any, cases: Cases) -> Refused | None:
    """A person is given up under a stay only where each standing stay is named, by giver or taker."""
    case = cases.get(entry.case)
    standing = [stay.id for stay in case.standing_stays] if case else []
    named = (*entry.despite_stays, *(person.despite_stays if person and person.given_by else ()))
    if unnamed := _without(standing, named):
        return Refused(code="stays-not-named", facts={"stays": unnamed})
    strange = _without(entry.despite_stays, standing)
    return Refused(code="stay-not-standing", facts={"stay": strange}) if strange else None


def proposal_open(handover: Handover, person: Listed | None, entry: Any, cases: Cases) -> Refused | None:
    """The proposal named awaits a signature."""
    return None if handover.proposal(entry.proposal) else Refused(code="no-such-proposal")


def line_exists(handover: Handover, person: Listed | None, entry: Any, cases: Cases) -> Refused | None:
    """A correction speaks of a line that exists."""
    if 1 <= entry.line <= handover.version:
        return None
    return Refused(code="no-such-line", facts={"line": str(entry.line)})


def _without(named: Iterable[str], known: Iterable[str]) -> str:
    there = set(known)
    return ", ".join(each for each in named if each not in there)
