"""Acts that take two officers: what the first leaves on a file, and what the second signs there."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from dedere.docket.acts import Act
from dedere.docket.entries import Line, SignatureAwaited
from dedere.docket.parts import Proposal
from dedere.docket.signature import read_act, write_act
from dedere.words import Refused


def awaited(act: Act, number: int, *, by: str, at: datetime) -> Line:
    """Return the line of an act that awaits its second officer, as the file's line of that number."""
    proposal = SignatureAwaited(act=act.code, proposed=write_act(act))
    return replace(act, entry=proposal, occurred_at=at).line(number, by=by, at=at)


def countersigned(
    proposed: Proposal | None,
    proposal: int,
    number: int,
    judged: Callable[[Act, str], Refused | None],
    *,
    by: str,
    at: datetime,
) -> tuple[Line, ...] | Refused:
    """Return the line of the act that awaits a signature as line ``proposal``, or why it isn't signed.

    Never by the officer who filed it. ``judged`` says whether the file, with nothing awaiting, takes the act
    of that officer now: it may have changed since.
    """
    if proposed is None or proposed.line != proposal:
        return Refused(code="no-such-proposal")
    if not by.strip() or proposed.by == by:
        return Refused(code="same-officer", facts={"officer": proposed.by})
    act = read_act(proposed.text)
    if (refused := judged(act, proposed.by)) is not None:
        return refused
    return (act.line(number, by=proposed.by, at=at, second=by),)
