"""Today as a table: each thing to do on a row, the page's own words in columns."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime

from django.http import HttpRequest

from dedere.desk import wording
from dedere.desk.exports.caserows import clock_words, yes_no
from dedere.desk.exports.tables import Row
from dedere.desk.frame.citations import cite
from dedere.desk.today import groups as page
from dedere.desk.today.reading import day_of
from dedere.registry.lists.agenda import Agenda
from dedere.registry.models import AccordRow, CaseRow, ClockRow, HandoverRow, ProposalRow

COLUMNS = (
    "group",
    "what",
    "number",
    "address",
    "person",
    "clock",
    "day-of",
    "article",
    "unchecked",
    "due",
    "who",
    "since",
    "simulated",
)
Drawn = AccordRow | ClockRow | ProposalRow | HandoverRow | CaseRow


def head() -> list[str]:
    """The heads of the columns."""
    return [wording.say(f"exports.{name}") for name in COLUMNS]


def rows(day: Agenda, request: HttpRequest, *, on: date) -> Iterator[Row]:
    """Yield what the page shows, in its order; each group whole."""
    drawn: dict[str, tuple[Drawn, ...]] = {
        "overdue": day.overdue.rows,
        "due": day.due.rows,
        "soon": day.soon.rows,
        "promises": day.promises.rows,
        "signatures": day.signatures.rows,
        "handovers": day.handovers.rows,
        "waiting": day.waiting.rows,
    }
    for group in page.groups(day, on=on):
        for shown, row in zip(group.rows, drawn[group.code], strict=True):
            yield (
                wording.say(f"today.group-{group.code}"),
                shown.what,
                shown.number,
                request.build_absolute_uri(shown.opens),
                shown.person,
                *(_clock(row, on) if isinstance(row, ClockRow) else ("", "", "", "")),
                shown.due,
                shown.who,
                _since(row),
                yes_no(_simulated(row)),
            )


def _clock(row: ClockRow, on: date) -> Row:
    unchecked = yes_no(not row.checked) if row.article else ""
    return clock_words(row.rule), day_of(row, on), cite(row.instrument, row.article), unchecked


def _since(row: Drawn) -> datetime | None:
    # Since when a signature or the other State has been awaited.
    if isinstance(row, ProposalRow):
        return row.at
    return row.changed_at if isinstance(row, CaseRow) else None


def _simulated(row: Drawn) -> bool:
    return row.simulated if isinstance(row, AccordRow | HandoverRow | CaseRow) else row.case.simulated
