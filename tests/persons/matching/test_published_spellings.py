"""Spellings that sources print of the example's persons lead to those persons, by the name alone."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from benchmarks.persons.spellings import COLLIDES, NOT_IN_ROW, UNEXPLAINED, Answer, answers, search, spellings

from dedere.persons.matching.explain import proposals
from dedere.persons.matching.search import Search
from dedere.persons.proposal import Band
from dedere.persons.reading.asked import asked

OTHERS = 20_000
KEPT = TemporaryDirectory(prefix="spellings-")


@cache
def among() -> Search:
    return search(OTHERS, Path(KEPT.name))


@cache
def found() -> list[Answer]:
    return list(answers(among(), [each for each in spellings() if each["kind"] != "conflation"]))


@pytest.mark.parametrize(
    "kind", ["spelling", "inverted", "surnames-swapped", "form", "other-name", "legal-anonymisation"]
)
def test_every_spelling_leads_to_its_person_first_unless_it_is_said_why_not(kind: str) -> None:
    missed = [each.written for each in found() if each.kind == kind and each.rank != 1]
    assert [each.written for each in found() if each.rank != 1 and each.why == UNEXPLAINED] == []
    assert len(missed) <= {"form": 3, "other-name": 1, "legal-anonymisation": 1}.get(kind, 0)


def test_a_nickname_leads_to_its_person_unless_others_bear_it_or_the_row_does_not_list_it() -> None:
    nicknames = [each for each in found() if each.kind == "nickname"]
    assert sum(each.rank == 1 for each in nicknames) >= 30
    assert {each.why for each in nicknames if each.rank != 1} <= {COLLIDES, NOT_IN_ROW}
    assert {each.written for each in nicknames if each.why == NOT_IN_ROW} == {"CHAMULA", "EL PROFE"}


def test_a_false_identity_leads_to_nobody_strongly() -> None:
    for each in found():
        if each.kind == "false-identity":
            assert each.rank == 0
            assert all(one.band is not Band.STRONG for one in proposals(among(), asked(each.written)[0]))


def test_two_men_of_one_nickname_are_never_one_without_saying_what_differs() -> None:
    (first, *_) = proposals(among(), asked("Vicente Carrillo Leyva, El Viceroy")[0])
    assert first.register_id == "P1-02"
    (differs,) = [each for each in first.evidence if each.code == "maternal-surname.differs"]
    assert (differs.wanted, differs.held) == ("LEYVA", "FUENTES")
    assert differs.bits < -1
    exact = proposals(among(), asked("Vicente Carrillo Fuentes, El Viceroy")[0])[0]
    assert exact.bits - first.bits > 8
