"""What a case file expects of its assessment, and where the two differ."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from dedere.law.assessment import Assessment, ChargeAssessment, ClauseFinding, ClockReading
from dedere.law.library import Library, library
from dedere.words import Finding


@dataclass(frozen=True, slots=True, kw_only=True)
class Expectation:
    """One ``[[expect]]``: what is named is checked, what is left out is not.

    With ``rule`` it is about a clock; with ``article`` or ``clause`` about a clause, for one
    charge or, where none is named, for each; with ``standing`` about how a charge stands; with
    ``in_force`` about whether an instrument attaches, so that where it does not its articles are
    not looked for; with ``next`` about the one next thing. A clock whose ``finding`` is
    ``not-in-point`` is not read at all. ``says`` are values of the clause itself, such as the
    order of competing requests, which no finding shows.
    """

    instrument: str = ""
    article: str = ""
    clause: str = ""
    kind: str = ""
    charge: str | None = None
    finding: str = ""
    effect: str = ""
    decider: str | None = None
    needs: frozenset[frozenset[str]] | None = None
    cures: frozenset[str] | None = None
    beside: str = ""
    checked: bool | None = None
    standing: str = ""
    in_force: bool | None = None
    next: str | None = None
    rule: str = ""
    state: str = ""
    expiry: str = ""
    day: int | None = None
    of: int | None = None
    due: date | None = None
    start: date | None = None
    stopped_on: date | None = None
    length_unit: str = ""
    says: Mapping[str, object] = field(default_factory=dict)


def failures(expected: Expectation, assessment: Assessment, laws: Library | None = None) -> tuple[str, ...]:
    """Each way in which the assessment is not as expected, as a sentence; none where it is.

    ``laws`` is the library that was assessed under; the packaged one where it is left out.
    """
    said = _said(expected, assessment, laws or library()) if expected.says else ()
    return (*_failures(expected, assessment), *said)


def _said(expected: Expectation, assessment: Assessment, laws: Library) -> Iterator[str]:
    for clause in sorted(meant(expected, assessment)):
        given = laws.clause(expected.instrument, clause).given
        for key, wanted in expected.says.items():
            found = given.get(key)
            yield from _differs(
                f"{clause}: {key}", wanted, list(found) if isinstance(found, tuple) else found
            )


def _failures(expected: Expectation, assessment: Assessment) -> Iterator[str]:
    if expected.in_force is not None:
        attached = any(used.id == expected.instrument for used in assessment.instruments)
        if attached is not expected.in_force:
            yield f"{expected.instrument} {'attaches' if attached else 'does not attach'}"
    if expected.next is not None:
        found = assessment.next.code if assessment.next else ""
        yield from _differs("next", expected.next, found)
    if expected.rule and expected.in_force is not False:
        yield from _clock(expected, assessment)
    elif (expected.article or expected.clause) and expected.in_force is not False:
        yield from _clause(expected, assessment)
    if expected.standing:
        for charge in assessment.charges:
            if expected.charge in (None, charge.id):
                yield from _differs(f"charge {charge.id} stands", expected.standing, charge.standing)


def _clock(expected: Expectation, assessment: Assessment) -> Iterator[str]:
    found = [clock for clock in assessment.clocks if _is_clock(clock, expected)]
    if len(found) != (expected.finding != Finding.NOT_IN_POINT):
        yield f"{len(found)} clocks {expected.rule} of {expected.instrument or 'any instrument'}"
        return
    for name in _READ if found else ():
        wanted = getattr(expected, name)
        if wanted is not None and (wanted or name == "decider"):  # a clock may be nobody's to decide
            yield from _differs(f"clock {expected.rule}: {name}", wanted, getattr(found[0], name))


_READ = ("state", "expiry", "day", "of", "due", "start", "stopped_on", "length_unit", "decider")


def _is_clock(clock: ClockReading, expected: Expectation) -> bool:
    return (
        clock.rule == expected.rule
        and expected.instrument in ("", clock.citation.instrument)
        and expected.article in ("", clock.citation.article)
        and expected.clause in ("", clock.clause)
    )


def _clause(expected: Expectation, assessment: Assessment) -> Iterator[str]:
    for charge in assessment.charges:
        if expected.charge not in (None, charge.id):
            continue
        found = _named(expected, charge)
        if len(found) != 1:
            where = f"{expected.instrument} {expected.article} {expected.clause}".strip()
            yield f"{len(found)} clauses at {where}: name one by its id"
        else:
            yield from _finding(expected, found[0], f"charge {charge.id!r}: article {expected.article}")


def _named(expected: Expectation, charge: ChargeAssessment) -> list[ClauseFinding]:
    found = [each for each in charge.findings if _is_clause(each, expected)]
    return [each for each in found if not each.beside] or found


def meant(expected: Expectation, assessment: Assessment) -> frozenset[str]:
    """The ids of the clauses that it is about, among those that the assessment reads."""
    if expected.rule:
        return frozenset(clock.clause for clock in assessment.clocks if _is_clock(clock, expected))
    if not (expected.article or expected.clause):
        return frozenset()
    charges = (each for each in assessment.charges if expected.charge in (None, each.id))
    return frozenset(found.clause for charge in charges for found in _named(expected, charge))


def _is_clause(found: ClauseFinding, expected: Expectation) -> bool:
    articles = (found.citation.article, *found.citation.article.split(", "))
    return (
        expected.instrument in ("", found.citation.instrument)
        and (not expected.article or expected.article in articles)
        and expected.clause in ("", found.clause)
        and expected.kind in ("", found.kind)
    )


def _finding(expected: Expectation, found: ClauseFinding, where: str) -> Iterator[str]:
    if expected.finding:
        yield from _differs(f"{where}: finding", expected.finding, found.finding.value)
    if expected.effect:
        yield from _differs(f"{where}: effect", expected.effect, found.effect.value)
    if expected.decider is not None:
        yield from _differs(f"{where}: decider", expected.decider, found.decider)
    if expected.checked is not None:
        yield from _differs(f"{where}: checked", expected.checked, bool(found.citation.checked))
    if expected.beside:
        yield from _differs(f"{where}: beside", expected.beside, found.beside)
    if expected.cures is not None:
        yield from _differs(f"{where}: cures", sorted(expected.cures), sorted(found.cures))
    if expected.needs is not None:
        yield from _differs(f"{where}: needs", _sets(expected.needs), _sets(frozenset(found.needs)))


def _sets(needs: frozenset[frozenset[str]]) -> list[list[str]]:
    return sorted(sorted(need) for need in needs)


def _differs(what: str, wanted: object, found: object) -> Iterator[str]:
    if wanted != found:
        yield f"{what}: {found!r} instead of {wanted!r}"
