"""Decisions as a table that travels: CSV or JSON, one row for each pair decided, sorted by pair."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Mapping
from datetime import datetime
from pathlib import Path

from dedere.files.sheets import Sheet, meant
from dedere.persons.decided import Decision, Pair, Verdict
from dedere.words import Unreadable

PAIR = ("wanted_roll", "wanted_id", "register_roll", "register_id")
TEXTS = ("wanted_digest", "register_digest", "reason", "by", "second")
COLUMNS = (*PAIR, "verdict", *TEXTS, "at")


class UnreadableDecisions(Unreadable):
    """A file of decisions that lacks a column or holds what no decision says."""


def row_of(decision: Decision) -> dict[str, str]:
    """Return a decision as one row, by column."""
    pair = {name: str(getattr(decision.pair, name)) for name in PAIR}
    told = {name: str(getattr(decision, name)) for name in TEXTS}
    return {**pair, "verdict": decision.verdict.value, **told, "at": decision.at.isoformat()}


def write_csv(decisions: Iterable[Decision]) -> str:
    """Return the table as CSV, its first line the columns."""
    text = io.StringIO()
    sheet = Sheet(text, lineterminator="\n")
    sheet.row(COLUMNS)
    sheet.rows(tuple(row_of(each).values()) for each in sorted(decisions, key=lambda each: each.pair))
    return text.getvalue()


def write_json(decisions: Iterable[Decision]) -> str:
    """Return the table as a JSON object whose ``decisions`` are the rows."""
    rows = [row_of(each) for each in sorted(decisions, key=lambda each: each.pair)]
    return json.dumps({"decisions": rows}, ensure_ascii=False, indent=1) + "\n"


def read_decisions(path: Path) -> dict[Pair, Decision]:
    """Read a CSV or JSON table of decisions, by pair; raises UnreadableDecisions naming the row."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        raise _complaint(path.name, "it is not UTF-8", "save it as UTF-8") from None
    rows = _json(path.name, text) if text.lstrip()[:1] in ("{", "[") else _csv(text)
    found: dict[Pair, Decision] = {}
    for place, row in rows:
        decision = _read(f"{path.name}: {place}", row)
        if decision.pair in found:
            raise _complaint(f"{path.name}: {place}", "the pair has a decision above", "keep one of the two")
        found[decision.pair] = decision
    return found


def _csv(text: str) -> list[tuple[int, Mapping[str, str]]]:
    reader = csv.DictReader(io.StringIO(text, newline=""))
    return [(reader.line_num, {name: meant(cell or "") for name, cell in row.items()}) for row in reader]


def _json(name: str, text: str) -> list[tuple[int, Mapping[str, str]]]:
    try:
        told = json.loads(text)
    except ValueError as error:
        raise _complaint(name, f"it is not JSON ({error})", "export the decisions again") from None
    rows = told.get("decisions") if isinstance(told, dict) else told
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise _complaint(name, "it has no list of decisions", "export the decisions again")
    return list(enumerate(rows, 1))


def _read(place: str, row: Mapping[str, str]) -> Decision:
    """Read one row; ``second`` may be missing, everything else is needed."""
    told = {name: row.get(name) or "" for name in COLUMNS}
    for name in COLUMNS:
        if not told[name] and name != "second":
            raise _complaint(place, f"{name} is missing", "give every column that an export has")
    return Decision(
        pair=Pair(**{name: told[name] for name in PAIR}),
        verdict=_verdict(place, told["verdict"]),
        at=_instant(place, told["at"]),
        **{name: told[name] for name in TEXTS},
    )


def _verdict(place: str, text: str) -> Verdict:
    try:
        return Verdict(text)
    except ValueError:
        known = ", ".join(each.value for each in Verdict)
        raise _complaint(place, f"{text!r} is no verdict", f"write one of: {known}") from None


def _instant(place: str, text: str) -> datetime:
    try:
        at = datetime.fromisoformat(text)
    except ValueError:
        raise _complaint(place, f"{text!r} is no instant", "write it as ISO 8601 with a zone") from None
    if at.utcoffset() is None:
        raise _complaint(place, f"{text!r} has no zone", "write the zone after the time")
    return at


def _complaint(where: str, what: str, remedy: str) -> UnreadableDecisions:
    return UnreadableDecisions(where=where, what=what, remedy=remedy)
