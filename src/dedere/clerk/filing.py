"""One act on one case: read, fold, decide, append, in one transaction."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from django.conf import settings
from django.utils import timezone

from dedere.clerk.deciding import Filed, decide_all, decide_signature, numbered
from dedere.clerk.exchange.telling import of_case, tell
from dedere.clerk.files import find_case
from dedere.clerk.overtaken import overtaken, proposed
from dedere.docket.acts import Act
from dedere.docket.case import Case
from dedere.docket.entries import TextErased
from dedere.registry import erasure, journal, serials, worklists
from dedere.registry.commit import together
from dedere.words import Refused

__all__ = ["Filed", "file", "file_all", "open_case", "sign"]


def file(number: str, act: Act, *, by: str, at: datetime, seen: int | None = None) -> Filed | Refused:
    """File one act; ``seen`` is the version on which the officer decided.

    Returns ``Refused("overtaken")`` with both sides' entries when the case has moved on since, and
    ``Refused("no-such-case")``.
    """
    return file_all(number, [act], by=by, at=at, seen=seen)


@together
def file_all(
    number: str, acts: Sequence[Act], *, by: str, at: datetime, seen: int | None = None
) -> Filed | Refused:
    """File several acts on one case, all or none."""
    case = held_case(number)
    if isinstance(case, Refused):
        return case
    if seen is not None and seen != case.version:
        return overtaken(number, case.lines, seen=seen, mine=acts[0].entry)
    return record(decide_all(case, acts, by=by, at=at))


@together
def sign(number: str, proposal: int, *, by: str, at: datetime, seen: int | None = None) -> Filed | Refused:
    """Sign, as the second officer, the act proposed as line ``proposal``: it is judged anew and recorded."""
    case = held_case(number)
    if isinstance(case, Refused):
        return case
    if seen is not None and seen != case.version:
        return overtaken(number, case.lines, seen=seen, mine=proposed(case.lines, proposal))
    return record(decide_signature(case, proposal, by=by, at=at))


@together
def open_case(act: Act, *more: Act, by: str, at: datetime) -> Filed | Refused:
    """Open a case under the home State's next number, and file ``more`` acts on it, all or none."""
    journal.hold()
    opened = decide_all(None, (act, *more), by=by, at=at)
    if isinstance(opened, Refused):
        return opened
    return record(numbered(opened, next(serials.give(series(at)))))


def held_case(number: str) -> Case | Refused:
    """Hold the journal and return a case as it stands; nobody else writes until the transaction ends."""
    journal.hold()
    return find_case(number) or Refused(code="no-such-case", facts={"case": number})


def record(filed: Filed | Refused) -> Filed | Refused:
    """Append what was decided, write the worklists and to the other State, while the journal is held."""
    if isinstance(filed, Refused):
        return filed
    journal.append(filed.case.number, filed.lines, expected=filed.case.version - len(filed.lines))
    for entry in (line.entry for line in filed.lines):
        if isinstance(entry, TextErased):
            erasure.erase(filed.case.number, entry.line)
    worklists.refresh(filed.case)
    tell(of_case(filed.case), filed.lines)
    return filed


def series(at: datetime) -> str:
    """Return the series that new cases are numbered in: home State and year, such as ``MX-2025``."""
    return f"{settings.DEDERE_HOME}-{timezone.localtime(at).year}"
