"""What a handover and a person on its manifest must satisfy before an act may be filed."""

from __future__ import annotations

from dedere.docket.case import Case
from dedere.docket.handover.parts import Listed, Step
from dedere.docket.handover.seats import broken
from dedere.docket.handover.state import Handover
from dedere.words import Refused


def nobody_between(handover: Handover, person: Listed | None, case: Case | None) -> Refused | None:
    """Records are locked when everyone on the manifest was taken over or was not taken."""
    waiting = [each.person for each in handover.active if each.step not in (Step.TAKEN_OVER, Step.NOT_TAKEN)]
    return Refused(code="persons-waiting", facts={"persons": ", ".join(waiting)}) if waiting else None


def has_persons(handover: Handover, person: Listed | None, case: Case | None) -> Refused | None:
    """A go concerns somebody."""
    return None if handover.active else Refused(code="nobody-listed")


def not_under_way(handover: Handover, person: Listed | None, case: Case | None) -> Refused | None:
    """What this desk itself began to carry is recorded step by step, never as a report."""
    return Refused(code="under-way") if handover.under_way else None


def kept_apart(handover: Handover, person: Listed | None, case: Case | None) -> Refused | None:
    """No go while two persons who must be kept apart have places together."""
    rules = broken(handover)
    if not rules:
        return None
    first, second = handover.listed(rules[0].first), handover.listed(rules[0].second)
    names = ", ".join(each.person for each in (first, second) if each)
    return Refused(code="separation-broken", facts={"persons": names, "reason": rules[0].reason})


def go_covers(handover: Handover, person: Listed | None, case: Case | None) -> Refused | None:
    """Nobody is given over without a go that two officers signed and that covers the person."""
    decision = handover.decision
    if decision is None or not decision.go:
        return Refused(code="no-go")
    if person is not None and person.case not in decision.persons:
        return Refused(code="not-in-the-go", facts={"person": person.person})
    return None


def has_leg(handover: Handover, person: Listed | None, case: Case | None) -> Refused | None:
    """A person travels on a leg."""
    if person is None or person.leg:
        return None
    return Refused(code="leg-missing", facts={"person": person.person})


def free_to_list(handover: Handover, person: Listed | None, case: Case | None) -> Refused | None:
    """A person stands on one manifest at a time, and not with the receiving State already."""
    if case is None:
        return None
    if case.listed:
        return Refused(code="on-a-manifest", facts={"handover": case.listed})
    if case.custody.status == "dead":
        return Refused(code="person-dead")
    if case.custody.status == "escaped":
        return Refused(code="person-escaped")
    if case.custody.holder == handover.receiving:
        return Refused(code="already-surrendered", facts={"holder": handover.receiving})
    return None


def something_proposed(handover: Handover, person: Listed | None, case: Case | None) -> Refused | None:
    """A signature is refused to a decision that awaits one."""
    return None if handover.proposals else Refused(code="nothing-proposed")
