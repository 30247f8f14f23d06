"""What a journal shows its witness: from which size it grew, the proof of it, and the new checkpoint.

The form is the request of c2sp.org/tlog-witness: a line ``old N``, the proof's hashes in base64, one to a
line, an empty line, and the signed note.
"""

from __future__ import annotations

from base64 import b64decode, b64encode
from collections.abc import Sequence
from dataclasses import dataclass

from dedere.seal.tree import HASH
from dedere.seal.unsealed import Fault, NotOpened

_MOST_HASHES = 63


@dataclass(frozen=True, slots=True, kw_only=True)
class Growth:
    """The size that the witness saw last, the consistency proof from it, the checkpoint as a signed note."""

    old: int
    proof: Sequence[bytes]
    note: str

    def text(self) -> str:
        """Return the text that is sent."""
        hashes = "".join(f"{b64encode(each).decode()}\n" for each in self.proof)
        return f"old {self.old}\n{hashes}\n{self.note}"


def read(text: str) -> Growth:
    """Read what a journal shows; raises NotOpened unless it has its one form."""
    head, _, note = text.partition("\n\n")
    first, *hashes = head.split("\n")
    try:
        proof = tuple(b64decode(each, validate=True) for each in hashes)
        growth = Growth(old=int(first.removeprefix("old ")), proof=proof, note=note)
    except ValueError:
        raise NotOpened(Fault.ALTERED, "it cannot be read as a journal's growth") from None
    if any(len(each) != HASH for each in proof) or len(proof) > _MOST_HASHES or growth.text() != text:
        raise NotOpened(Fault.ALTERED, "it is not in the one form of a journal's growth")
    return growth
