"""Worklists, written in the transaction that appends the lines they are drawn from."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dedere.docket.case import Case, fold
from dedere.docket.handover import Handover, fold_handover
from dedere.registry import journal
from dedere.registry.drawn import Drawn, draw
from dedere.registry.drawnhandover import Cases, handover_row, listed_rows
from dedere.registry.insert import insert
from dedere.registry.models import CaseRow, ClockRow, ListedRow, ProposalRow, WordRow


def refresh(case: Case, *, but: str = "") -> None:
    """Write one case's rows anew, and its place on each manifest; ``but`` names a handover to leave."""
    refresh_all([case])
    for id in case.handovers:
        if id != but:
            handover = fold_handover(id, journal.read(id))
            refresh_handover(handover, {case.number: case}, only=(case.number,))


def refresh_all(cases: Sequence[Case], *, fresh: bool = False) -> None:
    """Write the rows of many cases anew; ``fresh`` says that none of them had any."""
    positions = journal.starts([case.number for case in cases])
    write([draw(case, positions[case.number]) for case in cases], fresh=fresh)


def refresh_handover(handover: Handover, cases: Cases, *, only: Iterable[str] = ()) -> None:
    """Write a handover's row anew and the rows of its persons, or of ``only`` those whose file changed."""
    only = tuple(only)
    stored = ListedRow.objects.filter(handover_id=handover.id)
    (stored.filter(case_id__in=only) if only else stored).delete()
    insert(ListedRow, listed_rows(handover, cases, only))
    gaps = list(ListedRow.objects.filter(handover_id=handover.id).values_list("gaps", flat=True))
    handover_row(handover, journal.starts([handover.id])[handover.id], gaps).save()


def write(drawn: Sequence[Drawn], *, fresh: bool = False) -> None:
    """Replace the stored rows of these cases by the drawn ones."""
    if not fresh:
        forget([each.case.number for each in drawn])
    insert(CaseRow, (each.case for each in drawn))
    insert(ClockRow, (row for each in drawn for row in each.clocks))
    insert(ProposalRow, (row for each in drawn for row in each.proposals))
    insert(WordRow, (row for each in drawn for row in each.words))


def forget(numbers: Sequence[str]) -> None:
    """Remove the rows of these cases."""
    for model in (ClockRow, ProposalRow, WordRow):
        model.objects.filter(case_id__in=numbers).delete()
    CaseRow.objects.filter(number__in=numbers).delete()


def cases_of(numbers: Iterable[str]) -> dict[str, Case]:
    """Return those of the cases that exist, folded, by number."""
    return {number: fold(number, lines) for number, lines in journal.read_all(list(numbers)).items()}
