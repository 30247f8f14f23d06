"""A figure of the docket, counted anew from the files each time it is asked for."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from dedere.accords.figures import Counted, Figure
from dedere.docket.accords.counting import TOLD_BY, counts
from dedere.registry import worklists
from dedere.registry.lists.told import streams_told

_BATCH = 500


def count(figure: Figure) -> Counted:
    """Count a figure of the closed list: the files that have such an entry at all are folded and asked.

    A case counts once, whatever its lines; it counts as simulated where the line that counts it is.
    """
    cases: list[str] = []
    simulated = 0
    streams = streams_told([entry.code for entry in TOLD_BY[figure.name]])
    while batch := list(islice(streams, _BATCH)):
        for number, told in sorted(_told(figure, batch)):
            cases.append(number)
            simulated += told
    return Counted(figure=figure, value=len(cases), simulated=simulated, cases=tuple(cases))


def _told(figure: Figure, numbers: list[str]) -> Iterator[tuple[str, bool]]:
    for number, case in worklists.cases_of(numbers).items():
        if (line := counts(figure, case)) is not None:
            yield number, line.simulated
