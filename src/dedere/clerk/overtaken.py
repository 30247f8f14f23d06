"""The refusal an officer gets whose page was older than the file: what each side entered."""

from __future__ import annotations

from collections.abc import Sequence

from dedere.docket.entries import Entry, Line
from dedere.docket.text import tree_of
from dedere.words import Refused
from dedere.words.canonical import canonical


def overtaken(stream: str, lines: Sequence[Line], *, seen: int, mine: Entry) -> Refused:
    """Say what was recorded since ``seen`` and what was about to be.

    Facts: ``stream``, ``seen`` and ``version``; ``theirs`` and ``yours`` are entry codes, ``theirs_text``
    and ``yours_text`` the entries as JSON; ``by`` and ``at`` are of the latest line that came first.
    """
    last = lines[-1]
    return Refused(
        code="overtaken",
        facts={
            "stream": stream,
            "seen": str(seen),
            "version": str(last.number),
            "by": last.by,
            "at": last.recorded_at.isoformat(),
            "theirs": last.entry.code,
            "theirs_text": _said(last.entry),
            "yours": mine.code,
            "yours_text": _said(mine),
        },
    )


def proposed(lines: Sequence[Line], proposal: int) -> Entry:
    """Return the entry that a second officer was about to sign; the latest where there is no such line."""
    return lines[proposal - 1 if 0 < proposal <= len(lines) else -1].entry


def _said(entry: Entry) -> str:
    return canonical(tree_of(entry))
