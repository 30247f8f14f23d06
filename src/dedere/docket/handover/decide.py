"""The one place where an act on a handover becomes lines or is refused: pure and total."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from dedere.docket.acts import Act
from dedere.docket.case import Case
from dedere.docket.entries import Line, SignatureAwaited
from dedere.docket.first import first
from dedere.docket.form import ill_formed
from dedere.docket.handover.custody import on_cases
from dedere.docket.handover.parts import Listed, Step
from dedere.docket.handover.state import Handover
from dedere.docket.handover.table import BY_CODE, HANDOVER_RULES, HandoverRule
from dedere.docket.signature import read_act, write_act
from dedere.words import Refused

Cases = Mapping[str, Case]


@dataclass(frozen=True, slots=True, kw_only=True)
class HandoverDecision:
    """The lines for the handover, and for each case (by number) the lines that go with them."""

    lines: tuple[Line, ...]
    case_lines: Mapping[str, tuple[Line, ...]] = field(default_factory=dict)


def decide_handover(
    handover: Handover | None, act: Act, cases: Cases, *, by: str, at: datetime
) -> HandoverDecision | Refused:
    """Return what the act leaves on the handover and on the cases of its persons, or why not.

    ``handover`` is None only for ``plan-handover``; ``cases`` holds the case of everyone listed
    and of whoever is to be listed.
    """
    rule = _permit(handover, act, cases, by, at)
    if isinstance(rule, Refused):
        return rule
    if handover is None or not rule.second:
        return _decided(handover, act, cases, by, at)
    text = write_act(act)
    if any(proposal.text == text for proposal in handover.proposals):
        return Refused(code="already-proposed", facts={"act": act.code})
    awaited = SignatureAwaited(act=act.code, proposed=text)
    proposal = Act(code="", entry=awaited, occurred_at=at, simulated=act.simulated)
    return HandoverDecision(lines=(_line(handover, proposal, by, at),))


def countersign_handover(
    handover: Handover, proposal: int, cases: Cases, *, by: str, at: datetime
) -> HandoverDecision | Refused:
    """Return the decision that a second officer signs; the handover and its gaps are judged anew."""
    proposed = handover.proposal(proposal)
    if proposed is None:
        return Refused(code="no-such-proposal")
    if not by.strip() or proposed.by == by:
        return Refused(code="same-officer", facts={"officer": proposed.by})
    act = read_act(proposed.text)
    rule = _permit(handover, act, cases, proposed.by, at)
    if isinstance(rule, Refused):
        return rule
    on = on_cases(handover, act, cases, by=proposed.by, at=at, second=by)
    if isinstance(on, Refused):
        return on
    return HandoverDecision(lines=(_line(handover, act, proposed.by, at, second=by),), case_lines=on)


def allowed_on(
    handover: Handover | None, cases: Cases, *, case: str = "", by: str = ""
) -> tuple[HandoverRule, ...]:
    """Return the acts that would not be refused but for their content, for a person or for the whole."""
    return tuple(
        rule
        for rule in HANDOVER_RULES
        if bool(rule.steps) is bool(case) and _standing(handover, rule, case, cases, by) is None
    )


def _permit(
    handover: Handover | None, act: Act, cases: Cases, by: str, at: datetime
) -> HandoverRule | Refused:
    rule = BY_CODE.get(act.code)
    if rule is None:
        return Refused(code="unknown-act", facts={"act": act.code})
    refused = first(_refusals(handover, rule, act, cases, by, at))
    return rule if refused is None else refused


def _refusals(
    handover: Handover | None, rule: HandoverRule, act: Act, cases: Cases, by: str, at: datetime
) -> Iterator[Refused | None]:
    """Ask one thing after another: each step may rely on those before it."""
    yield ill_formed(act, rule.records, by=by, at=at)
    yield _dates(handover, act, at)
    yield _standing(handover, rule, str(getattr(act.entry, "case", "")), cases, by)
    yield _content(handover, rule, act, cases)


def _dates(handover: Handover | None, act: Act, at: datetime) -> Refused | None:
    """Nothing is dated ahead of its recording, and no step of a journey before the step it follows."""
    if act.occurred_at > at:
        return Refused(code="in-the-future", facts={"at": at.isoformat()})
    person = handover.listed(str(getattr(act.entry, "case", ""))) if handover else None
    given = person.given_at if person and person.step is Step.GIVEN_OVER else None
    if given and act.occurred_at < given:
        return Refused(code="before-giving-over", facts={"at": given.isoformat()})
    return None


def _standing(
    handover: Handover | None, rule: HandoverRule, case: str, cases: Cases, by: str
) -> Refused | None:
    """Return why the act may not be filed on the handover as it stands, whatever its content."""
    if (handover is None) is not (rule.code == "plan-handover"):
        return Refused(code="no-such-handover" if handover is None else "handover-exists")
    if handover is None:
        return None
    if handover.locked and not rule.after_lock:
        return Refused(code="handover-locked")
    person = handover.listed(case)
    if (refused := _step(rule, person, case)) is not None:
        return refused
    if rule.code == "take-over" and person is not None and by and person.given_by == by:
        return Refused(code="same-officer", facts={"officer": by})
    return first(guard(handover, person, cases.get(case)) for guard in rule.guards)


def _content(handover: Handover | None, rule: HandoverRule, act: Act, cases: Cases) -> Refused | None:
    if handover is None:
        return None
    person = handover.listed(str(getattr(act.entry, "case", "")))
    return first(check(handover, person, act.entry, cases) for check in rule.checks)


def _step(rule: HandoverRule, person: Listed | None, case: str) -> Refused | None:
    if not rule.steps:
        return None
    if person is None or person.step is Step.STRUCK:
        return Refused(code="not-on-the-manifest", facts={"case": case})
    if person.step in rule.steps:
        return None
    return Refused(code="wrong-step", facts={"act": rule.code, "step": person.step.value})


def _decided(
    handover: Handover | None, act: Act, cases: Cases, by: str, at: datetime
) -> HandoverDecision | Refused:
    on = on_cases(handover, act, cases, by=by, at=at) if handover else {}
    if isinstance(on, Refused):
        return on
    return HandoverDecision(lines=(_line(handover, act, by, at),), case_lines=on)


def _line(handover: Handover | None, act: Act, by: str, at: datetime, second: str = "") -> Line:
    return act.line((handover.version if handover else 0) + 1, by=by, at=at, second=second)
