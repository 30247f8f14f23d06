"""An assessment as JSON: stable keys, told by docs/reference/assessment.schema.json."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from dedere.law.assessment import (
    Assessment,
    ChargeAssessment,
    ClauseFinding,
    ClockReading,
    Combined,
    ComputedFact,
    NextThing,
    Reason,
    Reserved,
)
from dedere.law.dayline import ClockDay
from dedere.law.stands import behind
from dedere.words import Citation

Json = dict[str, Any]


def report(assessment: Assessment) -> Json:
    """The whole assessment as objects, lists, texts, numbers and null."""
    return {
        "case": assessment.case,
        "on": assessment.on.isoformat(),
        "route": assessment.route,
        "instruments": [
            {
                "id": used.id,
                "digest": used.digest,
                "reason": used.reason,
                "since": _day(used.since),
                "until": _day(used.until),
            }
            for used in assessment.instruments
        ],
        "charges": [_charge(charge) for charge in assessment.charges],
        "combined": [_combined(row) for row in assessment.combined],
        "clocks": [report_clock(clock) for clock in assessment.clocks],
        "next": _next(assessment.next),
    }


def report_clock(clock: ClockReading) -> Json:
    """One clock as JSON; days are ISO dates, and null where the clock has none."""
    return {
        "rule": clock.rule,
        **cited(clock.citation),
        "clause": clock.clause,
        "start": _day(clock.start),
        "due": _day(clock.due),
        "day": clock.day,
        "of": clock.of,
        "unit": clock.unit,
        "length": clock.length,
        "length_unit": clock.length_unit,
        "state": clock.state,
        "expiry": clock.expiry,
        "started_by": clock.started_by,
        "stopped_by": clock.stopped_by,
        "stopped_on": _day(clock.stopped_on),
        "pauses": [[_day(begin), _day(end)] for begin, end in clock.pauses],
        "paused_by": list(clock.paused_by),
        "from_next_day": clock.from_next_day,
        "calendar": clock.calendar,
        "decider": clock.decider,
        "reserved": [_reserved(each) for each in clock.reserved],
    }


def _charge(charge: ChargeAssessment) -> Json:
    return {
        "id": charge.id,
        "title": charge.title,
        "standing": charge.standing,
        "behind": [f"{found.citation.instrument}:{found.clause}" for found in behind(charge)],
        "findings": [report_finding(found) for found in charge.findings],
        "computed": [_computed(each) for each in charge.computed],
    }


def _computed(each: ComputedFact) -> Json:
    return {
        "fact": each.fact,
        "value": each.value,
        "asserted": each.asserted,
        "contradicts": each.contradicts,
        "law": each.law,
        "articles": list(each.articles),
    }


def report_finding(found: ClauseFinding) -> Json:
    """One finding as JSON, its reasons in it where they were asked for."""
    return {
        "clause": found.clause,
        **cited(found.citation),
        "kind": found.kind,
        "effect": found.effect.value,
        "finding": found.finding.value,
        "needs": [sorted(need) for need in found.needs],
        "decider": found.decider,
        "cures": list(found.cures),
        "weighs": found.weighs,
        "beside": found.beside,
        "reserved": [_reserved(each) for each in found.reserved],
        "because": found.because,
        "reasons": [_reason(reason) for reason in found.reasons],
    }


def report_days(days: Iterable[ClockDay]) -> list[Json]:
    """A clock's days as JSON, each with how many have counted up to it, and why it counts or not."""
    return [
        {
            "on": day.on.isoformat(),
            "number": day.number,
            "why": day.why,
            "cause": day.cause,
            "due": day.due,
            "stopped": day.stopped,
        }
        for day in days
    ]


def _reserved(each: Reserved) -> Json:
    return {
        "state": each.state,
        "made": _day(each.made),
        "effect": each.effect,
        "reciprocal": each.reciprocal,
        "text": dict(each.text),
        "checked": each.checked or False,
    }


def _reason(reason: Reason) -> Json:
    return {
        "depth": reason.depth,
        "text": reason.text,
        "finding": reason.finding.value,
        "sources": list(reason.sources),
    }


def _combined(row: Combined) -> Json:
    return {
        "clause": row.clause,
        **cited(row.citation),
        "kind": row.kind,
        "effect": row.effect.value,
        "finding": row.finding.value,
        "met": list(row.met),
        "not_met": list(row.not_met),
        "unknown": list(row.unknown),
        "not_in_point": list(row.not_in_point),
        "decider": row.decider,
    }


def _next(thing: NextThing | None) -> Json | None:
    if thing is None:
        return None
    return {
        "code": thing.code,
        **cited(thing.citation),
        "clause": thing.clause,
        "needs": list(thing.needs),
        "decider": thing.decider,
        "due": _day(thing.due),
    }


def cited(citation: Citation) -> Json:
    """Where a rule stands, and whether it was checked."""
    return {
        "article": citation.article,
        "instrument": citation.instrument,
        "checked": citation.checked or False,
    }


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
