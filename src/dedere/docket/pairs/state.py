"""The file of one pair: what was decided of it, what is undone, what awaits a second officer."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from dedere.docket.entries import DecisionUndone, Line, PairDecided, SignatureAwaited, SignatureRefused
from dedere.docket.parts import Proposal
from dedere.docket.signature import read_act
from dedere.persons.decided import Decision, Pair, Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class PairFile:
    """The state of a pair after its lines.

    ``standing`` holds the lines that decided it and are not undone, the latest last: the last one binds,
    and where it is undone the one before it does. ``awaiting`` is the one act that awaits a signature;
    ``filed`` is what was last filed of the pair, decided or not: it names both records.
    """

    number: str
    version: int = 0
    filed: PairDecided | None = None
    standing: tuple[Line, ...] = ()
    awaiting: Proposal | None = None
    lines: tuple[Line, ...] = ()

    @property
    def binding(self) -> PairDecided | None:
        """What binds every run now, or None."""
        return _said(self.standing[-1]) if self.standing else None

    @property
    def decision(self) -> Decision | None:
        """The binding decision as runs read it, or None."""
        return _decision(self.standing[-1]) if self.standing else None

    def after(self, line: Line) -> PairFile:
        """Return the file with one more line; total, so that any journal can be read."""
        kept = replace(self, version=line.number, lines=(*self.lines, line))
        match line.entry:
            case PairDecided() as said:
                return replace(kept, standing=(*self.standing, line), awaiting=None, filed=said)
            case DecisionUndone(line=undone):
                return replace(kept, standing=tuple(each for each in self.standing if each.number != undone))
            case SignatureAwaited():
                return _awaits(kept, line, line.entry)
            case SignatureRefused():
                return replace(kept, awaiting=None)
            case _:
                return kept


def fold_pair(number: str, lines: Iterable[Line]) -> PairFile:
    """Fold the file of a pair from its lines."""
    file = PairFile(number=number)
    for line in lines:
        file = file.after(line)
    return file


def pair_of(entry: PairDecided) -> Pair:
    """Return which pair an entry speaks of."""
    return Pair(
        wanted_roll=entry.wanted.roll,
        wanted_id=entry.wanted.id,
        register_roll=entry.held.roll,
        register_id=entry.held.id,
    )


def _said(line: Line) -> PairDecided:
    assert isinstance(line.entry, PairDecided)  # noqa: S101  (told to mypy: no other line is kept as standing)
    return line.entry


def _decision(line: Line) -> Decision:
    said = _said(line)
    return Decision(
        pair=pair_of(said),
        verdict=Verdict(said.verdict),
        wanted_digest=said.wanted.digest,
        register_digest=said.held.digest,
        reason=said.reason,
        by=line.by,
        at=line.recorded_at,
        second=line.second,
    )


def _awaits(file: PairFile, line: Line, entry: SignatureAwaited) -> PairFile:
    proposal = Proposal(line=line.number, act=entry.act, text=entry.proposed, by=line.by, at=line.recorded_at)
    filed = read_act(entry.proposed).entry
    return replace(file, awaiting=proposal, filed=filed if isinstance(filed, PairDecided) else file.filed)
