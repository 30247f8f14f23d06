"""An event as a table: one row for each claim, with what comes of its question."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from dedere.claims.reconcile import Reconciled
from dedere.claims.said import Said
from dedere.desk.exports.cells import Cell
from dedere.desk.wording import code, say
from dedere.words import Source

COLUMNS = (
    "event",
    "attribute",
    "about",
    "outcome",
    "rule",
    "value",
    "stands",
    "bound",
    "negated",
    "kind",
    "source",
    "outlet",
    "tier",
    "date",
    "language",
    "speaker",
    "party",
    "words",
)


def head() -> list[str]:
    """The heads of the columns."""
    return [say(f"claims.table.{name}") for name in COLUMNS]


def rows(answers: Sequence[Reconciled], outlets: Mapping[str, Source]) -> Iterator[Sequence[Cell]]:
    """Yield each claim in the order of the page: codes as they are kept, outcome and rule in words."""
    for answer in answers:
        best = {claim.id for claim in answer.best.held} if answer.best else set()
        every = {claim.id: claim for each in answer.positions for claim in (*each.held, *each.fitting)}
        for claim in (*every.values(), *answer.aside):
            yield _row(answer, claim, outlets, stands=claim.id in best)


def _row(answer: Reconciled, claim: Said, outlets: Mapping[str, Source], *, stands: bool) -> Sequence[Cell]:
    outlet = outlets.get(claim.source)
    return (
        claim.event,
        claim.attribute,
        claim.about,
        code("claims-outcome", answer.outcome.value),
        code("claims-rule", answer.rule.value) if answer.rule else "",
        claim.value,
        "1" if stands else "0",
        claim.bound.value,
        "1" if claim.negated else "0",
        claim.kind.value,
        " ".join(claim.cited),
        outlet.outlet if outlet else "",
        claim.tier,
        claim.on,
        claim.language,
        claim.speaker,
        claim.party,
        claim.words,
    )
