"""What must be said beside the figures of a removal, so that nobody reads more into them than there is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dedere.links.effect.pace import Pace
from dedere.links.effect.stated import Caveat, Removal

ALWAYS = (
    "as-told",
    "nobody-steps-in",
    "no-word-on-a-person",
    "all-ties-alike",
    "falls-by-themselves",
    "supposed-rates",
)


def caveats(at: Pace, asked: int, parties: int, removals: Sequence[Removal]) -> Iterator[Caveat]:
    """Yield what holds of every effect, then what was sampled, cut short or not proved in this one."""
    for code in ALWAYS:
        yield Caveat(code=code, facts={})
    yield Caveat(code="many-looked-at", facts={"findings": sum(len(each.findings) for each in removals)})
    if at.sampled:
        yield Caveat(code="sampled-sources", facts={"sources": len(at.sources), "parties": parties})
    if at.draws < asked:
        yield Caveat(code="fewer-draws", facts={"draws": at.draws, "asked": asked})
    if any(removal.best for removal in removals):
        yield Caveat(code="best-for", facts={})
    if not all(removal.best for removal in removals):
        yield Caveat(code="best-not-sought", facts={})
