"""A line of the ledger as a row of the exported table: both columns, their reading, the docket's figure."""

from __future__ import annotations

from collections.abc import Iterable

from django.http import HttpRequest
from django.urls import reverse

from dedere.desk.commitments.filters import SIDES
from dedere.desk.commitments.lines import Line, Side, of_page
from dedere.desk.exports.caserows import yes_no
from dedere.desk.exports.tables import Row
from dedere.desk.wording import code, say, state

_BEFORE = ("number", "address", "kind", "area", "on", "until", "by", "to", "at", "what", "due", "every")
_OF_SIDE = ("tells", "position", "day", "words", "published", "sources", "signed")
_AFTER = ("reading", "why", "indicator", "unit", "baseline", "proof", "query", "count", "target", "simulated")


def head() -> list[str]:
    """The heads of the columns; those of a side name it."""
    return [
        *(say(f"commitments.head-{name}") for name in _BEFORE),
        *(say(f"commitments.head-{name}", side=state(side)) for side in SIDES for name in _OF_SIDE),
        *(say(f"commitments.head-{name}") for name in _AFTER),
    ]


def rows(lines: Iterable[Line], request: HttpRequest) -> list[Row]:
    """Return each line in the order of the heads; days are ISO, a published one as far as it is known."""
    return [(*_before(line, request), *_sides(line), *_after(line)) for line in lines]


def _before(line: Line, request: HttpRequest) -> Row:
    accord, due = line.accord, line.file.due
    return (
        line.file.number,
        request.build_absolute_uri(reverse("commitments:accord", args=[line.file.number])),
        code("accord", accord.kind),
        code("area", accord.area),
        accord.on,
        accord.until,
        " ".join(accord.by),
        accord.beneficiary,
        accord.at,
        of_page(accord.title),
        due.on if due else accord.due,
        accord.every or None,
    )


def _sides(line: Line) -> Row:
    told = {side.side: side for side in line.sides}
    return tuple(cell for side in SIDES for cell in _side(told[side]))


def _side(side: Side) -> Row:
    said, account, signed = side.said, side.account, side.signature
    tells = (
        say("commitments.silent")
        if account and account.silent
        else of_page(account.words if account else None)
    )
    return (
        tells,
        code("position", side.column.position),
        said.on if said else None,
        of_page(said),
        yes_no(said.published) if said else "",
        " ".join(said.sources) if said else "",
        signed.on if signed else None,
    )


def _after(line: Line) -> Row:
    accord, read, worked = line.accord, line.file.read, line.worked
    told, indicator = worked and worked.counted, accord.indicator
    return (
        code("reading", read.reading),
        "; ".join(code("dispute", each) for each in read.why),
        of_page(indicator.what if indicator else None),
        indicator.unit if indicator else "",
        indicator.baseline if indicator else "",
        of_page(accord.proof),
        worked.command if worked else "",
        told.value if told else None,
        told.figure.target if told else None,
        yes_no(any(each.simulated for each in line.file.lines)),
    )
