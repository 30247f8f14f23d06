"""Lines of the ledger of two States as a command prints them: a row, a whole line, a figure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from dedere.cli.words import Words

if TYPE_CHECKING:
    from dedere.accords.figures import Figure
    from dedere.docket.accords import AccordFile
    from dedere.registry.models import AccordRow, ColumnRow

Told = dict[str, Any]


def row_told(row: AccordRow, columns: Mapping[str, ColumnRow]) -> Told:
    """Return a row of the list under stable keys."""
    return {
        "number": row.number,
        "on": row.on,
        "until": row.until,
        "kind": row.kind,
        "area": row.area,
        "by": row.by.split(),
        "beneficiary": row.beneficiary,
        "title": {"en": row.en, "es": row.es},
        "due_next": row.due.isoformat() if row.due else None,
        "awaited": row.awaited.split(),
        "reading": row.reading,
        "why": row.why.split(),
        "told_apart": row.apart,
        "positions": {side: own.position for side, own in sorted(columns.items())},
    }


def file_told(file: AccordFile) -> Told:
    """Return all that is on file of one line, its figure counted anew, and what a meeting left open."""
    from dedere.clerk.accords import follow_up_of
    from dedere.docket.accords.report import report_accord, report_follow_up

    accord = file.recorded
    told = report_accord(file)
    told["counted"] = figure_told(accord.figure) if accord.figure else None
    meeting = accord.kind == "meeting"
    told["follow_up"] = report_follow_up(follow_up_of(file.number)) if meeting else None
    return told


def figure_told(figure: Figure) -> Told:
    """Count a figure and return what it came to."""
    from dedere.clerk.figures import count
    from dedere.docket.accords.report import report_counted

    return report_counted(count(figure))


def flat(told: Told) -> Told:
    """Return a row of the list as cells of a table, a column for each side."""
    cells = {**told, **told["title"], **told["positions"]}
    return {name: " ".join(value) if isinstance(value, list) else value for name, value in cells.items()}


def line(told: Told, say: Words) -> str:
    """``A-2025-0018  2025-02-03  commitment  reinforce …  MX unknown · US kept  one side says kept``."""
    positions = " · ".join(f"{side} {say.code('position', said)}" for side, said in told["positions"].items())
    kind, reading = say.code("accord", told["kind"]), say.code("reading", told["reading"])
    head = f"{told['number']}  {told['on']:<10}  {kind}: {told['title'][say.language]}"
    return f"{head}\n    {positions} → {reading}"


def lines(told: Told, say: Words) -> Iterator[str]:
    """Yield one line of the ledger for people to read."""
    head = f"{' '.join(told['by'])}, {say.code('accord', told['kind'])}, {say.code('area', told['area'])}"
    yield f"{told['number']}  {told['on']}  {head}: {told['title'][say.language]}"
    for account in told["accounts"]:
        if account["whose"] != "ledger":
            words = account["words"][say.language] if account["words"] else say.say("accords-silent")
            yield f"  {account['whose']}: {words} [{' '.join(account['sources'])}]"
    why = [say.code("dispute", each) for each in told["why"]]
    yield "  " + "; ".join([say.code("reading", told["reading"]), *why])
    for column in told["columns"]:
        yield f"  {column['side']}: {say.code('position', column['position'])}"
        for said in column["statements"]:
            position = say.code("position", said["position"])
            yield f"    {said['on']}  {position}: {_words(said, say)} [{_sources(said)}]"
    for each in told["evidence"]:
        yield f"  {each['on']}  {_words(each, say)} [{_sources(each)}]"
    if counted := told["counted"]:
        yield f"  {counted_words(counted, say)}"
        yield f"  $ {counted['query']}"
    if follow := told["follow_up"]:
        yield "  " + " · ".join(
            say.say("accords-open", side=side, open=len(numbers)) for side, numbers in follow["open"].items()
        )


def counted_words(counted: Told, say: Words) -> str:
    """``26 persons handed over (of 26)``."""
    of = f" / {counted['target']}" if counted["target"] is not None else ""
    return f"{counted['value']}{of} {say.code('figure', counted['name'])}"


def _words(said: Told, say: Words) -> str:
    told: str = said[say.language] or said["en"] or said["es"]
    return told


def _sources(said: Told) -> str:
    return " ".join(said["sources"])
