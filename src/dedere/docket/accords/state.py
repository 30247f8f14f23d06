"""The file of one accord: its text, both columns, the evidence, what awaits a second officer."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields, replace
from hashlib import sha256
from typing import TYPE_CHECKING

from dedere.accords.accord import Accord
from dedere.accords.due import Due, due
from dedere.accords.position import Column, Position, Signature, Statement, column
from dedere.accords.reading import Read, read
from dedere.docket.entries import (
    AccordCorrected,
    AccordRecorded,
    EvidenceAdded,
    Line,
    PositionPublished,
    PositionStated,
    PositionStruck,
    SignatureAwaited,
    SignaturePublished,
    SignatureRefused,
    TextSigned,
)
from dedere.docket.parts import Proposal
from dedere.docket.text import plain
from dedere.words.canonical import canonical

if TYPE_CHECKING:
    from collections.abc import Callable


@dataclass(frozen=True, slots=True, kw_only=True)
class AccordFile:
    """The state of an accord after its lines.

    ``columns`` holds one column for each side that said or signed anything; ``evidence`` the lines that
    put evidence on file; ``awaiting`` the one act that awaits a second officer's signature.
    """

    number: str
    version: int = 0
    accord: Accord | None = None
    columns: tuple[Column, ...] = ()
    evidence: tuple[Line, ...] = ()
    awaiting: Proposal | None = None
    lines: tuple[Line, ...] = ()

    @property
    def recorded(self) -> Accord:
        """The accord as it stands; only a file without lines has none."""
        assert self.accord is not None  # noqa: S101  (told to mypy: the first line records it)
        return self.accord

    @property
    def read(self) -> Read:
        """How both columns read together, computed anew each time."""
        return read(self.recorded, self.columns)

    @property
    def due(self) -> Due | None:
        """When it falls due, and who has not answered."""
        return due(self.recorded, self.columns)

    def column(self, side: str) -> Column:
        """Return the column of a side; an empty one where it has said nothing."""
        return column(self.columns, side)

    def signed_by(self, side: str) -> Signature | None:
        """Return the side's signature to the text as it stands, or None; one to an older text is none."""
        return self.column(side).signed(digest_of(self.recorded))

    def after(self, line: Line) -> AccordFile:
        """Return the file with one more line; total, so that any journal can be read."""
        kept = replace(self, version=line.number, lines=(*self.lines, line))
        match line.entry:
            case AccordRecorded(accord=accord):
                return replace(kept, accord=accord)
            case AccordCorrected(accord=accord):
                return replace(kept, accord=accord, awaiting=None)
            case PositionStated() | PositionPublished() as said:
                return kept._with(said.side, lambda own: own.saying(_statement(line, said)))
            case TextSigned() | SignaturePublished() as signed:
                told = replace(kept, awaiting=None)
                return told._with(signed.side, lambda own: own.signing(_signature(line, signed)))
            case PositionStruck(line=struck):
                columns = tuple(each.striking(struck) for each in kept.columns)
                return replace(kept, columns=columns, awaiting=None)
            case EvidenceAdded():
                return replace(kept, evidence=(*kept.evidence, line))
            case SignatureAwaited(act=act, proposed=text):
                proposal = Proposal(line=line.number, act=act, text=text, by=line.by, at=line.recorded_at)
                return replace(kept, awaiting=proposal)
            case SignatureRefused():
                return replace(kept, awaiting=None)
            case _:
                return kept

    def _with(self, side: str, change: Callable[[Column], Column]) -> AccordFile:
        """Return the file with one side's column changed and no other."""
        others = tuple(each for each in self.columns if each.side != side)
        told = sorted((*others, change(self.column(side))), key=lambda each: each.side)
        return replace(self, columns=tuple(told))


def fold_accord(number: str, lines: Iterable[Line]) -> AccordFile:
    """Fold the file of an accord from its lines."""
    file = AccordFile(number=number)
    for line in lines:
        file = file.after(line)
    return file


def digest_of(accord: Accord) -> str:
    """Return the SHA-256, in hex, of the accord's canonical text: what a signature is to.

    What was left as it is by default is not part of the text, so that a field which the ledger learns later
    changes no text that was signed before.
    """
    told = {
        field.name: plain(value)
        for field in fields(accord)
        if (value := getattr(accord, field.name)) != field.default
    }
    return sha256(canonical(told).encode()).hexdigest()


def _statement(line: Line, said: PositionStated | PositionPublished) -> Statement:
    return Statement(
        side=said.side,
        position=Position(said.position),
        on=said.on,
        line=line.number,
        published=isinstance(said, PositionPublished),
        en=said.en,
        es=said.es,
        sources=line.sources,
        figure=said.figure if isinstance(said, PositionStated) else None,
        by=line.by,
        simulated=line.simulated,
    )


def _signature(line: Line, signed: TextSigned | SignaturePublished) -> Signature:
    return Signature(
        side=signed.side,
        on=signed.on,
        line=line.number,
        digest=signed.digest,
        published=isinstance(signed, SignaturePublished),
        sources=line.sources,
        by=line.by,
        second=line.second,
        simulated=line.simulated,
    )
