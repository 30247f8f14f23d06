"""What is published of a small docket, told by its cells."""

from __future__ import annotations

from pathlib import Path

import pytest

from dedere.tally.hiding.attack import Reader
from dedere.tally.hiding.choose import choose, small
from dedere.tally.hiding.system import System
from dedere.tally.release import publish
from dedere.tally.route import Given, Operation
from dedere.tally.rule import UnreadableRule, house_rule, read_rule
from dedere.tally.tables import ALL
from tally.rows import UNTIL, counted, handed, route

RULE = house_rule()


def square(*counts: int, known: frozenset[int] = frozenset()) -> System:
    """A table of two rows and two columns with its totals; a total costs three times a cell."""
    rows = [{0, 1}, {2, 3}, {0, 2}, {1, 3}, {0, 1, 2, 3}]
    cells = (*(frozenset({each}) for each in range(4)), *map(frozenset, rows))
    return System(kinds=counts, cells=cells, weights=(1, 1, 1, 1, 3, 3, 3, 3, 9), known=known)


def test_a_small_cell_is_hidden_with_the_three_that_would_give_it_away() -> None:
    system = square(2, 20, 20, 20)
    assert small(system, RULE) == {0}
    assert choose(system, RULE) == {0, 1, 2, 3}


def test_nothing_small_hides_nothing() -> None:
    assert choose(square(9, 20, 20, 20), RULE) == frozenset()


def test_cells_that_leave_too_little_doubt_do_not_protect() -> None:
    """Beside cells of 1 each, a 2 could only be 1 to 3: totals must be hidden too."""
    chosen = choose(square(2, 1, 1, 50), RULE)
    assert chosen is not None
    assert chosen > {0, 1, 2}
    assert chosen & {4, 6}


def test_what_everybody_knows_may_leave_no_way_to_protect() -> None:
    assert choose(square(2, 1, 20, 20, known=frozenset({4})), RULE) is None


def test_shares_of_persons_do_not_count_as_doubt() -> None:
    """Here half persons would leave enough numbers open, and whole ones do not: one more is hidden."""
    cells = ("0", "0134567", "0157", "0234567", "125", "15", "1567", "2457", "345")
    system = System(
        kinds=(1, 5, 9, 3, 4, 6, 5, 8),
        cells=tuple(frozenset(map(int, cell)) for cell in cells),
        weights=(5, 1, 1, 5, 3, 1, 1, 2, 2),
    )
    chosen = choose(system, RULE)
    assert chosen is not None
    reader = Reader(system, reach=2 * RULE.apart)
    reader.hide(chosen)
    for cell in chosen:
        least, most = reader.exactly(cell)
        assert most - least >= RULE.apart


def test_a_zero_is_shown_and_a_large_docket_is_shown_whole() -> None:
    published = publish(counted([route()] * 20 + [handed()] * 10), RULE)
    assert all(value is not None for table in published.tables for value in table.values.values())
    assert published.table("requests-by-year").value("treaty-extradition", "2024") == 30
    assert published.table("refusals").value(ALL, ALL) == 0


def test_a_median_is_published_of_five_and_of_no_fewer() -> None:
    def five(number: int):  # type: ignore[no-untyped-def]
        timed = [handed(days_to_surrender=10 * (each + 1)) for each in range(number)]
        return publish(counted(timed + [route()] * 20), RULE)

    assert five(5).durations[-1].middle.median == 30
    assert five(4).durations[-1].middle is None


def test_the_median_of_a_group_whose_number_is_hidden_is_hidden() -> None:
    """Seven have days on file and two have not: the seven are hidden with the two, and so is their median."""
    timed = [handed(days_to_surrender=10) for _ in range(7)] + [handed() for _ in range(2)]
    published = publish(counted(timed), RULE)
    assert published.table("surrenders-timed").value(ALL, "known") is None
    assert all(each.middle is None for each in published.durations)


def test_a_handover_of_four_is_not_named() -> None:
    def flown(persons: int) -> int:
        flight = [handed(operation="H-2025-0001") for _ in range(persons)]
        told = Operation(
            id="H-2025-0001", on=UNTIL, giving="MX", receiving="US", persons=persons, sources=("S-1",)
        )
        return len(publish(counted(flight, operations=[told]), RULE).operations)

    assert (flown(4), flown(5)) == (0, 1)


def test_where_nothing_protects_the_tables_are_withheld_whole() -> None:
    """Of five handed over in a published handover one took another route: no doubt can be left about whom."""
    flight = [handed(operation="H-2025-0001", track="deportation")]
    flight += [handed(operation="H-2025-0001")] * 4
    told = Operation(id="H-2025-0001", on=UNTIL, giving="MX", receiving="US", persons=5, sources=("S-1",))
    published = publish(counted(flight, operations=[told]), RULE)
    assert published.table("handovers-by-year").withheld
    assert published.table("handovers-by-year").value(ALL, "2025") is None
    assert [each.persons for each in published.operations] == [5]


def test_promises_are_hidden_knowing_that_each_person_counts_once() -> None:
    given = [Given(about="death-penalty", standing="given")] * 9
    given += [Given(about="death-penalty", standing="breached")] * 2
    table = publish(counted([route()] * 40, given), RULE).table("assurances")
    assert table.value("death-penalty", "breached") is None
    assert table.value("death-penalty", "given") is None
    assert table.value("death-penalty", ALL) == 11


@pytest.mark.parametrize(
    ("text", "remedy"),
    [
        ("least = 1\napart = 4\nconfidence = 0.95\n[reason]\nen = ''\nes = ''", "least 2 or more"),
        ("least = 5\nconfidence = 0.95\n[reason]\nen = ''\nes = ''", "give least, apart"),
    ],
)
def test_a_rule_that_protects_nobody_is_refused(tmp_path: Path, text: str, remedy: str) -> None:
    path = tmp_path / "rule.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(UnreadableRule, match=remedy):
        read_rule(path)
