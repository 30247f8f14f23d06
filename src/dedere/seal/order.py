"""What an inbox does with a proved letter: take it once, in its order, and answer a retry as before."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

from dedere.seal.letter import Address


class Turn(str, Enum):
    """What becomes of a letter that was proved; each has words in every language of the desk."""

    TAKE = "take"  # it is the next of its case
    AGAIN = "again"  # the same bytes came before: the same receipt goes back
    CONFLICT = "same-id-other-bytes"  # an id that stands for another letter
    REPLAYED = "replayed"  # its place in the case is taken by another
    EARLY = "out-of-order"  # letters before it have not come: it will be taken when it is sent again


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """What came before: the letter that each id stands for, and the last sequence of each sender's case."""

    letters: Mapping[str, str]
    last: Mapping[tuple[str, str], int]


def turn(address: Address, digest: str, seen: Seen) -> Turn:
    """Say what becomes of a proved letter; ``digest`` is its letter's, so a resealed retry is a retry."""
    if (known := seen.letters.get(address.id)) is not None:
        return Turn.AGAIN if known == digest else Turn.CONFLICT
    next_one = seen.last.get((address.sender, address.case), 0) + 1
    if address.sequence == next_one:
        return Turn.TAKE
    return Turn.REPLAYED if address.sequence < next_one else Turn.EARLY
