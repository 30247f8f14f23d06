"""How a charge stands on its findings and clocks, and the one next thing to be done."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dedere.law.assessment import ChargeAssessment, ClauseFinding, ClockReading, Effect, NextThing
from dedere.words import Finding

STANDINGS = ("barred", "stayed", "lacking", "unknown", "discretion", "clear")
NEXT = (
    "stay-stands",
    "clock-expired",
    "assurance-needed",
    "bar-stands",
    "lacking",
    "settle-facts",
    "decide",
    "release-open",
    "clock-runs",
)
NEEDED = frozenset({Effect.REQUIREMENT, Effect.DOCUMENT, Effect.SCOPE})


def stands(findings: Sequence[ClauseFinding], clocks: Sequence[ClockReading]) -> str:
    """``barred stayed lacking unknown discretion clear``, the first that is true.

    Barred: a bar holds, or a clock ran out that bars for good. Stayed: a court's order stands.
    Lacking: a requirement or a paper is not met. Discretion: nothing is missing, and somebody may
    still refuse.
    """
    seen = {(found.effect, found.finding) for found in findings if found.weighs}
    expiries = {clock.expiry for clock in clocks if clock.state == "expired"}
    if "barred-for-good" in expiries or (Effect.MANDATORY_BAR, Finding.MET) in seen:
        return "barred"
    if (Effect.STAY, Finding.MET) in seen:
        return "stayed"
    if any((effect, Finding.NOT_MET) in seen for effect in NEEDED):
        return "lacking"
    if any(finding is Finding.UNKNOWN and effect is not Effect.STAY for effect, finding in seen):
        return "unknown"
    if (Effect.DISCRETION, Finding.MET) in seen or "may-refuse-later" in expiries:
        return "discretion"
    return "clear"


def behind(charge: ChargeAssessment) -> tuple[ClauseFinding, ...]:
    """The findings by which a charge stands as it does: while one of them holds, it stands no better.

    None where it is clear, or where a clock alone makes it stand so.
    """
    return tuple(each for each in charge.findings if each.weighs and _keeps(charge.standing, each))


def _keeps(standing: str, found: ClauseFinding) -> bool:
    effect, finding = found.effect, found.finding
    match standing:
        case "barred":
            return effect is Effect.MANDATORY_BAR and finding is Finding.MET
        case "stayed":
            return effect is Effect.STAY and finding is Finding.MET
        case "lacking":
            return effect in NEEDED and finding is Finding.NOT_MET
        case "unknown":
            return effect is not Effect.STAY and finding is Finding.UNKNOWN
        case "discretion":
            return effect is Effect.DISCRETION and finding is Finding.MET
    return False


def next_thing(charges: Sequence[ChargeAssessment], clocks: Sequence[ClockReading]) -> NextThing | None:
    """The first thing that stands in the way, in the order of ``NEXT``; None where nothing does."""
    found = dict(reversed([*_in_the_way(charges)]))
    code = next((code for code in NEXT if code in found), "")
    expired = [clock for clock in clocks if clock.state == "expired" and clock.expiry in _URGENT]
    if expired and code != "stay-stands":
        return _of_clock("clock-expired", expired[0])
    running = sorted((clock for clock in clocks if clock.state == "running"), key=lambda each: str(each.due))
    if code:
        return _of_finding(code, found[code], running[0] if running else None)
    release = [clock for clock in clocks if clock.expiry == "may-release" and _ran_out(clock)]
    if release:
        return _of_clock("release-open", release[0])
    return _of_clock("clock-runs", running[0]) if running else None


_URGENT = ("released-at-once", "barred-for-good")


def _ran_out(clock: ClockReading) -> bool:
    """Whether it ran out and nothing stopped it since: then release is open, and not yet owed."""
    return clock.state == "expired" and clock.stopped_on is None


def _in_the_way(charges: Sequence[ChargeAssessment]) -> Iterator[tuple[str, ClauseFinding]]:
    for charge in charges:
        for found in charge.findings:
            code = _code(found) if found.weighs else ""
            if code:
                yield code, found


def _code(found: ClauseFinding) -> str:
    match found.effect, found.finding:
        case Effect.STAY, Finding.MET:
            return "stay-stands"
        case Effect.STAY, Finding.UNKNOWN:
            return ""
        case Effect.MANDATORY_BAR, Finding.MET:
            return "assurance-needed" if found.cures else "bar-stands"
        case ((Effect.REQUIREMENT | Effect.DOCUMENT | Effect.SCOPE), Finding.NOT_MET):
            return "lacking"
        case _, Finding.UNKNOWN:
            return "settle-facts"
        case Effect.DISCRETION, Finding.MET:
            return "assurance-needed" if found.cures else "decide"
        case _:
            return ""


def _of_finding(code: str, found: ClauseFinding, clock: ClockReading | None) -> NextThing:
    first = sorted(found.needs[0]) if found.needs else found.cures
    return NextThing(
        code=code,
        citation=found.citation,
        clause=found.clause,
        needs=tuple(first),
        decider=found.decider,
        due=clock.due if clock else None,
    )


def _of_clock(code: str, clock: ClockReading) -> NextThing:
    return NextThing(
        code=code, citation=clock.citation, clause=clock.clause, decider=clock.decider, due=clock.due
    )
