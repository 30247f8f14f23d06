"""A proposal's evidence is all there is to it: its bits add up, and a probability is nothing but its bits."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from custody import found, search, table
from dedere.persons.matching.bands import REVIEW, STRONG, band
from dedere.persons.matching.explain import proposals
from dedere.persons.proposal import Band
from dedere.persons.reading.strings import roll_of
from people import Person, people

LEAST_TOLD = 0.05  # what rivals take is told from here on


@given(people)
def test_the_evidence_adds_up_to_the_weight(person: Person) -> None:
    for each in proposals(search(), roll_of(table(({"id": "wanted", **person.row()},)))):
        assert sum(step.bits for step in each.evidence) == pytest.approx(each.bits, abs=LEAST_TOLD + 1e-4)
        assert each.probability == pytest.approx(1 / (1 + 2**-each.bits), rel=1e-9)
        assert each.evidence[0].code == "prior"


@given(people)
def test_proposals_come_heaviest_first_and_none_rivals_itself(person: Person) -> None:
    told = proposals(search(), roll_of(table(({"id": "wanted", **person.row()},))))
    assert [each.bits for each in told] == sorted((each.bits for each in told), reverse=True)
    assert all(each.register_id not in each.rivals for each in told)


@given(people)
def test_one_at_a_time_and_a_whole_list_say_the_same(person: Person) -> None:
    roll = roll_of(table(({"id": "wanted", **person.row()},)))
    asked = {each.register_id: each.bits for each in proposals(search(), roll, most=1_000)}
    (listed,) = search().matches(roll)
    assert dict(zip(listed["register_id"], listed["weight_bits"], strict=True)) == pytest.approx(asked)


@given(st.floats(0, 1), st.floats(0, 1))
def test_a_likelier_pair_is_in_no_lower_band(one: float, other: float) -> None:
    order = [Band.HIDDEN, Band.REVIEW, Band.STRONG]
    low, high = sorted((one, other))
    assert order.index(band(low)) <= order.index(band(high))
    assert (band(REVIEW), band(STRONG)) == (Band.REVIEW, Band.STRONG)


def test_a_step_tells_the_words_compared_and_how_common_they_are() -> None:
    steps = {
        each.code: each for each in found(full_name="Teodoro Quinones Lugo", born="1975-03-12")[0].evidence
    }
    paternal = steps["paternal-surname.same"]
    assert (paternal.wanted, paternal.held) == ("QUINONES", "QUINONES")
    bearers = (search().index.lexis.words.text == np.frombuffer(b"QUINONES".ljust(16, b"\0"), np.uint8)).all(
        axis=1
    )
    counted = search().index.vocabulary.counts[int(np.flatnonzero(bearers)[0]), 1]
    assert paternal.share == counted / search().index.rows
    differs = steps["maternal-surname.differs"]
    assert (differs.wanted, differs.held) == ("LUGO", "ARCE")
    assert (steps["birth.same"].wanted, steps["birth.same"].held) == ("1975-03-12", "1975-03-12")


def test_what_was_known_on_both_sides_is_told() -> None:
    told = {each.stratum for each in found(full_name="Teodoro Quinones Arce", born="1975")}
    assert told == {"year-2-surnames"}
