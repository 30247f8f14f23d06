"""What came out otherwise: two assessments of one case, clause by clause and clock by clock."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from dedere.law.assessment import Assessment, Effect

Place = tuple[str, str, str]
"""A charge, an instrument and a clause; the charge is empty for a clock, which runs for the whole case."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What a clause came to: its finding, or a clock's state and last day.

    Where the article alone is numbered anew, nothing came out otherwise.
    """

    effect: str
    says: str
    due: date | None = None
    article: str = field(default="", compare=False)


Outcomes = Mapping[Place, Outcome]


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """A clause that came out otherwise; one of the two is None where the clause did not stand there."""

    charge: str
    instrument: str
    clause: str
    before: Outcome | None
    after: Outcome | None

    @property
    def article(self) -> str:
        """The article as it is numbered now, or as it was."""
        known = self.after or self.before
        return known.article if known else ""

    @property
    def clock(self) -> bool:
        """Whether it is a clock that reads otherwise."""
        return Effect.CLOCK.value in {each.effect for each in (self.before, self.after) if each}


def outcomes(assessment: Assessment) -> Outcomes:
    """Every finding of an assessment, and every clock."""
    return dict(_outcomes(assessment))


def _outcomes(assessment: Assessment) -> Iterator[tuple[Place, Outcome]]:
    for charge in assessment.charges:
        for found in charge.findings:
            yield (
                (charge.id, found.citation.instrument, found.clause),
                Outcome(effect=found.effect.value, says=found.finding.value, article=found.citation.article),
            )
    for clock in assessment.clocks:
        yield (
            ("", clock.citation.instrument, clock.clause),
            Outcome(
                effect=Effect.CLOCK.value, says=clock.state, due=clock.due, article=clock.citation.article
            ),
        )


def differences(before: Outcomes, after: Outcomes) -> tuple[Difference, ...]:
    """What came out otherwise, in the order of the later assessment, then what no longer stands."""
    places = dict.fromkeys((*after, *before))
    return tuple(
        Difference(
            charge=place[0],
            instrument=place[1],
            clause=place[2],
            before=before.get(place),
            after=after.get(place),
        )
        for place in places
        if before.get(place) != after.get(place)
    )


def report_outcome(outcome: Outcome | None) -> dict[str, str | None] | None:
    """An outcome as JSON; null where the clause did not stand there."""
    if outcome is None:
        return None
    due = outcome.due.isoformat() if outcome.due else None
    return {"effect": outcome.effect, "says": outcome.says, "due": due}
