"""The ledger from its first line to today as a drawing: a lane for each State and one for both.

Years in which nothing stands are drawn narrow: forty of them would otherwise leave no room for the one year
in which thirty things were promised.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from dedere.desk.commitments.lines import of_page
from dedere.desk.frame import dates
from dedere.desk.wording import code, language
from dedere.registry.models import AccordRow

WIDE, _LEFT, _TOP = 1300, 150, 34
_EMPTY, _BUSY, _EACH = 2, 12, 7  # how wide a year is drawn, in shares
_STEP, _MARGIN, _LEAST = 16, 12, 3  # a mark above another; around a lane; lines a lane has room for
_MONTHS_FROM, _PAD = 260, 9  # a year so wide shows its months; around the marks of a year
BOTH = "both"
LOOKS = ("kept", "disputed", "told")


@dataclass(frozen=True, slots=True, kw_only=True)
class Tick:
    """A year or a month on the scale."""

    x: str
    label_x: str
    label: str
    year: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """One line of the ledger: where it stands, its shape (the kind) and its look (``kept disputed told``)."""

    row: AccordRow
    x: str
    y: str
    look: str
    said: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Lane:
    """What one State made, or both together; ``side`` is its code or ``both``."""

    side: str
    top: str
    height: str
    label_y: str
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline:
    """The drawing, ``width`` by ``height``; ``today`` is where the desk's day stands, empty off the scale."""

    width: int
    height: int
    ticks: tuple[Tick, ...]
    lanes: tuple[Lane, ...]
    today: str


@dataclass(frozen=True, slots=True)
class Scale:
    """Where each year begins and how wide it is drawn."""

    starts: Mapping[int, float]
    widths: Mapping[int, float]

    def x(self, on: date) -> float:
        """Return where a day stands; days of years beyond the scale stand at its ends."""
        year = min(max(on.year, min(self.starts)), max(self.starts))
        part = 0.0 if on.year < year else 1.0 if on.year > year else on.timetuple().tm_yday / 366
        return self.starts[year] + _PAD + part * max(self.widths[year] - 2 * _PAD, 0)


def timeline(rows: Sequence[AccordRow], *, today: date) -> Timeline:
    """Draw the rows; those of both States stand between the lanes of each."""
    scale = scale_of([row.first for row in rows], today)
    sides = rows[0].between.split()
    lanes: list[Lane] = []
    top = float(_TOP)
    for side in (sides[0], BOTH, sides[1]):
        lane = _lane(side, [row for row in rows if _lane_of(row) == side], scale, top)
        lanes.append(lane)
        top += float(lane.height)
    return Timeline(
        width=WIDE,
        height=round(top) + 2,
        ticks=tuple(_ticks(scale)),
        lanes=tuple(lanes),
        today=_at(scale.x(today)),
    )


def scale_of(days: Sequence[date], today: date) -> Scale:
    """Return the scale on which these days stand: a year is as wide as what stands in it asks for."""
    counted = Counter(each.year for each in days)
    years = range(min(counted), max(*counted, today.year) + 1)
    shares = {year: _BUSY + _EACH * counted[year] if counted[year] else _EMPTY for year in years}
    unit = (WIDE - _LEFT) / sum(shares.values())
    starts, here = {}, float(_LEFT)
    for year, share in shares.items():
        starts[year] = here
        here += share * unit
    return Scale(starts, {year: share * unit for year, share in shares.items()})


def _lane_of(row: AccordRow) -> str:
    by = row.by.split()
    return by[0] if len(by) == 1 else BOTH


def _lane(side: str, rows: Sequence[AccordRow], scale: Scale, top: float) -> Lane:
    """Place each row at its day; one that would cover another stands above it."""
    levels: list[list[float]] = []
    placed: list[tuple[AccordRow, float, int]] = []
    for row in rows:
        x = scale.x(row.first)
        level = next((n for n, taken in enumerate(levels) if x - taken[-1] >= _STEP), len(levels))
        if level == len(levels):
            levels.append([])
        levels[level].append(x)
        placed.append((row, x, level))
    height = max(len(levels), _LEAST) * _STEP + 2 * _MARGIN
    floor = top + height - _MARGIN - _STEP / 2
    marks = tuple(_mark(row, x, floor - level * _STEP) for row, x, level in placed)
    return Lane(side=side, top=_at(top), height=_at(height), label_y=_at(top + height / 2 + 5), marks=marks)


def _mark(row: AccordRow, x: float, y: float) -> Mark:
    day = dates.partial(row.on, language())
    said = f"{day} · {code('accord', row.kind)} · {of_page(row)} · {code('reading', row.reading)}"
    return Mark(row=row, x=_at(x), y=_at(y), look=_look(row), said=said)


def _look(row: AccordRow) -> str:
    if row.reading == "disputed" or row.apart:
        return "disputed"
    return "kept" if row.reading.endswith("-kept") else "told"


def _ticks(scale: Scale) -> Iterator[Tick]:
    for year, start in scale.starts.items():
        if scale.widths[year] > 24:
            yield Tick(x=_at(start), label_x=_at(start + 4), label=str(year), year=True)
        if scale.widths[year] >= _MONTHS_FROM:
            for month in range(2, 13):
                x = scale.x(date(year, month, 1))
                label = dates.month_short(month, language())
                yield Tick(x=_at(x), label_x=_at(x + 3), label=label, year=False)


def _at(length: float) -> str:
    """A length as SVG reads it in any language: a point, one decimal."""
    return f"{length:.1f}"
