"""What the page of one pair shows: two records, what weighs, rivals, and what is on file."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from dedere.clerk.pairs import pair_file
from dedere.desk.matches.sides import Row, changes, sides
from dedere.desk.matches.waterfall import Waterfall, chance, waterfall
from dedere.desk.wording import code, say
from dedere.docket.entries import DecisionUndone, Line, PairDecided, SignatureAwaited, SignatureRefused
from dedere.docket.pairs import PairFile
from dedere.docket.signature import read_act
from dedere.persons.decided import Queue, Verdict
from dedere.persons.proposal import Proposal
from dedere.persons.record import Record, read_record
from dedere.persons.told import read_proposal
from dedere.registry.lists import matches
from dedere.registry.lists.proofs import digests
from dedere.registry.models import PairRow


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """One line of the pair's file in words."""

    number: int
    what: str
    reason: str
    by: str
    second: str
    at: datetime
    simulated: bool
    digest: str


@dataclass(frozen=True, kw_only=True)
class ShownPair:
    """A pair as a run proposes it now (``row``), as it is on file, or both."""

    key: str
    row: PairRow | None
    file: PairFile | None

    @cached_property
    def wanted(self) -> Record:
        """The record of the person wanted: as it is now, else as it was when decided."""
        return read_record(self.row.wanted) if self.row else self._filed.wanted

    @cached_property
    def held(self) -> Record:
        """The record of the person held: as it is now, else as it was when decided."""
        return read_record(self.row.held) if self.row else self._filed.held

    @cached_property
    def proposal(self) -> Proposal | None:
        """What the latest run says of the pair, else what the officer saw who decided it."""
        text = self.row.proposal if self.row else self._filed.seen
        return read_proposal(text) if text else None

    @property
    def run(self) -> str:
        """The run that made the proposal."""
        return self.row.run if self.row else self._filed.run

    @property
    def queue(self) -> Queue:
        """Where the pair stands, by its file alone where no run proposes it now."""
        if self.row:
            return Queue(self.row.queue)
        if self.file and self.file.awaiting:
            return Queue.AWAITING
        cannot = self.file and self.file.decision and self.file.decision.verdict is Verdict.CANNOT_SAY
        return Queue.UNSETTLED if cannot else Queue.DECIDED

    @property
    def sides(self) -> list[Row]:
        """The two records, field by field."""
        return sides(self.wanted, self.held)

    @property
    def chance(self) -> str:
        """The calibrated probability in words and in figures."""
        return chance(self.proposal.probability) if self.proposal else ""

    @cached_property
    def waterfall(self) -> Waterfall | None:
        """The picture of what weighs; None where the decision was taken without a proposal."""
        return waterfall(self.proposal) if self.proposal and self.proposal.evidence else None

    @cached_property
    def rivals(self) -> tuple[PairRow, ...]:
        """Other records proposed for the same person wanted."""
        return matches.rivals(self.row) if self.row else ()

    @cached_property
    def claimants(self) -> tuple[PairRow, ...]:
        """Other persons wanted for whom the same record is proposed."""
        return matches.claimants(self.row) if self.row else ()

    @property
    def binding(self) -> Line | None:
        """The line that binds every run, or None."""
        return self.file.standing[-1] if self.file and self.file.standing else None

    @property
    def reworded(self) -> list[tuple[str, list[Row]]]:
        """What a record that has changed said when it was decided on, beside what it says now."""
        said = self.file.binding if self.file else None
        if said is None or self.queue is not Queue.REOPENED:
            return []
        both = (("matches.wanted", said.wanted, self.wanted), ("matches.held", said.held, self.held))
        return [(say(title), changes(then, now)) for title, then, now in both if then.digest != now.digest]

    @property
    def decidable(self) -> bool:
        """Whether a decision may be filed: a run proposes the pair, and nothing binds it or awaits."""
        return self.queue in matches.OPEN

    @property
    def awaiting(self) -> PairDecided | None:
        """What awaits a second officer, or None."""
        entry = read_act(self.file.awaiting.text).entry if self.file and self.file.awaiting else None
        return entry if isinstance(entry, PairDecided) else None

    @property
    def lines(self) -> list[Said]:
        """What is on file, newest first."""
        if self.file is None:
            return []
        proofs = digests(self.file.number)
        return [_said(line, proofs[line.number]) for line in reversed(self.file.lines)]

    @property
    def _filed(self) -> PairDecided:
        assert self.file is not None  # noqa: S101  (told to mypy: a pair without a row has a file)
        assert self.file.filed is not None  # noqa: S101
        return self.file.filed


def shown_pair(key: str) -> ShownPair | None:
    """Return a pair by its key, or None where no run proposes it and nothing is on file."""
    row, decided = matches.proposed(key), matches.decided(key)
    if row is None and decided is None:
        return None
    return ShownPair(key=key, row=row, file=pair_file(decided.number) if decided else None)


def _said(line: Line, digest: str) -> Said:
    what, reason = _what(line)
    return Said(
        number=line.number,
        what=what,
        reason=reason,
        by=line.by,
        second=line.second,
        at=line.recorded_at,
        simulated=line.simulated,
        digest=digest,
    )


def _what(line: Line) -> tuple[str, str]:
    """Return what a line says and the reason given."""
    match line.entry:
        case PairDecided(verdict=verdict, reason=reason):
            return code("verdict", verdict), reason
        case DecisionUndone(line=undone, reason=reason):
            return say("matches.undone-line", line=undone), reason
        case SignatureAwaited(proposed=text):
            filed = read_act(text).entry
            said = filed if isinstance(filed, PairDecided) else None
            return say("matches.filed", verdict=code("verdict", said.verdict if said else "")), (
                said.reason if said else ""
            )
        case SignatureRefused(reason=reason):
            return say("matches.declined-line"), reason
        case _:
            return code("entry", line.entry.code), ""
