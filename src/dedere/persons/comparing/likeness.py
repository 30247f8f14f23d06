"""How alike two name tokens are, on a scale of seven."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from dedere.persons.comparing.compiled import compiled

WIDTH = 16  # letters of a token kept for comparison; longer ones are compared by these

# The bits of Words.letters that are not A, E, I, O or U.
_CONSONANTS = ~np.uint32((1 << 1) | (1 << 5) | (1 << 9) | (1 << 15) | (1 << 21))
SAME, SOUND, VARIANT, NEAR, FAR, SHORT, APART = range(7)


class Words(NamedTuple):
    """The tokens known to an index, one row each; a token is its row number.

    Text and sound are ASCII bytes padded with zeros to WIDTH; ``sounded`` hashes the sound; ``letters`` has
    a bit for each letter of the sound; ``standing`` are the tokens it may stand for, itself first;
    ``codes`` the hashes by which records are found; ``rarity`` and ``sound_rarity`` are bits (-log2 of the
    share of the register) as a given name and as a surname.
    """

    text: NDArray[np.uint8]
    sound: NDArray[np.uint8]
    length: NDArray[np.uint8]
    sound_length: NDArray[np.uint8]
    sounded: NDArray[np.uint32]
    letters: NDArray[np.uint32]
    standing: NDArray[np.uint32]
    codes: NDArray[np.uint32]
    rarity: NDArray[np.uint8]
    sound_rarity: NDArray[np.uint8]


@compiled
def edits(a: NDArray[np.uint8], la: int, b: NDArray[np.uint8], lb: int, table: NDArray[np.int64]) -> int:
    """Return how many edits part a from b: letters put in, left out, replaced, or swapped with a neighbour.

    This is Damerau's distance, restricted: no letter is edited twice. ``table`` (3, WIDTH + 1) is room to
    work in.
    """
    before, last, now = table[0], table[1], table[2]
    for j in range(lb + 1):
        last[j] = j
    for i in range(1, la + 1):
        now[0] = i
        for j in range(1, lb + 1):
            same = a[i - 1] == b[j - 1]
            best = last[j - 1] + (0 if same else 1)
            best = min(best, last[j] + 1, now[j - 1] + 1)
            if i > 1 and j > 1 and a[i - 1] == b[j - 2] and a[i - 2] == b[j - 1]:
                best = min(best, before[j - 2] + 1)
            now[j] = best
        before, last, now = last, now, before
    return int(last[lb])


@compiled
def _bits(value: np.uint32) -> int:
    count = 0
    while value:
        value &= value - np.uint32(1)
        count += 1
    return count


@compiled
def _starts(words: Words, a: int, b: int) -> bool:
    """Say whether the shorter is how the longer begins: an initial, or a name cut off."""
    shorter = min(words.length[a], words.length[b])
    if shorter == words.length[a] == words.length[b] or 1 < shorter < 3:
        return False
    for i in range(shorter):  # noqa: SIM110  compiled code knows no generators
        if words.text[a, i] != words.text[b, i]:
            return False
    return True


@compiled
def _vowel(letter: int) -> bool:
    return letter == 65 or letter == 69 or letter == 73 or letter == 79 or letter == 85


@compiled
def _consonants_agree(a: NDArray[np.uint8], la: int, b: NDArray[np.uint8], lb: int) -> bool:
    """Say whether two sounds have the same consonants in order, three at least: GIMINIS and JIMENES."""
    i, j, agreed = 0, 0, 0
    while True:
        while i < la and _vowel(a[i]):
            i += 1
        while j < lb and _vowel(b[j]):
            j += 1
        if i == la or j == lb:
            return i == la and j == lb and agreed >= 3
        if a[i] != b[j]:
            return False
        i, j, agreed = i + 1, j + 1, agreed + 1


@compiled
def likeness(words: Words, a: int, b: int, table: NDArray[np.int64]) -> int:
    """Return how alike two tokens are: SAME … APART, the first that holds.

    NEAR is one edit of the sound; FAR two in a long name, or other vowels between the same consonants; SHORT
    a token that is how the other begins. ``table`` is room for ``edits``.
    """
    if a == b:
        return SAME
    if words.sounded[a] == words.sounded[b]:
        return SOUND
    for i in range(words.standing.shape[1]):
        if words.standing[a, i] == 0:
            break
        for j in range(words.standing.shape[1]):
            if words.standing[a, i] == words.standing[b, j]:
                return VARIANT
    # Signed, since the difference of two unsigned lengths would never be negative, and huge instead.
    la, lb = int(np.int64(words.sound_length[a])), int(np.int64(words.sound_length[b]))
    differing = words.letters[a] ^ words.letters[b]
    if min(la, lb) >= 3 and abs(la - lb) <= 2 and _bits(differing) <= 4:
        far = edits(words.sound[a], la, words.sound[b], lb, table)
        if far == 1 and max(la, lb) >= 4:
            return NEAR
        if far == 2 and min(la, lb) >= 6:
            return FAR
    if differing & _CONSONANTS == 0 and _consonants_agree(words.sound[a], la, words.sound[b], lb):
        return FAR
    return SHORT if _starts(words, a, b) else APART
