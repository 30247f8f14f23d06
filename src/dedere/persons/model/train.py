"""Train a model from a seed: worlds drawn with every habit of recording varied, the fit, the check."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

import numpy as np

from dedere.persons.comparing.steps import SLOTS
from dedere.persons.comparing.weigh import CODES
from dedere.persons.matching.search import Search
from dedere.persons.model.design import design, steps
from dedere.persons.model.fit import Sample, fitted, rival_part
from dedere.persons.model.model import Model
from dedere.persons.model.worlds import World, world
from dedere.persons.synthetic import Recording, randomised

WORLDS = 14
KEPT = 0.25  # the part of the pairs of two persons that is learnt from; each stands for four

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """How much is learnt from: worlds to fit and to calibrate, their registers' rows, how many are wanted."""

    worlds: int = WORLDS
    checks: int = 4
    sizes: tuple[int, ...] = (100_000, 250_000, 500_000)
    wanted: int = 6_000


def train(
    seed: int, version: str, *, course: Course = Course(), progress: Progress = lambda done, of: None
) -> Model:
    """Return a model trained from a seed; ``progress`` is told worlds done of all."""
    rng = np.random.default_rng(seed)
    nothing = Model(
        version=version,
        digest="",
        prior=100.0,
        rivals=0.0,
        base=np.zeros((SLOTS, CODES), np.float32),
        slope=np.zeros((SLOTS, CODES), np.float32),
    )
    samples = []
    for number, each in enumerate(_worlds(rng, course, course.worlds)):
        samples.append(_sample(each, nothing, rng))
        progress(number + 1, course.worlds + course.checks)
    theta, prior = fitted(samples)
    base, slope = theta[: SLOTS * CODES], theta[SLOTS * CODES :]
    model = replace(
        nothing,
        prior=prior,
        base=base.reshape(SLOTS, CODES).astype(np.float32),
        slope=slope.reshape(SLOTS, CODES).astype(np.float32),
    )
    return _checked(
        model, rng, course, lambda done: progress(course.worlds + done, course.worlds + course.checks)
    )


def _worlds(rng: np.random.Generator, course: Course, count: int) -> Iterator[World]:
    for _ in range(count):
        recording: Recording = randomised(rng)
        with world(
            int(rng.integers(1 << 31)),
            recording,
            register=int(rng.choice(course.sizes)),
            wanted=course.wanted,
        ) as drawn:
            yield drawn


def _sample(drawn: World, model: Model, rng: np.random.Generator) -> Sample:
    """Return every pair of one person and some of the others that the keys lead to."""
    search = Search(drawn.index, model)
    party = search.party(drawn.wanted)
    found = search.find(party)
    true = drawn.true(search, found)
    kept = true | (rng.random(len(true)) < KEPT)
    names = np.arange(len(true), dtype=np.int32)[kept]
    got = steps(party.words, party.records, found.records, found.names.wanted_name[kept], names)
    return Sample(
        terms=design(got),
        true=true[kept],
        count=np.where(true[kept], 1.0, 1.0 / KEPT),
        rows=drawn.index.rows,
    )


def _checked(
    model: Model, rng: np.random.Generator, course: Course, progress: Callable[[int], None]
) -> Model:
    """Return the model with the rivals' part and the prior calibrated on worlds that it has not seen."""
    whole = replace(model, rivals=1.0)
    bits, against, true = [], [], []
    for number, drawn in enumerate(_worlds(rng, course, course.checks), 1):
        search = Search(drawn.index, whole)
        found = search.find(search.party(drawn.wanted))
        bits.append(found.bits + found.against)
        against.append(found.against)
        true.append(drawn.true(search, found))
        progress(number)
    part, shift = rival_part(np.concatenate(bits), np.concatenate(against), np.concatenate(true))
    return replace(model, rivals=part, prior=model.prior + shift)
