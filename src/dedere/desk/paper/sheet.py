"""What stands on every sheet: title, reference, the mark of a simulation, the head of the journal."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from dedere.desk import clock
from dedere.desk.paper.words import Words
from dedere.docket.case import Case
from dedere.docket.entries import Line
from dedere.registry import journal

Data = dict[str, Any]


def sheet(words: Words, *, title: str, reference: str, simulated: bool, at: datetime) -> Data:
    """Return the data of a sheet's frame, as of the journal's end now."""
    head = journal.head()
    return {
        "title": title,
        "desk": words.say("desk", state=words.state(clock.home())),
        "reference": reference,
        "language": words.language,
        "simulated": words.marked(simulated),
        "printed": words.say("printed", at=words.instant(at)),
        "check": words.say("check", lines=head.size),
        "digest": head.root,
        "page": words.say("page"),
    }


def simulated_in(lines: Iterable[Line]) -> bool:
    """Whether any of the lines was filed in a demonstration."""
    return any(line.simulated for line in lines)


def standing(words: Words, case: Case | None, sources: tuple[str, ...] = ()) -> str:
    """How far the person's matter and name have come, and the sources: what stands under every name."""
    if case is None:
        return words.say("not-known")
    told = dict.fromkeys(words.code("standing", charge.standing) for charge in case.charges)
    parts = [", ".join(told) or words.say("no-charges")]
    if case.name_standing != "established":
        parts.append(words.screen(f"frame.name.{case.name_standing}"))
    if sources:
        parts.append(words.say("sources", ids=", ".join(sources)))
    return " · ".join(parts)


def pair(label: str, value: str) -> Data:
    """A label with what stands for it; a dash where nothing does."""
    return {"label": label, "value": value or "–"}


def part(title: str, rows: Iterable[str], empty: str) -> Data:
    """A titled list, and what its being empty means."""
    return {"title": title, "rows": [row.strip() for row in rows], "empty": empty}
