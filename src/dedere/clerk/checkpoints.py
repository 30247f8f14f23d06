"""Signs this State's journal, shows the other State that it only grew, and countersigns the other's.

A checkpoint is signed at each tick and before anything of the journal leaves the house, not at each entry:
what comes between stands under the next one. No checkpoint is signed, here or for the other State, that does
not go on from the last: a past that was rewritten, or an old backup put back, is refused.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from dedere.clerk.exchange.keys import UnreadableKeys, find_keys, keys
from dedere.registry import checkpoints, copy, journal, nodes
from dedere.registry.commit import together
from dedere.registry.exchange import counterparts
from dedere.registry.models import CheckpointRow
from dedere.seal import checkpoint, growth, tree
from dedere.seal.checkpoint import Checkpoint
from dedere.seal.growth import Growth
from dedere.seal.unsealed import NotOpened
from dedere.seal.verifier import Broken, Head, Key
from dedere.words import Refused

SHORTENED, REWRITTEN = "past-shortened", "past-rewritten"


@dataclass(frozen=True, slots=True, kw_only=True)
class Countersigned:
    """The line that goes below the other State's checkpoint, and the size it holds for."""

    size: int
    line: str


@together
def sign(*, at: datetime) -> CheckpointRow | Refused | None:
    """Sign the journal as it stands; None where this desk has no keys, or the journal no lines."""
    if (own := find_keys()) is None:
        return None
    journal.hold()
    head, last = journal.head(), checkpoints.latest()
    if last and (code := _forked(last, head)):
        return Refused(code=code, facts={"size": str(last.size)})
    if head.size == (last.size if last else 0):
        return last
    said = Checkpoint(origin=own.origin, size=head.size, root=bytes.fromhex(head.root))
    try:
        checkpoints.keep(checkpoint.sign(said, own.signer(at)), said, at=at)
    except UnreadableKeys:
        return Refused(code="no-key-holds")
    return checkpoints.latest()


def grown(since: int, *, at: datetime) -> str | Refused:
    """Return what shows a witness that the journal goes on from its first ``since`` lines."""
    if isinstance(last := sign(at=at), Refused):
        return last
    if last is None or since > last.size:
        return Refused(code=SHORTENED, facts={"size": str(since)})
    return Growth(old=since, proof=nodes.consistency(since, last.size), note=last.note).text()


@together
def countersign(text: str, *, at: datetime) -> Countersigned | Refused:
    """Cosign what another State shows of its journal, where it goes on from what was cosigned last."""
    try:
        shown = growth.read(text)
        said = checkpoint.told(shown.note)
        theirs = counterparts.by_origin(said.origin)
        checkpoint.read(shown.note, theirs.card.verifiers(at) if theirs else ())
    except NotOpened as refused:
        return Refused(code="checkpoint-not-believed", facts={"fault": refused.fault.value})
    if code := _refused(shown, said, at):
        known = checkpoints.witnessed(said.origin)
        return Refused(code=code, facts={"size": str(known.size if known else 0)})
    line = checkpoint.cosign(shown.note, keys().signer(at), at=at)
    checkpoints.witness(said, shown.note, theirs.state if theirs else "", at=at)
    return Countersigned(size=said.size, line=line)


def take(given: Countersigned, *, by: str, at: datetime) -> datetime | Refused:
    """Keep the line by which another State, of origin ``by``, cosigned our checkpoint."""
    theirs = counterparts.by_origin(by)
    witnesses = theirs.card.verifiers(at) if theirs else ()
    return checkpoints.cosigned(given.size, given.line, witnesses) or Refused(code="cosignature-not-believed")


def verify() -> Head | Broken:
    """Verify the journal with its tree and every signature under it."""
    return journal.verify(_keys(), dict(checkpoints.notes()) if _keys() else {})


def export(*, at: datetime) -> Iterator[str]:
    """Sign the journal as it stands, and yield the lines of a copy of it."""
    sign(at=at)
    return copy.export(journal.lines(), dict(checkpoints.notes()) if _keys() else {}, _keys())


def _keys() -> tuple[Key, ...]:
    own = find_keys()
    return checkpoints.keys_of(own.card) if own else ()


def _forked(last: CheckpointRow, head: Head) -> str:
    """Return why the journal doesn't go on from the checkpoint that was last signed; empty where it does."""
    if head.size < last.size:
        return SHORTENED
    return "" if nodes.root(last.size) == checkpoint.told(last.note).root else REWRITTEN


def _refused(shown: Growth, said: Checkpoint, at: datetime) -> str:
    """Return why a checkpoint isn't cosigned, and keep it where the other's past has changed."""
    known = checkpoints.witnessed(said.origin)
    size, root = (known.size, checkpoint.told(known.note).root) if known else (0, tree.EMPTY)
    if said.size >= size and shown.old != size:
        return "witness-elsewhere"
    code = SHORTENED if said.size < size else REWRITTEN
    if said.size >= size and tree.extends(size, root, said.size, said.root, shown.proof):
        return ""
    checkpoints.refuse(said.origin, code, at=at)
    return code
