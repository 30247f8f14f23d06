"""Whatever is filed and in whatever order, a side's column holds what that side said and nothing else."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from dedere.accords.accord import Accord
from dedere.accords.position import Column, Position, Statement
from dedere.accords.reading import Reading, read
from promised import MADE, accord, account

POSITIONS = st.sampled_from(Position)
SIDES = st.sampled_from(("MX", "US"))


@st.composite
def statements(draw: st.DrawFn) -> tuple[Statement, ...]:
    """A few words of both sides, each on a day and a line of its own."""
    said = draw(st.lists(st.tuples(SIDES, POSITIONS, st.integers(0, 5)), max_size=8))
    return tuple(
        Statement(side=side, position=position, on=MADE + timedelta(days=days), line=line)
        for line, (side, position, days) in enumerate(said, 2)
    )


def columns(said: tuple[Statement, ...]) -> tuple[Column, ...]:
    found = {side: Column(side=side) for side in ("MX", "US")}
    for each in said:
        found[each.side] = found[each.side].saying(each)
    return tuple(found.values())


@given(statements(), st.randoms(use_true_random=False))
def test_the_order_in_which_words_are_filed_changes_no_column(said, dice):
    shuffled = list(said)
    dice.shuffle(shuffled)
    assert columns(tuple(shuffled)) == columns(said)


@given(statements(), SIDES)
def test_what_one_side_says_leaves_the_others_column_as_it_was(said, side):
    other = tuple(each for each in said if each.side != side)
    alone, together = columns(other), columns(said)
    assert [each for each in together if each.side != side] == [each for each in alone if each.side != side]


@given(statements())
def test_the_current_word_is_the_one_of_the_latest_day_and_then_of_the_latest_line(said):
    for own in columns(said):
        by_hand = max(
            (each for each in said if each.side == own.side),
            key=lambda each: (each.on, each.line),
            default=None,
        )
        assert own.current == by_hand
        assert own.position is (by_hand.position if by_hand else Position.UNKNOWN)


@given(statements(), st.data())
def test_a_struck_word_counts_no_more_and_stays_to_be_read(said, data):
    if not said:
        return
    struck = data.draw(st.sampled_from(said))
    (own,) = (each for each in columns(said) if each.side == struck.side)
    after = own.striking(struck.line)
    assert len(after.statements) == len(own.statements)
    assert after.current is None or after.current.line != struck.line


def oracle(told: Accord, mine: Position, theirs: Position) -> Reading:
    """The rules of the ledger written once more, from the page that explains them."""
    pair = {mine, theirs}
    if Position.DISPUTED in pair:
        return Reading.DISPUTED
    if told.told_by_one and (mine is not theirs or mine is Position.UNKNOWN):
        return Reading.DISPUTED
    known = pair - {Position.UNKNOWN}
    if len(known) == 2:
        return Reading.DISPUTED
    if not known:
        return Reading.HELD if told.kind == "meeting" else Reading.UNKNOWN
    (position,) = known
    return Reading(f"{'agreed' if len(pair) == 1 else 'one-says'}-{position.value}")


@given(POSITIONS, POSITIONS, st.booleans(), st.sampled_from(("meeting", "commitment")))
def test_both_columns_read_together_as_the_rules_say_from_either_side(mine, theirs, silent, kind):
    accounts = (account("MX"), account("US", None, silent=True)) if silent else (account(),)
    told = accord(kind, accounts=accounts)

    def reading(first: Position, second: Position) -> Reading:
        said = (
            Statement(side="MX", position=first, on=MADE, line=2),
            Statement(side="US", position=second, on=MADE, line=3),
        )
        return read(told, columns(said)).reading

    assert reading(mine, theirs) is oracle(told, mine, theirs)
    assert reading(mine, theirs) is reading(theirs, mine)


@given(statements(), SIDES)
def test_while_a_side_disputes_nothing_that_the_other_says_hides_it(said, side):
    disputes = Statement(side=side, position=Position.DISPUTED, on=date(2025, 6, 1), line=99)
    assert read(accord(), columns((*said, disputes))).reading is Reading.DISPUTED
