"""What a table comes to, row by row, in words: for the preview and for what was taken."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from dedere.clerk.intake import Taken
from dedere.clerk.rows import BrokenRow, Wanted
from dedere.clerk.tables import UnreadableTable
from dedere.desk import wording
from dedere.desk.frame.tags import asks
from dedere.docket.told import told
from dedere.words import Refused
from dedere.words.wording import codes

SHOWN = 200
WHAT = ("opened", "updated", "unchanged", "broken")


@dataclass(frozen=True, slots=True, kw_only=True)
class Broken:
    """A broken row in words: where, what, what to do, and what it says as it came."""

    at: int
    what: str
    remedy: str
    said: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Good:
    """A good row in words."""

    at: int
    key: str
    person: str
    name_standing: str
    direction: str
    route: str
    number: str
    what: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """All rows: how many come to what, the broken ones first, then the good, two hundred of each at most."""

    counts: dict[str, int]
    broken: list[Broken]
    good: list[Good]

    @property
    def takes(self) -> int:
        """How many rows would change something."""
        return self.counts["opened"] + self.counts["updated"]


def shown(rows: Iterable[Taken | BrokenRow]) -> Shown:
    """Return rows in words; those past two hundred of a sort are counted only."""
    counts: Counter[str] = Counter(dict.fromkeys(WHAT, 0))
    broken: list[Broken] = []
    good: list[Good] = []
    for row in rows:
        if isinstance(row, BrokenRow):
            counts["broken"] += 1
            broken += [broken_row(row)] if len(broken) < SHOWN else []
        else:
            counts[row.what] += 1
            good += [_good(row)] if len(good) < SHOWN else []
    return Shown(counts=dict(counts), broken=broken, good=good)


def broken_row(row: BrokenRow) -> Broken:
    """Return a broken row in the language of the page."""
    said = " · ".join(text for text in row.cells.values() if text)[:300]
    if row.group == "refused":
        facts = {name: str(value) for name, value in row.facts.items()}
        why = told(Refused(code=row.code, facts=facts), wording.language())
        return Broken(at=row.at, what=why, remedy="", said=said)
    what = wording.code("broken", row.code, **row.facts)
    remedy = wording.code("broken", f"{row.code}-remedy", **row.facts)
    return Broken(at=row.at, what=what, remedy=remedy, said=said)


def complaint(error: UnreadableTable) -> str:
    """Return why the table cannot be read, where, and what to do, in the language of the page."""
    what = codes().say(f"table.{error.code}", wording.language(), **error.facts)
    remedy = codes().say(f"table.{error.code}-remedy", wording.language(), **error.facts)
    return wording.say("intake.unreadable", where=error.where, what=what, remedy=remedy)


def _good(row: Taken) -> Good:
    wanted: Wanted = row.wanted
    return Good(
        at=wanted.at,
        key=wanted.key,
        person=wanted.person,
        name_standing=wanted.name_standing,
        direction=asks(wanted.requesting, wanted.requested),
        route=wording.code("track", wanted.track) if wanted.track else "",
        number=row.number,
        what=wording.say(f"intake.row-{row.what}"),
    )
