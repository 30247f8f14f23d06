"""One clause over all charges: the charges by finding, so that a partial result shows as one."""

from __future__ import annotations

from collections.abc import Sequence

from dedere.law.assessment import ChargeAssessment, ClauseFinding, Combined, Effect
from dedere.words import Finding

# Over several charges a bar counts where it is met once, a requirement where it is not met once.
_WEIGHTIEST = {
    True: (Finding.NOT_MET, Finding.UNKNOWN, Finding.MET, Finding.NOT_IN_POINT),
    False: (Finding.MET, Finding.UNKNOWN, Finding.NOT_MET, Finding.NOT_IN_POINT),
}
_NEEDED = frozenset({Effect.REQUIREMENT, Effect.DOCUMENT, Effect.SCOPE, Effect.DUTY})


def combine(charges: Sequence[ChargeAssessment]) -> tuple[Combined, ...]:
    """One row for each clause, with the charges by finding: a partial result shows as one."""
    names = tuple(charge.id for charge in charges)
    across = zip(*(charge.findings for charge in charges), strict=True)
    return tuple(_combined(row[0], tuple([each.finding for each in row]), names) for row in across)


def _combined(first: ClauseFinding, findings: tuple[Finding, ...], names: tuple[str, ...]) -> Combined:
    key = (first.citation.instrument, first.clause, findings, names)
    made = _COMBINED.get(key)
    if made is None:
        if len(_COMBINED) > 100_000:
            _COMBINED.clear()
        made = _COMBINED[key] = _weighed(first, findings, names)
    return made


_COMBINED: dict[tuple[object, ...], Combined] = {}


def _weighed(first: ClauseFinding, findings: tuple[Finding, ...], names: tuple[str, ...]) -> Combined:
    def those(wanted: Finding) -> tuple[str, ...]:
        return tuple(name for name, finding in zip(names, findings, strict=True) if finding is wanted)

    order = _WEIGHTIEST[first.effect in _NEEDED]
    return Combined(
        clause=first.clause,
        citation=first.citation,
        kind=first.kind,
        effect=first.effect,
        finding=next(finding for finding in order if finding in findings),
        met=those(Finding.MET),
        not_met=those(Finding.NOT_MET),
        unknown=those(Finding.UNKNOWN),
        not_in_point=those(Finding.NOT_IN_POINT),
        decider=first.decider,
    )
