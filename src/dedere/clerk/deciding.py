"""What acts would leave on a case, decided one after another; nothing is written here."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from dedere.docket.acts import Act
from dedere.docket.case import Case
from dedere.docket.decide import countersign, decide
from dedere.docket.entries import Line
from dedere.words import Refused


@dataclass(frozen=True, slots=True, kw_only=True)
class Filed:
    """What was recorded, and the case as it now stands."""

    case: Case
    lines: tuple[Line, ...]


def decide_all(case: Case | None, acts: Sequence[Act], *, by: str, at: datetime) -> Filed | Refused:
    """Decide acts, each on the case that the ones before left; None is a case not yet opened."""
    now = case
    lines: tuple[Line, ...] = ()
    for act in acts:
        decided = decide(now, act, by=by, at=at)
        if isinstance(decided, Refused):
            return decided
        now, lines = after(now or Case(number=""), decided), (*lines, *decided)
    return Filed(case=now or Case(number=""), lines=lines)


def decide_signature(case: Case, proposal: int, *, by: str, at: datetime) -> Filed | Refused:
    """Decide what a second officer's signature leaves."""
    lines = countersign(case, proposal, by=by, at=at)
    return lines if isinstance(lines, Refused) else Filed(case=after(case, lines), lines=lines)


def numbered(opened: Filed, number: str) -> Filed:
    """Give a case that was opened without a number its number."""
    return replace(opened, case=replace(opened.case, number=number))


def after(case: Case, lines: Sequence[Line]) -> Case:
    """Return the case with more lines."""
    for line in lines:
        case = case.after(line)
    return case
