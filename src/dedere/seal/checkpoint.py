"""A checkpoint of a journal, and another State's witness to it, as C2SP writes them.

c2sp.org/tlog-checkpoint: a note of three lines, the journal's origin, how many lines it holds, the root over
them. c2sp.org/tlog-cosignature: a witness signs below, with the instant, that this goes on from all that it
saw of that journal before.
"""

from __future__ import annotations

from base64 import b64decode, b64encode
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from dedere.seal import note
from dedere.seal.note import Signer, Verifier
from dedere.seal.tree import HASH
from dedere.seal.unsealed import Fault, NotOpened

COSIGNATURE = b"\x04"
_TIME, _SIGNATURE = 8, 64
_LATEST = 253_402_300_799  # the last second of the year 9999


@dataclass(frozen=True, slots=True, kw_only=True)
class Checkpoint:
    """How long a journal was, and the root over its lines."""

    origin: str
    size: int
    root: bytes

    def text(self) -> str:
        """Return the text that is signed."""
        return f"{self.origin}\n{self.size}\n{b64encode(self.root).decode()}\n"


def sign(checkpoint: Checkpoint, signer: Signer) -> str:
    """Return the checkpoint as a signed note; a journal signs under its origin's name."""
    if signer.name != checkpoint.origin:
        raise ValueError(f"{signer.name} does not sign for {checkpoint.origin}")
    return note.sign(checkpoint.text(), signer)


def read(signed: str, verifiers: Sequence[Verifier]) -> Checkpoint:
    """Read a checkpoint and prove that its journal signed it; raises NotOpened."""
    checkpoint = told(signed)
    theirs = [each for each in verifiers if each.name == checkpoint.origin]
    if not note.signed_by(signed, theirs):
        raise NotOpened(Fault.UNKNOWN_SENDER, "no key that we hold of that journal signed the checkpoint")
    return checkpoint


def told(signed: str) -> Checkpoint:
    """Read what a checkpoint says, whoever signed it; raises NotOpened unless it has its one form."""
    text = note.text_of(signed)
    try:
        origin, size, root, _ = text.split("\n")
        checkpoint = Checkpoint(origin=origin, size=int(size), root=b64decode(root, validate=True))
    except ValueError:
        raise NotOpened(Fault.ALTERED, "it cannot be read as a checkpoint") from None
    if not origin or checkpoint.size < 0 or len(checkpoint.root) != HASH or checkpoint.text() != text:
        raise NotOpened(Fault.ALTERED, "it is not in the one form of a checkpoint")
    return checkpoint


def cosign(signed: str, witness: Signer, *, at: datetime) -> str:
    """Return the line that a witness puts below a checkpoint whose consistency it has proved."""
    seconds = int(at.timestamp())
    raw = seconds.to_bytes(_TIME) + witness.signature(_message(note.text_of(signed), seconds))
    return note.line(witness.name, _key_id(witness.verifier()), raw)


def cosigned_at(signed: str, witnesses: Sequence[Verifier]) -> datetime | None:
    """Return when one of the witnesses last cosigned the checkpoint; None where none has, or one is wrong."""
    text, known = note.text_of(signed), {(each.name, _key_id(each)): each for each in witnesses}
    theirs = [(known.get((name, id)), raw) for name, id, raw in note.signatures(signed)]
    found = [_proved(text, witness, raw) for witness, raw in theirs if witness]
    proved = [at for at in found if at is not None]
    return max(proved) if proved and len(proved) == len(found) else None


def _proved(text: str, witness: Verifier, raw: bytes) -> datetime | None:
    if len(raw) != _TIME + _SIGNATURE:
        return None
    seconds = int.from_bytes(raw[:_TIME])
    if seconds > _LATEST or not witness.proves(raw[_TIME:], _message(text, seconds)):
        return None
    return datetime.fromtimestamp(seconds, UTC)


def _message(text: str, seconds: int) -> bytes:
    return f"cosignature/v1\ntime {seconds}\n{text}".encode()


def _key_id(witness: Verifier) -> bytes:
    return note.key_id(witness.name, COSIGNATURE, witness.raw)
