"""A proposed act as text, so that what the second officer signs is exactly what the first one filed."""

from __future__ import annotations

from dedere.docket.acts import Act
from dedere.docket.entries import Line
from dedere.docket.text import UnreadableLine, entry_of, instant, parse, tree_of
from dedere.words.canonical import canonical


def write_act(act: Act) -> str:
    """Return an act as canonical JSON text."""
    return canonical(
        {
            "code": act.code,
            "entry": tree_of(act.entry),
            "occurred_at": act.occurred_at.isoformat(),
            "simulated": act.simulated,
            "sources": list(act.sources),
            "track": act.track,
        }
    )


def read_act(text: str) -> Act:
    """Read an act from its text; raises UnreadableLine."""
    tree = parse(text)
    try:
        return Act(
            code=tree["code"],
            entry=entry_of(tree["entry"]),
            occurred_at=instant(tree["occurred_at"], "act.occurred_at"),
            track=tree["track"],
            sources=tuple(tree["sources"]),
            simulated=tree["simulated"],
        )
    except KeyError as missing:
        raise UnreadableLine(where="act", what=f"{missing} is missing", remedy="file the act again") from None


def proposed_text(code: str, line: Line) -> str:
    """Return the text of the act of that code that this line fulfils."""
    return write_act(
        Act(
            code=code,
            entry=line.entry,
            occurred_at=line.occurred_at,
            track=line.track,
            sources=line.sources,
            simulated=line.simulated,
        )
    )
