"""The model as Splink's settings: whatever level a step has, log2(m / u) is the weight the model gives it."""

from math import log2

import numpy as np
import pytest

from dedere.persons.comparing.steps import SLOTS
from dedere.persons.comparing.weigh import RARITIES
from dedere.persons.model.codes import SLOT_NAMES, STEPS
from dedere.persons.model.model import load
from dedere.persons.spark.levels import levels, settings


def weight(level: dict[str, float]) -> float:
    return log2(level["m_probability"] / level["u_probability"])


def test_the_ratio_of_every_level_is_the_weight_of_its_steps():
    model = load()
    found, weights = levels(model), load().weights()
    comparisons = {each["output_column_name"]: each for each in settings(found, -3.0)["comparisons"]}
    for slot in range(SLOTS):
        told = {
            int(level["sql_condition"].rpartition("= ")[2]): log2(
                level["m_probability"] / level["u_probability"]
            )
            for level in comparisons[SLOT_NAMES[slot].replace("-", "_")]["comparison_levels"]
        }
        for code in range(len(STEPS[slot])):
            for rarity in range(RARITIES):
                level = int(found.of[slot, code, rarity])
                assert told[level] == pytest.approx(float(weights[slot, code, rarity]), abs=1e-6)


def test_shares_are_shares_and_the_prior_is_the_model_s():
    told = settings(levels(load()), -7.25)
    shares = [
        level[name]
        for comparison in told["comparisons"]
        for level in comparison["comparison_levels"]
        for name in ("m_probability", "u_probability")
    ]
    assert 0 < min(shares) <= max(shares) < 1
    prior = told["probability_two_random_records_match"]
    assert log2(prior / (1 - prior)) == pytest.approx(-7.25)


def test_each_rarity_is_a_level_only_where_rarity_weighs():
    found = levels(load())
    for slot in range(SLOTS):
        for code, step in enumerate(STEPS[slot]):
            different = len(np.unique(found.of[slot, code]))
            sloped = bool(load().slope[slot, code])
            assert different == (RARITIES if sloped else 1), (SLOT_NAMES[slot], step)
