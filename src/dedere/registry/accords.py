"""The ledger of two States in the registry: rows drawn from each file, and the lists asked of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from dedere.accords.position import Position
from dedere.docket.accords import AccordFile, fold_accord
from dedere.registry import journal
from dedere.registry.models import AccordRow, ColumnRow


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """Which lines of the ledger are asked for; what is empty narrows nothing.

    ``side`` and ``position`` go together: what that side says of it.
    """

    kind: str = ""
    area: str = ""
    by: str = ""
    reading: str = ""
    side: str = ""
    position: str = ""
    since: date | None = None
    until: date | None = None


def accord_row(file: AccordFile, position: int) -> AccordRow:
    """Draw the row of an accord."""
    accord, due, found = file.recorded, file.due, file.read
    return AccordRow(
        number=file.number,
        position=position,
        version=file.version,
        kind=accord.kind,
        area=accord.area,
        first=accord.first_day,
        on=accord.on,
        until=accord.until,
        between=" ".join(accord.between),
        by=" ".join(accord.by),
        beneficiary=accord.beneficiary,
        at=accord.at,
        en=accord.title.en,
        es=accord.title.es,
        due=due.on if due else None,
        every=accord.every,
        awaited=" ".join(due.givers) if due else "",
        reading=found.reading.value,
        why=" ".join(each.value for each in found.why),
        apart=found.apart,
        figure=accord.figure.name if accord.figure else "",
        awaiting=file.awaiting.line if file.awaiting else 0,
        simulated=any(line.simulated for line in file.lines),
    )


def column_rows(file: AccordFile) -> tuple[ColumnRow, ...]:
    """Draw the rows of both columns; a side that has said nothing has one too."""
    return tuple(_column(file, side) for side in file.recorded.between)


def refresh(file: AccordFile) -> None:
    """Write an accord's rows anew, in the transaction that appends its lines."""
    accord_row(file, journal.starts([file.number])[file.number]).save()
    for row in column_rows(file):
        row.save()


def listed(asked: Asked) -> QuerySet[AccordRow]:
    """Return the lines asked for, the earliest first."""
    rows = AccordRow.objects.order_by("first", "position")
    for name in ("kind", "area", "reading"):
        if wanted := getattr(asked, name):
            rows = rows.filter(**{name: wanted})
    if asked.by:
        rows = rows.filter(by__contains=asked.by)
    if asked.side:
        said = ColumnRow.objects.filter(side=asked.side)
        if asked.position:
            said = said.filter(position=asked.position)
        rows = rows.filter(number__in=said.values("accord"))
    if asked.since:
        rows = rows.filter(first__gte=asked.since)
    return rows.filter(first__lte=asked.until) if asked.until else rows


def numbers() -> Iterator[str]:
    """Yield the number of every accord, in the order of the journal."""
    yield from AccordRow.objects.order_by("position").values_list("number", flat=True)


def columns_of(numbers: Iterable[str]) -> dict[str, dict[str, ColumnRow]]:
    """Return the columns of these accords, by number and side."""
    found: dict[str, dict[str, ColumnRow]] = {}
    for row in ColumnRow.objects.filter(accord__in=list(numbers)):
        found.setdefault(row.accord, {})[row.side] = row
    return found


def due_by(until: date) -> QuerySet[AccordRow]:
    """Return the promises that fall due by a day and that a giver has not answered, soonest first."""
    return AccordRow.objects.filter(due__lte=until).order_by("due", "number")


def unsigned() -> QuerySet[AccordRow]:
    """Return the lines on which an act awaits a second officer, in the order they were recorded."""
    return AccordRow.objects.filter(awaiting__gt=0).order_by("position")


def files(numbers: Sequence[str]) -> Mapping[str, AccordFile]:
    """Return those of the accords that exist, folded, by number."""
    return {number: fold_accord(number, lines) for number, lines in journal.read_all(numbers).items()}


def _column(file: AccordFile, side: str) -> ColumnRow:
    said, signed = file.column(side).current, file.signed_by(side)
    return ColumnRow(
        key=f"{file.number}/{side}",
        accord=file.number,
        side=side,
        position=said.position.value if said else Position.UNKNOWN.value,
        on=said.on if said else None,
        line=said.line if said else 0,
        published=bool(said and said.published),
        sources=" ".join(said.sources) if said else "",
        signed_on=signed.on if signed else None,
        signed_published=bool(signed and signed.published),
    )
