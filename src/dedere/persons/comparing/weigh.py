"""What a comparison is worth: the sum of the weights of its steps, in bits."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from dedere.persons.comparing.compiled import compiled
from dedere.persons.comparing.likeness import Words
from dedere.persons.comparing.steps import SLOTS, Room, compare

CODES, RARITIES = 80, 21


@compiled
def weigh(
    words: Words,
    weights: NDArray[np.float32],
    wanted: NDArray[np.uint32],
    held: NDArray[np.uint32],
    room: Room,
) -> float:
    """Return what two records weigh by ``weights`` (SLOTS, CODES, RARITIES), in bits, without the prior."""
    compare(words, wanted, held, room)
    code, rare = room.code, room.rare
    bits = 0.0
    for slot in range(SLOTS):
        bits += weights[slot, code[slot], rare[slot]]
    return bits
