"""A model: a base weight and a weight per bit of rarity for every step, in bits, and the prior."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from math import log2
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from dedere.persons.comparing.steps import CURP, CURP_HEAD_SAME, RFC_SAME, SLOTS
from dedere.persons.comparing.weigh import CODES, RARITIES
from dedere.persons.model.codes import SLOT_NAMES, STEPS
from dedere.words import Unreadable

FOLDER = Path(__file__).parent / "versions"
CURRENT = "1"


class UnreadableModel(Unreadable):
    """A model that is not there, or whose steps are not those of this comparison."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Model:
    """What each step weighs: ``base`` in bits and ``slope`` in bits for each bit of rarity (SLOTS, CODES).

    The prior of a pair is ``prior`` less log2 of the register's rows: whoever is sought is one of them at
    most. ``rivals`` is the part of the rivals' weight that counts against a pair.
    """

    version: str
    digest: str
    prior: float
    rivals: float
    base: NDArray[np.float32]
    slope: NDArray[np.float32]

    def weights(self) -> NDArray[np.float32]:
        """Return the weight of each step at each rarity, (SLOTS, CODES, RARITIES), in bits."""
        rarity = np.arange(RARITIES, dtype=np.float32)
        bits = np.asarray(self.base[:, :, None] + self.slope[:, :, None] * rarity, np.float32)
        # An RFC is the beginning of a CURP; it is worth as much, for no list that is learnt from has any.
        bits[CURP, RFC_SAME] = bits[CURP, CURP_HEAD_SAME]
        return bits

    def prior_of(self, rows: int) -> float:
        """Return the prior weight of one pair in a register of so many rows, in bits."""
        return self.prior - log2(max(rows, 1))


@cache
def load(version: str = CURRENT) -> Model:
    """Read a model kept with the project; UnreadableModel names what is wrong."""
    path = FOLDER / f"{version}.json"
    try:
        told = path.read_bytes()
    except OSError as error:
        kept = ", ".join(sorted(each.stem for each in FOLDER.glob("*.json")))
        raise UnreadableModel(
            where=version, what="there is no such model", remedy=f"name one of {kept}"
        ) from error
    return read(told)


def read(told: bytes) -> Model:
    """Read a model's text."""
    found = json.loads(told)
    base, slope = np.zeros((SLOTS, CODES), np.float32), np.zeros((SLOTS, CODES), np.float32)
    for slot, steps in found["steps"].items():
        for step, (weight, by_rarity) in steps.items():
            at = _place(slot, step)
            base[at], slope[at] = weight, by_rarity
    return Model(
        version=found["version"],
        digest=sha256(told).hexdigest(),
        prior=found["prior"],
        rivals=found["rivals"],
        base=base,
        slope=slope,
    )


def write(model: Model, **told: Any) -> str:
    """Return a model as text that ``read`` reads, every step by name; ``told`` says how it was made."""
    steps = {
        name: {
            step: [round(float(model.base[slot, code]), 3), round(float(model.slope[slot, code]), 3)]
            for code, step in enumerate(STEPS[slot])
            if model.base[slot, code] or model.slope[slot, code]
        }
        for slot, name in enumerate(SLOT_NAMES)
    }
    head = {"version": model.version, "prior": round(model.prior, 3), "rivals": round(model.rivals, 3)}
    return json.dumps(head | told | {"steps": steps}, indent=1) + "\n"


def _place(slot: str, step: str) -> tuple[int, int]:
    try:
        at = SLOT_NAMES.index(slot)
        return at, STEPS[at].index(step)
    except ValueError as error:
        raise UnreadableModel(
            where=f"{slot}, {step}", what="this step is not known here", remedy="train the model anew"
        ) from error
