"""A model is made from its seed alone, and what agrees more never weighs less in it."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import numpy as np
import pytest

from dedere.persons.model.codes import SLOT_NAMES, STEPS
from dedere.persons.model.design import bounds
from dedere.persons.model.model import Model, UnreadableModel, load, read, write
from dedere.persons.model.monotone import broken
from dedere.persons.model.train import Course, train

TINY = Course(worlds=1, checks=1, sizes=(3_000,), wanted=300)
CARD = Path(__file__).parents[3] / "docs" / "reference" / "model-card.md"


@cache
def tiny() -> Model:
    return train(5, "tiny", course=TINY)


def test_the_same_seed_makes_the_same_model_and_another_seed_another():
    first, again, other = (write(train(seed, "tiny", course=TINY)) for seed in (5, 5, 6))
    assert first == again
    assert first != other


def test_a_model_learnt_from_very_little_breaks_no_condition_of_monotony_by_a_twentieth_of_a_bit():
    assert broken(tiny().base.astype(np.float64)).max() < 0.05


def test_the_model_that_ships_keeps_every_condition_of_monotony():
    assert broken(load().base.astype(np.float64)).max() == 0


@pytest.mark.parametrize(
    "step",
    [
        *("birth.same", "birth.same-month", "birth.same-year", "sex.same", "birth-state.same"),
        *("curp.same", "curp.tail-same", "curp.head-same", "nickname.same"),
    ],
)
def test_what_agrees_never_weighs_against_in_a_model_learnt_from_very_little_nor_in_the_one_that_ships(
    step: str,
) -> None:
    slot, _, outcome = step.partition(".")
    at = SLOT_NAMES.index(slot)
    for model in (tiny(), load()):
        assert model.base[at, STEPS[at].index(outcome)] >= 0


def test_every_weight_of_the_model_that_ships_is_within_its_bounds() -> None:
    low, high = np.array(bounds()).T
    weights = np.concatenate([load().base.ravel(), load().slope.ravel()])
    assert (low <= weights).all()
    assert (weights <= high).all()


def test_a_condition_that_is_broken_is_seen():
    base = load().base.astype(np.float64)
    base[13] = -np.arange(base.shape[1])
    assert broken(base).max() > 0


def test_a_model_reads_back_as_it_was_written():
    model = load()
    again = read(write(model).encode())
    assert np.array_equal(again.base, model.base)
    assert np.array_equal(again.slope, model.slope)
    assert (again.prior, again.rivals) == (model.prior, model.rivals)


def test_a_model_that_is_not_there_is_refused_with_those_that_are():
    with pytest.raises(UnreadableModel, match="name one of 1"):
        load("0")


def test_the_card_is_of_the_model_that_ships():
    assert load().digest in CARD.read_text(encoding="utf-8")
