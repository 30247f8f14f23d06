"""What is received as a file is read, or complained of: a seeded sample of the fuzz's own target."""

from __future__ import annotations

import random

import pytest

from dedere.law.library import library
from dedere.law.table import parse
from dedere.words import Unreadable

from fuzz_treaty import BOUND, CASE, PARTIES, TREATY, feed, mutated, seeds

SEEDS = list(seeds())


@pytest.mark.parametrize("start", range(8))
def test_changed_files_are_read_or_complained_of(start: int) -> None:
    dice = random.Random(start)
    became = set()
    for _ in range(60):
        sample = mutated(dice.choice(SEEDS), dice)
        assert sample is not None
        became.add(feed(sample))
    assert len(became) > 1, "some are complained of"


def test_what_is_shipped_is_read_whole() -> None:
    for written in library().written.values():
        assert feed(TREATY + written.raw) == "read"
    cases = [each for each in SEEDS if each[:1] == CASE]
    assert {feed(each) for each in random.Random(0).sample(cases, 40)} == {"read"}
    assert feed(PARTIES + BOUND) == "read"


@pytest.mark.parametrize("sort", [TREATY, PARTIES, CASE], ids=["treaty", "parties", "case"])
@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"\xff\xfe\x00",
        b"id = " + b"[" * 3000,
        b"a." * 400_000 + b"a = 1",
        b'x = {"!"' + b'."!"' * 100_000 + b" = 1}",
        b"x = " + b"9" * 5000,
        b"id = 1979-05-27T07:32:00",
        b"\r\n" * 1000,
    ],
    ids=["empty", "no-text", "deep", "dotted", "quoted-dotted", "long-number", "instant", "lines"],
)
def test_what_is_made_to_hurt_is_complained_of(sort: bytes, raw: bytes) -> None:
    assert feed(sort + raw) != "read"


def test_a_name_of_many_parts_is_refused_before_it_is_read() -> None:
    with pytest.raises(Unreadable, match="a name of more than 12 parts"):
        parse("x", b"a." * 100 + b"a = 1", Unreadable)
    dotted = parse("x", b'text = "' + b"a." * 100 + b'"', Unreadable)[0]
    assert dotted.word("text").startswith("a.a.")
