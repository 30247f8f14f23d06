"""A fixed sample of the fuzz: what another State may send is read or refused, and nothing else."""

from __future__ import annotations

import random

import pytest

from fuzz_envelope import feed, mutated, seeds

SEEDS = list(seeds())


@pytest.mark.parametrize("sample", SEEDS, ids=lambda sample: sample[:1].decode())
def test_every_seed_is_read_as_it_stands(sample: bytes) -> None:
    assert feed(sample) == "read"


def test_a_changed_sample_is_read_or_refused() -> None:
    dice = random.Random(0)
    became = {feed(mutated(dice.choice(SEEDS), dice)) for _ in range(3000)}
    assert {"read", "altered", "not-an-envelope", "unknown-sender"} <= became
