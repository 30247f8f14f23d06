"""What followed a meeting: what was promised there, and what is open since, side by side."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from dedere.accords.accord import Kind
from dedere.clerk.accords import follow_up_of
from dedere.desk.commitments.lines import Line, line_of
from dedere.docket.accords import AccordFile
from dedere.registry.accords import files


@dataclass(frozen=True, slots=True, kw_only=True)
class Followed:
    """The lines made at a meeting, and those still open by then, by the side that promised."""

    made: tuple[Line, ...]
    open: tuple[tuple[str, tuple[Line, ...]], ...]


def followed(file: AccordFile) -> Followed | None:
    """Return what a meeting left open, and None for what is no meeting."""
    if file.recorded.kind != Kind.MEETING.value:
        return None
    found = follow_up_of(file.number)
    return Followed(
        made=_lines(found.made),
        open=tuple((side, _lines(numbers)) for side, numbers in found.open.items()),
    )


def _lines(numbers: Iterable[str]) -> tuple[Line, ...]:
    wanted = list(numbers)
    found = files(wanted)
    return tuple(line_of(found[number], counting=False) for number in wanted)
