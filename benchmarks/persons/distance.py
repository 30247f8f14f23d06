"""Our edit distance against another hand's, on the tokens of names and on noise."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
from rapidfuzz.distance import OSA
from rapidfuzz.process import cpdist

from benchmarks.rows import OURS, Row
from dedere.persons.comparing.hashing import rows
from dedere.persons.comparing.likeness import WIDTH, edits
from dedere.persons.synthetic.names import surnames


def agreement(count: int) -> Iterable[Row]:
    """The share of pairs on which ours and rapidfuzz's optimal string alignment come to the same number."""
    one, other = pairs(count)
    found, expected = ours(one, other), cpdist(one, other, scorer=OSA.distance)
    yield Row(
        work=f"edit distance of {len(one):,} pairs of tokens as rapidfuzz has it",
        who=OURS,
        figure=round(float((found == expected).mean()), 6),
        unit="share",
        better="higher",
    )


def pairs(count: int) -> tuple[list[str], list[str]]:
    """Tokens with tokens: half drawn anew, half the first with letters changed, swapped, put in, left out."""
    dice = np.random.default_rng(29)
    known = [name for name in surnames().texts if name.isascii() and name.isalpha() and len(name) < WIDTH]
    one = [known[at] for at in dice.integers(len(known), size=count)]
    other = [known[at] for at in dice.integers(len(known), size=count)]
    return one, [_slip(a, dice) if at % 2 else b for at, (a, b) in enumerate(zip(one, other, strict=True))]


def ours(one: list[str], other: list[str]) -> np.ndarray:
    """Our distance of each pair."""
    (a, la), (b, lb) = rows(one, WIDTH), rows(other, WIDTH)
    room = np.empty((3, WIDTH + 1), np.int64)
    return np.array([edits(a[at], int(la[at]), b[at], int(lb[at]), room) for at in range(len(one))])


def _slip(text: str, dice: np.random.Generator) -> str:
    letters = list(text)
    for _ in range(dice.integers(1, 4)):
        at, letter = int(dice.integers(len(letters))), chr(65 + int(dice.integers(26)))
        match dice.integers(4):
            case 0:
                letters[at] = letter
            case 1:
                letters[at : at + 2] = letters[at : at + 2][::-1]
            case 2 if len(letters) < WIDTH:
                letters.insert(at, letter)
            case _ if len(letters) > 1:
                del letters[at]
    return "".join(letters)
