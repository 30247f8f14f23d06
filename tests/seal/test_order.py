"""Each letter is taken once, in the order of its case; against a plain model of what an inbox may hold."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from dedere.seal.order import Seen, Turn, turn

from post import letter_to

FIRST = letter_to()
EMPTY = Seen(letters={}, last={})
TAKEN = Seen(letters={"L1": "digest"}, last={(FIRST.sender, FIRST.case): 1})


def test_the_first_letter_of_a_case_is_taken() -> None:
    assert turn(FIRST, "digest", EMPTY) is Turn.TAKE


def test_a_retry_is_answered_as_before() -> None:
    assert turn(FIRST, "digest", TAKEN) is Turn.AGAIN


def test_an_id_that_stands_for_another_letter_is_refused() -> None:
    assert turn(FIRST, "another", TAKEN) is Turn.CONFLICT


def test_a_place_that_is_taken_is_refused() -> None:
    assert turn(replace(FIRST, id="L9"), "another", TAKEN) is Turn.REPLAYED


def test_a_letter_that_runs_ahead_waits_to_be_sent_again() -> None:
    assert turn(letter_to(sequence=3), "third", TAKEN) is Turn.EARLY
    assert turn(letter_to(sequence=2), "second", TAKEN) is Turn.TAKE


def test_another_sender_s_case_of_the_same_number_has_its_own_order() -> None:
    assert turn(replace(FIRST, id="L9", sender="utopia.example/dedere"), "digest", TAKEN) is Turn.TAKE


@given(st.lists(st.integers(1, 6), max_size=40))
def test_whatever_comes_how_often_each_letter_is_taken_once_and_in_order(sent: list[int]) -> None:
    letters: dict[str, str] = {}
    last: dict[tuple[str, str], int] = {}
    taken: list[int] = []
    for sequence in sent:
        address = letter_to(sequence=sequence)
        became = turn(address, f"digest {sequence}", Seen(letters=letters, last=last))
        assert (became is Turn.AGAIN) is (sequence in taken)
        if became is Turn.TAKE:
            taken.append(sequence)
            letters[address.id] = f"digest {sequence}"
            last[(address.sender, address.case)] = sequence
    assert taken == list(range(1, len(taken) + 1))
