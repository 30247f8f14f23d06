"""The rows that a handover comes to, and each person on its manifest."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from dedere.docket.case import Case
from dedere.docket.handover import Handover, Step, gaps_of
from dedere.registry.models import HandoverRow, ListedRow

Cases = Mapping[str, Case]


def listed_rows(handover: Handover, cases: Cases, only: Iterable[str] = ()) -> tuple[ListedRow, ...]:
    """Return the rows of those on the manifest, or of ``only`` some of them; ``cases`` must hold theirs.

    A row is a function of the handover and of that one person's case.
    """
    wanted = frozenset(only)
    return tuple(
        ListedRow(
            key=f"{handover.id}/{person.case}",
            handover_id=handover.id,
            case_id=person.case,
            ordinal=ordinal,
            person=person.person,
            leg=person.leg,
            gaps=len(gaps_of(handover, person, cases)),
            state=person.step.value,
        )
        for ordinal, person in enumerate(handover.persons, 1)
        if person.step is not Step.STRUCK and (not wanted or person.case in wanted)
    )


def handover_row(handover: Handover, position: int, gaps: Sequence[int]) -> HandoverRow:
    """Return the handover's own row; ``gaps`` counts those of each person on the manifest."""
    return HandoverRow(
        id=handover.id,
        position=position,
        version=handover.version,
        title=handover.title,
        on=handover.on,
        place=handover.place,
        giving=handover.giving,
        receiving=handover.receiving,
        basis=handover.basis,
        state=standing(handover),
        persons=len(handover.active),
        gaps=sum(gaps),
        incomplete=sum(each > 0 for each in gaps),
        taken=sum(person.step is Step.TAKEN_OVER for person in handover.active),
        locked=handover.locked,
        simulated=any(line.simulated for line in handover.lines),
    )


def standing(handover: Handover) -> str:
    """Return how far the handover has come: ``planned``, ``go``, ``no-go``, ``under-way``, ``locked``."""
    if handover.locked:
        return "locked"
    if handover.under_way:
        return "under-way"
    if handover.decision is None:
        return "planned"
    return "go" if handover.decision.go else "no-go"
