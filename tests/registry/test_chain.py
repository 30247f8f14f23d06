"""The chain names the first line that breaks it, whatever was altered."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dedere.registry.chain import Broken, Link, Verified, digest, follow, forge

EMPTY = Verified(lines=0, head="")
TEXTS = st.lists(st.tuples(st.sampled_from(["MX-2025-0001", "H-2025-0001"]), st.text()), max_size=8)


def chained(texts: list[tuple[str, str]]) -> list[Link]:
    numbered = [(stream, n, text) for n, (stream, text) in enumerate(texts, 1)]
    return list(forge(EMPTY, numbered))


THREE = chained([("MX-2025-0001", "a"), ("MX-2025-0001", "b"), ("MX-2025-0002", "c")])


@given(TEXTS)
def test_whatever_is_chained_verifies(texts: list[tuple[str, str]]) -> None:
    links = chained(texts)
    assert follow(links) == Verified(lines=len(links), head=links[-1].digest if links else "")


def test_an_empty_ledger_verifies() -> None:
    assert follow([]) == EMPTY


def test_a_chain_goes_on_where_it_stood() -> None:
    head = follow(THREE[:2])
    assert isinstance(head, Verified)
    assert list(forge(head, [("MX-2025-0002", 3, "c")])) == THREE[2:]


@pytest.mark.parametrize("at", [0, 1, 2])
@pytest.mark.parametrize("field", ["text", "stream", "digest", "previous"])
def test_an_altered_field_is_named_by_its_line(at: int, field: str) -> None:
    links = [*THREE]
    links[at] = replace(links[at], **{field: getattr(links[at], field) + "x"})
    broken = follow(links)
    assert isinstance(broken, Broken)
    assert (broken.position, broken.number, broken.reason) == (at + 1, at + 1, "broken-digest")


def test_a_line_rewritten_with_its_own_digest_breaks_the_link_after_it() -> None:
    second = THREE[1]
    forged = replace(
        second,
        text="z",
        digest=digest(second.previous, second.position, second.stream, second.number, "z"),
    )
    assert follow([THREE[0], forged, THREE[2]]) == Broken(
        position=3, reason="broken-link", stream="MX-2025-0002", number=3
    )


def test_a_missing_line_is_named_where_it_should_stand() -> None:
    broken = follow([THREE[0], THREE[2]])
    assert isinstance(broken, Broken)
    assert (broken.position, broken.reason) == (2, "broken-order")


def test_two_lines_exchanged_are_out_of_order() -> None:
    broken = follow([THREE[1], THREE[0], THREE[2]])
    assert isinstance(broken, Broken)
    assert (broken.position, broken.reason) == (1, "broken-order")


def test_a_break_is_falsy_and_a_whole_chain_is_not() -> None:
    assert not follow([THREE[0], THREE[2]])
    assert follow(THREE)
