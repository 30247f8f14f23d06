"""The seal, measured: the journal, its proofs, and an envelope, against those that do a part of the same."""

from __future__ import annotations

from collections.abc import Iterable

from benchmarks.rows import Row, main
from benchmarks.seal import envelope, journal, proofs


def measure(quick: bool) -> Iterable[Row]:
    """Measure each in turn."""
    for part in (journal, proofs, envelope):
        yield from part.measure(quick)


if __name__ == "__main__":
    main(measure, __doc__ or "")
