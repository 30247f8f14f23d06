"""Every act on a handover as a row of one table, in the order of the journey."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from dedere.docket.case import Case
from dedere.docket.entries import Entry, SignatureRefused
from dedere.docket.entries import handover as entries
from dedere.docket.handover import checks, guards
from dedere.docket.handover.parts import Listed, Step
from dedere.docket.handover.state import Handover
from dedere.words import Refused

Guard = Callable[[Handover, Listed | None, Case | None], Refused | None]
Check = Callable[[Handover, Listed | None, Any, checks.Cases], Refused | None]

ON_THE_GROUND = frozenset({Step.LISTED, Step.IDENTIFIED, Step.CHECKED, Step.NOT_TAKEN})
BETWEEN = frozenset({Step.GIVEN_OVER})


@dataclass(frozen=True, slots=True, kw_only=True)
class HandoverRule:
    """One act on a handover.

    Attributes:
        code, records: the act in the imperative, and the entry that it leaves.
        steps: how far the person named must have come; empty where the act names no listed person.
        second: whether another officer must sign before it counts.
        after_lock: whether it may be filed on locked records.
        guards: what handover, person and case must satisfy; checks also read the content.
    """

    code: str
    records: type[Entry]
    steps: frozenset[Step] = frozenset()
    second: bool = False
    after_lock: bool = False
    guards: tuple[Guard, ...] = ()
    checks: tuple[Check, ...] = ()


HANDOVER_RULES = (
    HandoverRule(code="plan-handover", records=entries.HandoverPlanned),
    HandoverRule(code="change-plan", records=entries.PlanChanged),
    HandoverRule(
        code="list-person",
        records=entries.PersonListed,
        guards=(guards.free_to_list,),
        checks=(checks.case_known, checks.place_free),
    ),
    HandoverRule(code="strike-person", records=entries.PersonStruck, steps=ON_THE_GROUND),
    HandoverRule(code="plan-leg", records=entries.LegPlanned, checks=(checks.leg_new,)),
    HandoverRule(
        code="assign-seat", records=entries.SeatAssigned, steps=ON_THE_GROUND, checks=(checks.place_free,)
    ),
    HandoverRule(code="rule-separation", records=entries.SeparationRuled, checks=(checks.both_listed,)),
    HandoverRule(code="mark-gate", records=entries.GateMarked, steps=ON_THE_GROUND),
    HandoverRule(
        code="decide-go",
        records=entries.GoDecided,
        second=True,
        guards=(guards.has_persons, guards.kept_apart),
        checks=(checks.gaps_accepted,),
    ),
    HandoverRule(
        code="identify-person",
        records=entries.Identified,
        steps=ON_THE_GROUND,
        guards=(guards.has_leg,),
        checks=(checks.own_leg,),
    ),
    HandoverRule(
        code="check-person",
        records=entries.Checked,
        steps=frozenset({Step.IDENTIFIED, Step.CHECKED}),
        checks=(checks.own_leg,),
    ),
    HandoverRule(
        code="give-over",
        records=entries.GivenOver,
        steps=frozenset({Step.CHECKED}),
        guards=(guards.go_covers, guards.kept_apart),
        checks=(checks.own_leg, checks.no_new_gap, checks.stays_named),
    ),
    HandoverRule(
        code="take-over",
        records=entries.TakenOver,
        steps=BETWEEN,
        checks=(checks.own_leg, checks.other_officer, checks.stays_named),
    ),
    HandoverRule(code="record-not-taken", records=entries.NotTaken, steps=BETWEEN, checks=(checks.own_leg,)),
    HandoverRule(
        code="record-reported-handover",  # one that this desk did not carry: two officers read the sources
        records=entries.HandoverReported,
        second=True,
        guards=(guards.has_persons, guards.not_under_way),
    ),
    HandoverRule(
        code="lock-handover",
        records=entries.HandoverLocked,
        guards=(guards.has_persons, guards.nobody_between),
    ),
    HandoverRule(
        code="correct-handover",
        records=entries.HandoverCorrected,
        after_lock=True,
        checks=(checks.line_exists,),
    ),
    HandoverRule(
        code="refuse-signature",
        records=SignatureRefused,
        guards=(guards.something_proposed,),
        checks=(checks.proposal_open,),
    ),
)
BY_CODE = {rule.code: rule for rule in HANDOVER_RULES}
