"""The sheet of an instrument as PDF/A, for a lawyer to read and to mark."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from dedere.law.instrument import Instrument
from dedere.law.library import Library
from dedere.law.sheet import Case, Sheet, SheetClause, sheet_of
from dedere.law.speech import Speech, speech
from dedere.press.press import press


def instrument_pdf(
    instrument: Instrument, library: Library, language: str, cases: Iterable[Case], *, at: datetime
) -> bytes:
    """Return the sheet in ``en`` or ``es``, the other language's paraphrase beside each article."""
    say = speech(library, language)
    made = sheet_of(instrument, library, language, cases)
    return press("press/instrument", instrument_data(instrument.id, made, say, at), at=at)


def instrument_data(name: str, made: Sheet, say: Speech, at: datetime) -> dict[str, Any]:
    """Return what the sheet shows, as JSON's values."""
    unread = sum(not clause.read_in for clause in made.clauses)
    tested = sum(bool(clause.cases) for clause in made.clauses)
    counts = {"clauses": len(made.clauses), "unread": unread, "tested": tested}
    return {
        **frame(say, title=made.title, reference=name, digest=made.digest, at=at),
        "other_title": made.other_title,
        "head": list(made.head),
        "summary": say.word("sheet.summary", **counts),
        "reading": say.word("sheet.reading"),
        "cases": say.word("sheet.cases"),
        "clauses": [_clause(each) for each in made.clauses],
    }


def _clause(clause: SheetClause) -> dict[str, Any]:
    return {
        "article": clause.article,
        "kind": clause.kind,
        "text": clause.text,
        "other_text": clause.other_text,
        "notes": list(clause.notes),
        "checked": clause.checked,
        "read": bool(clause.read_in),
        "steps": [{"depth": depth, "text": text} for depth, text in clause.steps],
        "reservations": list(clause.reservations),
        "cases": [{"title": title, "outcome": outcome} for title, outcome in clause.cases],
    }


def frame(say: Speech, *, title: str, reference: str, digest: str, at: datetime) -> dict[str, Any]:
    """Return what stands on every sheet of the law room: its title, the digest it rests on, the instant."""
    return {
        "title": title,
        "desk": "dedere",
        "reference": reference,
        "language": say.language,
        "simulated": "",
        "printed": say.word("sheet.printed", at=f"{at:%Y-%m-%d %H:%M %Z}"),
        "check": say.word("sheet.digest"),
        "digest": digest,
        "page": say.word("sheet.page"),
    }
