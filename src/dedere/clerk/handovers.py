"""Acts on a handover: its own lines and those on the cases of its persons, in one transaction."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from django.utils import timezone

from dedere.clerk.exchange.telling import of_case, of_handover, tell
from dedere.clerk.files import NoSuchFile, cases
from dedere.clerk.overtaken import overtaken, proposed
from dedere.docket.acts import Act
from dedere.docket.case import Case
from dedere.docket.entries import Line
from dedere.docket.handover import (
    Handover,
    HandoverDecision,
    countersign_handover,
    decide_handover,
    fold_handover,
)
from dedere.docket.sort import Sort, sort_of
from dedere.registry import journal, serials, worklists
from dedere.registry.commit import together
from dedere.registry.journal import Addition
from dedere.words import Refused


@dataclass(frozen=True, slots=True, kw_only=True)
class FiledHandover:
    """What was recorded, the handover as it now stands, and each case on which it left a line."""

    handover: Handover
    lines: tuple[Line, ...]
    cases: Mapping[str, Case] = field(default_factory=dict)


def handover(id: str) -> Handover:
    """Return a handover; raises NoSuchFile."""
    if found := find_handover(id):
        return found
    raise NoSuchFile(id)


def find_handover(id: str) -> Handover | None:
    """Return a handover, or None."""
    lines = journal.read(id) if sort_of(id) is Sort.HANDOVER else ()
    return fold_handover(id, lines) if lines else None


@together
def plan_handover(act: Act, *, by: str, at: datetime) -> FiledHandover | Refused:
    """Plan a handover under the next number of its series, such as ``H-2025-0001``."""
    journal.hold()
    decided = decide_handover(None, act, {}, by=by, at=at)
    if isinstance(decided, Refused):
        return decided
    id = next(serials.give(f"H-{timezone.localtime(at).year}"))
    return _record(Handover(id=id), act, {}, decided)


@together
def file_handover(
    id: str, act: Act, *, by: str, at: datetime, seen: int | None = None
) -> FiledHandover | Refused:
    """File one act on a handover; ``seen`` is the version on which the officer decided.

    Returns ``Refused("overtaken")`` with both sides' entries when the handover has moved on since, and
    ``Refused("no-such-handover")``.
    """
    found = _held(id)
    if isinstance(found, Refused):
        return found
    if seen is not None and seen != found.version:
        return overtaken(id, found.lines, seen=seen, mine=act.entry)
    people = _cases(found, act)
    return _record(found, act, people, decide_handover(found, act, people, by=by, at=at))


@together
def sign_handover(
    id: str, proposal: int, *, by: str, at: datetime, seen: int | None = None
) -> FiledHandover | Refused:
    """Sign, as the second officer, the act proposed as line ``proposal``: it is judged anew and recorded."""
    found = _held(id)
    if isinstance(found, Refused):
        return found
    if seen is not None and seen != found.version:
        return overtaken(id, found.lines, seen=seen, mine=proposed(found.lines, proposal))
    people = cases(person.case for person in found.active)
    return _record(found, None, people, countersign_handover(found, proposal, people, by=by, at=at))


def file_handover_many(
    id: str, acts: Iterable[Act], *, by: str, at: datetime
) -> Iterator[tuple[Act, FiledHandover | Refused]]:
    """File acts one after another, each in a transaction of its own, and say what became of each."""
    for act in acts:
        yield act, file_handover(id, act, by=by, at=at)


def _held(id: str) -> Handover | Refused:
    journal.hold()
    return find_handover(id) or Refused(code="no-such-handover", facts={"handover": id})


def _named(act: Act | None) -> str:
    return str(getattr(act.entry, "case", "")) if act else ""


def _cases(found: Handover, act: Act) -> dict[str, Case]:
    """Read the case that the act names; an act on the whole handover needs everyone's."""
    named = _named(act)
    return cases([named] if named else [person.case for person in found.active])


def _record(
    before: Handover, act: Act | None, people: Mapping[str, Case], decided: HandoverDecision | Refused
) -> FiledHandover | Refused:
    if isinstance(decided, Refused):
        return decided
    after = fold_handover(before.id, (*before.lines, *decided.lines))
    changed = {number: _after(people[number], lines) for number, lines in decided.case_lines.items()}
    journal.append_all(_additions(before, people, decided))
    for number, case in changed.items():
        worklists.refresh(case, but=before.id)
        tell(of_case(case), decided.case_lines[number])
    named = _named(act)
    worklists.refresh_handover(after, {**people, **changed}, only=(named,) if named else ())
    tell(of_handover(after), decided.lines)
    return FiledHandover(handover=after, lines=decided.lines, cases=changed)


def _additions(before: Handover, people: Mapping[str, Case], decided: HandoverDecision) -> list[Addition]:
    own = Addition(stream=before.id, lines=decided.lines, expected=before.version)
    theirs = (
        Addition(stream=number, lines=lines, expected=people[number].version)
        for number, lines in decided.case_lines.items()
    )
    return [own, *theirs]


def _after(case: Case, lines: Iterable[Line]) -> Case:
    for line in lines:
        case = case.after(line)
    return case
