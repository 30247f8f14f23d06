"""Of the points on which published sources disagree, those that the rules settle as the list does."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

from benchmarks.rows import OURS, Row
from dedere.claims.disagreements import Disagreement, disagreements
from dedere.claims.stands import stands

FOLDER = Path(__file__).parents[2] / "examples" / "mexico-2025"


def rows() -> Iterator[Row]:
    """A point counts where each of its questions does; those without a value that stands are told apart."""
    points = defaultdict(list)
    for each in disagreements(FOLDER, stands(FOLDER).answers):
        points[each.id].append(each)
    valued = [told for told in points.values() if any(each.stands for each in told)]
    open_ = [told for told in points.values() if told not in valued]
    yield _row("disagreements", list(points.values()))
    yield _row("disagreements with a value that stands", valued)
    yield _row("disagreements where none stands", open_)


def _row(work: str, points: Sequence[Sequence[Disagreement]]) -> Row:
    found = sum(all(each.found for each in told) for told in points)
    return Row(work=f"{work} ({len(points)}): found", who=OURS, figure=found, unit="points", better="higher")
