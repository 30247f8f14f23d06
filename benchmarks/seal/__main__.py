"""The seal, measured: what an envelope costs, against those that do a part of the same."""

from __future__ import annotations

from benchmarks.rows import main
from benchmarks.seal import envelope

if __name__ == "__main__":
    main(envelope.measure, __doc__ or "")
