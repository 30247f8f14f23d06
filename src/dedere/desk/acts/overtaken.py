"""Changed since you opened it: what others recorded, and both values where a fact has two."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from dedere.desk.acts.spoken import Spoken, spoken
from dedere.desk.wording import code
from dedere.docket.case import Case, fold
from dedere.docket.entries import Entry, Line
from dedere.docket.text import entry_of, parse
from dedere.words import Refused


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One entry in words: what, and each of its fields."""

    what: str
    details: list[Spoken]


@dataclass(frozen=True, slots=True, kw_only=True)
class Since:
    """A line that came first."""

    number: int
    what: str
    by: str
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Overtaken:
    """Both sides, the stages then and now, and every line recorded in between."""

    theirs: Side
    yours: Side
    stage_then: str
    stage_now: str
    since: list[Since]

    @property
    def sides(self) -> tuple[Side, Side]:
        """Yours, then theirs."""
        return self.yours, self.theirs


def overtaken(case: Case, refused: Refused) -> Overtaken:
    """Return what the officer must compare; ``case`` is the case as it stands now."""
    seen = int(refused.facts["seen"])
    before = fold(case.number, [line for line in case.lines if line.number <= seen])
    return Overtaken(
        theirs=_side(entry_of(parse(refused.facts["theirs_text"])), case),
        yours=_side(entry_of(parse(refused.facts["yours_text"])), case),
        stage_then=_stages(before),
        stage_now=_stages(case),
        since=[_since(line) for line in case.lines if line.number > seen],
    )


def _side(entry: Entry, case: Case) -> Side:
    charges = {charge.id: charge for charge in case.charges}
    return Side(what=code("entry", entry.code), details=spoken(entry, charges))


def _since(line: Line) -> Since:
    return Since(number=line.number, what=code("entry", line.entry.code), by=line.by, at=line.recorded_at)


def _stages(case: Case) -> str:
    return ", ".join(code("stage", track.stage) for track in case.tracks)
