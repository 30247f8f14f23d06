"""What was filed on a line, in words; what awaits a second officer; what this officer may file now."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from dedere.accords.accord import Accord
from dedere.desk.commitments.written import written
from dedere.desk.frame.tags import day
from dedere.desk.wording import code, say, state
from dedere.docket.accords import AccordFile, allowed_in
from dedere.docket.entries import AccordCorrected, Entry, Line, PositionStruck
from dedere.docket.parts import Proposal
from dedere.docket.signature import read_act
from dedere.registry.lists.proofs import digests


@dataclass(frozen=True, slots=True, kw_only=True)
class Filed:
    """One line of the file: what, why where it says so, its digest."""

    line: Line
    reason: str
    digest: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Awaited:
    """An act that awaits a second officer: what it is and what it would change, label by label."""

    proposal: Proposal
    rows: tuple[tuple[str, str], ...]
    sources: tuple[str, ...]


def filed(file: AccordFile) -> list[Filed]:
    """Return the lines of a file, the latest first."""
    found: Mapping[int, str] = digests(file.number)
    return [
        Filed(line=line, reason=str(getattr(line.entry, "reason", "")), digest=found[line.number])
        for line in reversed(file.lines)
    ]


def awaited(file: AccordFile) -> Awaited | None:
    """Return what awaits a second officer, in words."""
    if file.awaiting is None:
        return None
    act = read_act(file.awaiting.text)
    return Awaited(proposal=file.awaiting, rows=tuple(_rows(file, act.entry)), sources=act.sources)


def offered(file: AccordFile) -> list[str]:
    """Return the acts that may be filed on the line as it stands and would change something."""
    codes = [act.code for act in allowed_in(file) if act.code != "refuse-signature"]
    said = any(not each.struck for own in file.columns for each in own.statements)
    return [each for each in codes if said or each != "strike-position"]


def _rows(file: AccordFile, entry: Entry) -> list[tuple[str, str]]:
    if isinstance(entry, AccordCorrected):
        return [*_changes(file.recorded, entry.accord), (say("commitments.field-reason"), entry.reason)]
    if isinstance(entry, PositionStruck):
        struck = next(each for own in file.columns for each in own.statements if each.line == entry.line)
        words = f"{state(struck.side)}: {code('position', struck.position)}, {day(struck.on)}"
        return [(say("commitments.field-line"), words), (say("commitments.field-reason"), entry.reason)]
    side, on = getattr(entry, "side", ""), getattr(entry, "on", None)
    return [(say("commitments.field-side"), state(side)), (say("commitments.signed-day"), day(on))]


def _changes(before: Accord, after: Accord) -> list[tuple[str, str]]:
    """Return each field that a correction changes, as it is and as it would be."""
    old, new = written(before), written(after)
    names = [name for name in dict.fromkeys((*old, *new)) if old.get(name) != new.get(name)]
    return [
        (field_words(name), say("commitments.changes", old=_plain(old.get(name)), new=_plain(new.get(name))))
        for name in names
    ]


def field_words(name: str) -> str:
    """Return what a field of an accord is called; one of an account says whose."""
    whose, _, part = name.partition("_")
    if whose in ("ledger", "both", "mx", "us"):
        called = state(whose.upper()) if len(whose) == 2 and whose != "both" else code("whose", whose)
        words = {"es": "commitments.in-spanish", "en": "commitments.in-english"}
        field = say(words.get(part, f"commitments.account-{part}"))
        return say("commitments.whose-field", whose=called, field=field)
    return say(f"commitments.field-{name.replace('_', '-')}")


def _plain(value: Any) -> str:
    if isinstance(value, tuple):
        return "; ".join(str(each) for each in value) or "–"
    if isinstance(value, date):
        return day(value)
    return str(value) if value not in (None, "", False) else "–"
