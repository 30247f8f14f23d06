"""The model as Splink's settings: a comparison for each slot, a level for each step, weights as m and u.

Splink adds log2(m / u) of the levels found to the prior. Our weights were learnt as weights, not counted as
shares among pairs: m and u are two numbers whose ratio is the weight (Fellegi and Sunter 1969), and no more.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from dedere.persons.comparing.steps import SLOTS
from dedere.persons.comparing.weigh import CODES, RARITIES
from dedere.persons.model.codes import SLOT_NAMES, STEPS
from dedere.persons.model.model import Model

STEP = "step"  # the function that compares two lines, as Splink's SQL calls it
_LEAST = 0.5  # neither share of a level is greater


@dataclass(frozen=True, slots=True, kw_only=True)
class Levels:
    """The levels of each slot, by words and weight in bits, level 1 first.

    ``of`` (SLOTS, CODES, RARITIES) is the level of each step, 0 where nothing was compared.
    """

    of: NDArray[np.int16]
    slots: tuple[tuple[tuple[str, float], ...], ...]


def levels(model: Model) -> Levels:
    """Return the levels of a model: one for each step that weighs, and rarity where that weighs."""
    weights = model.weights()
    of = np.zeros((SLOTS, CODES, RARITIES), np.int16)
    slots = []
    for slot in range(SLOTS):
        found: list[tuple[str, float]] = []
        for code, step in enumerate(STEPS[slot]):
            for rarity in range(RARITIES):
                weight = float(weights[slot, code, rarity])
                if rarity and weight == weights[slot, code, rarity - 1]:
                    of[slot, code, rarity] = of[slot, code, rarity - 1]
                elif weight:
                    sloped = model.slope[slot, code] != 0
                    found.append((f"{step}, 1 in 2^{rarity}" if sloped else step, weight))
                    of[slot, code, rarity] = len(found)
        slots.append(tuple(found))
    return Levels(of=of, slots=tuple(slots))


def settings(found: Levels, prior: float) -> dict[str, object]:
    """Return Splink's settings: keys shared by two names make a pair, levels make its weight."""
    return {
        "link_type": "link_only",
        "probability_two_random_records_match": 2.0**prior / (1.0 + 2.0**prior),
        "blocking_rules_to_generate_predictions": [
            {"blocking_rule": "l.keys = r.keys", "arrays_to_explode": ["keys"]}
        ],
        "comparisons": [_comparison(slot, of) for slot, of in enumerate(found.slots) if of],
        "retain_matching_columns": False,
    }


def _comparison(slot: int, found: tuple[tuple[str, float], ...]) -> dict[str, object]:
    return {
        "output_column_name": SLOT_NAMES[slot].replace("-", "_"),
        "comparison_levels": list(_levels(slot, found)),
    }


def _levels(slot: int, found: tuple[tuple[str, float], ...]) -> Iterator[dict[str, object]]:
    """Yield the level of nothing compared, which most pairs have in most slots, then the lightest first."""
    step = f"{STEP}(line_l, line_r)[{slot}]"
    for level, (words, bits) in sorted(enumerate((("none", -np.inf), *found)), key=lambda each: each[1][1]):
        weight = bits if level else 0.0
        yield {
            "sql_condition": f"{step} = {level}",
            "label_for_charts": words,
            "m_probability": _LEAST * min(1.0, 2.0**weight),
            "u_probability": _LEAST * min(1.0, 2.0**-weight),
        }
