"""Nothing small is published, and nothing hidden can be worked out from what is."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from dedere.press.statistics.files import told
from dedere.tally.release import publish
from dedere.tally.route import Operation
from dedere.tally.rule import house_rule
from tally.reader import Reader
from tally.rows import TRACKS, UNTIL, counted, dockets, handed, route

RULE = house_rule()


@given(dockets(4, 8))
def test_no_hidden_number_can_be_found_by_trying_every_docket(routes) -> None:  # type: ignore[no-untyped-def]
    reader = Reader(told(publish(counted(routes), RULE)), routes)
    for cell, values in reader.tried(RULE.apart).items():
        assert max(values) - min(values) >= RULE.apart, cell


@settings(max_examples=15)
@given(dockets(24, 14))
def test_nor_by_programming_on_larger_dockets(routes) -> None:  # type: ignore[no-untyped-def]
    reader = Reader(told(publish(counted(routes), RULE)), routes)
    for cell, least, most in reader.ends():
        assert most - least >= RULE.apart, cell


@settings(max_examples=40)
@given(dockets(12, 9))
def test_no_published_number_is_small(routes) -> None:  # type: ignore[no-untyped-def]
    published = publish(counted(routes), RULE)
    for table in published.tables:
        assert all(value is None or value == 0 or value >= RULE.least for value in table.values.values())


@settings(max_examples=15)
@given(dockets(8, 9), st.lists(st.sampled_from(TRACKS), min_size=5, max_size=20))
def test_a_published_handover_helps_no_reader(routes, aboard: list[str]) -> None:  # type: ignore[no-untyped-def]
    flight = tuple(handed(track=track, operation="H-2025-0001") for track in aboard)
    everyone = (*routes, *(handed() for _ in range(3)), *flight)
    operation = Operation(
        id="H-2025-0001", on=UNTIL, giving="MX", receiving="US", persons=len(aboard), sources=("S-1",)
    )
    published = told(publish(counted(everyone, operations=[operation]), RULE))
    assert [each["persons"] for each in published["operations"]] == [len(aboard)]
    for cell, least, most in Reader(published, everyone).ends():
        assert most - least >= RULE.apart, cell


def test_the_reader_finds_what_was_hidden_alone() -> None:
    """The oracle has teeth: had only the small cell been hidden, it would be found."""
    routes = [route(opened="2023")] * 3 + [route()] * 9
    published = told(publish(counted(routes), RULE))
    for table in published["tables"]:
        for cell in table["cells"]:
            if cell["count"] is None and (cell["row"] == "" or cell["column"] != "2023"):
                cell["count"] = 3 if cell["column"] == "2023" else 12 if not cell["column"] else 9
    found = {(least, most) for _, least, most in Reader(published, routes).ends()}
    assert found == {(3, 3)}
