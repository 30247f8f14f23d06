"""The clauses of an assessment as rows of a table, in the groups in which the work is done."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from dedere.desk.requirements.row import Row, row
from dedere.desk.wording import say
from dedere.docket.case import Case
from dedere.law.assessment import Assessment, ChargeAssessment, ClauseFinding, Combined, Effect
from dedere.words import Finding

# Group → the effects of its clauses, in the order of the page. Clocks have their own place on the summary.
GROUPS: Mapping[str, tuple[Effect, ...]] = {
    "to-send": (Effect.DOCUMENT,),
    "to-decide": (Effect.SCOPE, Effect.REQUIREMENT),
    "bars": (Effect.MANDATORY_BAR, Effect.STAY, Effect.DISCRETION, Effect.EXCEPTION, Effect.DEFERRAL),
    "assurances": (),
    "after": (Effect.AFTER_SURRENDER, Effect.DUTY, Effect.COST),
    "none": (Effect.NO_PROVISION,),
}
# Kinds that are about assurances whatever their effect.
_ASSURANCES = frozenset({"penalty-barred", "undertakings"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """One part of the page: its rows in point, and those that are not."""

    code: str
    title: str
    rows: list[Row]
    beside: list[Row]


def grouped(case: Case, found: Assessment, charge: ChargeAssessment | None) -> list[Group]:
    """Return the groups for one charge, or for all of them where none is named."""
    rows = list(_rows(case, found, charge))
    return [_group(code, [each for group, each in rows if group == code]) for code in GROUPS]


def _group(code: str, rows: list[Row]) -> Group:
    return Group(
        code=code,
        title=say(f"requirements.group-{code}"),
        rows=[each for each in rows if each.in_point],
        beside=[each for each in rows if not each.in_point],
    )


def _rows(case: Case, found: Assessment, charge: ChargeAssessment | None) -> Iterable[tuple[str, Row]]:
    """Pair each row with its group; a combined row takes its reasons from the charge that needs them most."""
    if charge is not None:
        for each in charge.findings:
            yield _group_of(each.kind, each.effect), row(case, each)
        return
    by_clause = _telling(found)
    for combined in found.combined:
        telling = by_clause[_key(combined)]
        yield _group_of(combined.kind, combined.effect), row(case, telling, combined=combined)


def _telling(found: Assessment) -> dict[tuple[str, str], ClauseFinding]:
    """Return for each clause the finding to explain: an unknown one before a known one."""
    chosen: dict[tuple[str, str], ClauseFinding] = {}
    for charge in found.charges:
        for each in charge.findings:
            before = chosen.get(_key(each))
            if before is None or (each.finding is Finding.UNKNOWN and before.finding is not Finding.UNKNOWN):
                chosen[_key(each)] = each
    return chosen


def _key(each: ClauseFinding | Combined) -> tuple[str, str]:
    return each.citation.instrument, each.clause


def _group_of(kind: str, effect: Effect) -> str:
    if kind in _ASSURANCES:
        return "assurances"
    return next((code for code, effects in GROUPS.items() if effect in effects), "")
