"""One act on one case: read, fold, decide, append, in one transaction."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from dedere.clerk.files import find_case
from dedere.clerk.overtaken import overtaken, proposed
from dedere.docket.acts import Act
from dedere.docket.case import Case, fold
from dedere.docket.decide import countersign, decide
from dedere.docket.entries import Line
from dedere.registry import journal, serials, worklists
from dedere.words import Refused


@dataclass(frozen=True, slots=True, kw_only=True)
class Filed:
    """What was recorded, and the case as it now stands."""

    case: Case
    lines: tuple[Line, ...]


def file(number: str, act: Act, *, by: str, at: datetime, seen: int | None = None) -> Filed | Refused:
    """File one act; ``seen`` is the version on which the officer decided.

    Returns ``Refused("overtaken")`` with both sides' entries when the case has moved on since, and
    ``Refused("no-such-case")``.
    """
    return file_all(number, [act], by=by, at=at, seen=seen)


@transaction.atomic
def file_all(
    number: str, acts: Sequence[Act], *, by: str, at: datetime, seen: int | None = None
) -> Filed | Refused:
    """File several acts on one case, all or none."""
    case = held_case(number)
    if isinstance(case, Refused):
        return case
    if seen is not None and seen != case.version:
        return overtaken(number, case.lines, seen=seen, mine=acts[0].entry)
    return record(case, decide_all(case, acts, by=by, at=at))


@transaction.atomic
def sign(number: str, proposal: int, *, by: str, at: datetime, seen: int | None = None) -> Filed | Refused:
    """Sign, as the second officer, the act proposed as line ``proposal``: it is judged anew and recorded."""
    case = held_case(number)
    if isinstance(case, Refused):
        return case
    if seen is not None and seen != case.version:
        return overtaken(number, case.lines, seen=seen, mine=proposed(case.lines, proposal))
    return record(case, countersign(case, proposal, by=by, at=at))


@transaction.atomic
def open_case(act: Act, *more: Act, by: str, at: datetime) -> Filed | Refused:
    """Open a case under the home State's next number, and file ``more`` acts on it, all or none."""
    journal.hold()
    lines = decide_opening(act, more, by=by, at=at)
    if isinstance(lines, Refused):
        return lines
    return record(Case(number=next(serials.give(series(at)))), lines)


def held_case(number: str) -> Case | Refused:
    """Hold the journal and return a case as it stands; nobody else writes until the transaction ends."""
    journal.hold()
    return find_case(number) or Refused(code="no-such-case", facts={"case": number})


def record(case: Case, lines: tuple[Line, ...] | Refused) -> Filed | Refused:
    """Append what was decided and write the worklists, in the transaction that holds the journal."""
    if isinstance(lines, Refused):
        return lines
    filed = Filed(case=after(case, lines), lines=lines)
    journal.append(case.number, lines, expected=case.version)
    worklists.refresh(filed.case)
    return filed


def after(case: Case, lines: Sequence[Line]) -> Case:
    """Return the case with more lines."""
    for line in lines:
        case = case.after(line)
    return case


def decide_all(case: Case, acts: Sequence[Act], *, by: str, at: datetime) -> tuple[Line, ...] | Refused:
    """Decide acts one after another, each on the case that the ones before left."""
    recorded: list[Line] = []
    for act in acts:
        lines = decide(case, act, by=by, at=at)
        if isinstance(lines, Refused):
            return lines
        case = after(case, lines)
        recorded.extend(lines)
    return tuple(recorded)


def decide_opening(act: Act, more: Sequence[Act], *, by: str, at: datetime) -> tuple[Line, ...] | Refused:
    """Decide the opening of a case that has no number yet, and what follows it."""
    lines = decide(None, act, by=by, at=at)
    if isinstance(lines, Refused):
        return lines
    followed = decide_all(fold("", lines), more, by=by, at=at)
    return followed if isinstance(followed, Refused) else (*lines, *followed)


def series(at: datetime) -> str:
    """Return the series that new cases are numbered in: home State and year, such as ``MX-2025``."""
    return f"{settings.DEDERE_HOME}-{timezone.localtime(at).year}"
