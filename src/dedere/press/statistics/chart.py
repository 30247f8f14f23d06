"""A table's totals as bars; what is hidden is written and has no bar."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

WIDE, _STEP, _BAR = 320, 48, 18
_ROOM = 250  # the longest bar; its number is written behind it


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """One bar: its words and number, and where they stand, in the units of the drawing."""

    label: str
    number: str
    width: int
    label_y: int
    bar_y: int
    number_x: int
    number_y: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """Bars one below the other, ``WIDE`` by ``height``."""

    height: int
    bars: tuple[Bar, ...]
    width: int = WIDE
    thick: int = _BAR


def chart(rows: Sequence[tuple[str, str, int | None]]) -> Chart:
    """Return the bars of rows: the words, the number as written, the number or None where it is hidden."""
    longest = max([value or 0 for _, _, value in rows], default=0)
    return Chart(
        height=_STEP * len(rows),
        bars=tuple(
            _bar(at, label, number, round(_ROOM * (value or 0) / longest) if longest else 0)
            for at, (label, number, value) in enumerate(rows)
        ),
    )


def _bar(at: int, label: str, number: str, width: int) -> Bar:
    top = at * _STEP
    return Bar(
        label=label,
        number=number,
        width=width,
        label_y=top + 16,
        bar_y=top + 22,
        number_x=width + 6,
        number_y=top + 36,
    )
