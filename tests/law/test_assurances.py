"""Assurances cure the bars they cover, for whom and while they stand; the checklist is never a score."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dedere.law.assess import assess
from dedere.law.assurances.assurance import (
    ABOUT,
    AUTHORITY,
    CHANGES,
    COVERED,
    FORMS,
    TEXTS,
    Answer,
    Assurance,
    Change,
)
from dedere.law.assurances.bars import bars
from dedere.law.assurances.cover import CURES, STANDING, WHY, standing, why
from dedere.law.assurances.questions import asked, othman
from dedere.law.assurances.settle import assured
from dedere.law.casefile import CaseFile, ChargeFacts, Known
from dedere.law.library import library
from dedere.law.readcase import UnreadableCase, parse_case, read_case
from dedere.words import Finding, State
from dedere.words.wording import codes

CASES = Path(__file__).parents[1] / "cases"
ONE_OF_THREE = CASES / "assurance-covers-one-charge.toml"
ON = date(2025, 1, 15)
GIVEN = Assurance(
    id="a", about="death-penalty", giver="the embassy", given_on=date(2024, 11, 2), authority="stated"
)
CAPITAL = {"death-penalty-in-requesting": Known(value=True), "death-penalty-in-requested": Known(value=False)}


def case(*assurances: Assurance) -> CaseFile:
    return CaseFile(
        id="case",
        requesting=State("US"),
        requested=State("MX"),
        on=ON,
        route="treaty-extradition",
        charges=(ChargeFacts(id="1", facts=CAPITAL), ChargeFacts(id="2", facts=CAPITAL)),
        assurances=assurances,
    )


def of_article_8(casefile: CaseFile) -> list[Finding]:
    found = assess(casefile, library())
    return [row.finding for each in found.charges for row in each.findings if row.clause == "death-penalty"]


@pytest.mark.parametrize(
    ("assurance", "because"),
    [
        (GIVEN, CURES),
        (replace(GIVEN, until=ON), CURES),
        (replace(GIVEN, until=ON - timedelta(days=1)), "expired"),
        (replace(GIVEN, given_on=ON + timedelta(days=1)), "not-yet-given"),
        (replace(GIVEN, begins_on=ON + timedelta(days=1)), "not-yet"),
        (replace(GIVEN, charges=("2",)), "not-this-charge"),
        (replace(GIVEN, person="not-covered"), "not-this-person"),
        (replace(GIVEN, person="not-known"), "person-not-known"),
        (replace(GIVEN, authority="not-shown"), "authority-not-shown"),
        (replace(GIVEN, changes=(Change(kind="withdrawn", on=ON),)), "withdrawn"),
        (replace(GIVEN, changes=(Change(kind="withdrawn", on=ON + timedelta(days=1)),)), CURES),
        (
            replace(
                GIVEN,
                changes=(Change(kind="withdrawn", on=date(2024, 12, 1)), Change(kind="confirmed", on=ON)),
            ),
            CURES,
        ),
        (
            replace(
                GIVEN,
                changes=(Change(kind="breached", on=date(2024, 12, 1)), Change(kind="confirmed", on=ON)),
            ),
            "breached",
        ),
        (
            replace(
                GIVEN,
                until=date(2024, 12, 31),
                changes=(Change(kind="fulfilled", on=date(2024, 12, 1)),),
            ),
            CURES,
        ),
    ],
)
def test_an_assurance_cures_or_the_first_reason_is_told_why_not(assurance: Assurance, because: str) -> None:
    assert why(assurance, "1", ON) == because
    expected = Finding.NOT_MET if because == CURES else Finding.UNKNOWN
    assert of_article_8(case(assurance))[0] is expected


def test_an_assurance_for_one_charge_leaves_the_bar_of_another_as_it_was() -> None:
    assert of_article_8(case(replace(GIVEN, charges=("1",)))) == [Finding.NOT_MET, Finding.UNKNOWN]


def test_what_the_case_states_of_itself_goes_first() -> None:
    stated = {**CAPITAL, "assurance-against-death": Known(value=False)}
    told = replace(case(GIVEN), charges=(ChargeFacts(id="1", facts=stated),))
    assert of_article_8(told) == [Finding.MET]


def test_an_assurance_after_the_fact_brings_in_no_article_of_the_treaty() -> None:
    transfer = replace(case(GIVEN), route="national-security-transfer")
    found = assess(transfer, library())
    assert "us-mx-1978" not in {used.id for used in found.instruments}
    assert {bar.citation.instrument for bar in bars(transfer, found)} == {"mx-constitution"}


def test_each_bar_says_which_assurance_cures_it_who_decides_and_why_others_do_not() -> None:
    casefile = read_case(ONE_OF_THREE)
    (of_1, of_2, of_3) = [
        bar for bar in bars(casefile, assess(casefile, library())) if bar.citation.article == "8"
    ]
    assert of_1.cured_by == ("a1",)
    assert (of_2.cured_by, [each.why for each in of_2.offered]) == (
        (),
        ["not-this-charge", "expired", "not-this-charge"],
    )
    assert [each.open for each in of_3.offered] == [False, False, True]
    assert {of_1.decider, of_2.decider, of_3.decider} == {"executive"}


def test_the_checklist_has_the_courts_eleven_questions_in_order_each_open_or_answered_with_its_source() -> (
    None
):
    numerals = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi")
    assert [question.place for question in othman().questions] == [f"189({each})" for each in numerals]
    answer = Answer(question="specific", answer="It names the charge.", sources=("NOTE-1",))
    rows = asked(replace(GIVEN, answers=(answer,)))
    assert [row[1] for row in rows] == [None, answer, *[None] * 9]


def test_the_last_answer_to_a_question_is_the_one_that_holds() -> None:
    first, last = (Answer(question="legality", answer=text, sources=("S",)) for text in ("x", "y"))
    assert [row[1] for row in asked(replace(GIVEN, answers=(first, last)))][4] == last


def test_every_code_of_an_assurance_has_words() -> None:
    groups = {
        "assurance-standing": STANDING,
        "assurance-why": WHY,
        "assurance-about": ABOUT,
        "assurance-authority": AUTHORITY,
        "assurance-form": FORMS,
        "assurance-text": TEXTS,
        "assurance-change": CHANGES,
    }
    said = codes().keys()
    assert [
        f"{group}.{code}"
        for group, all_of in groups.items()
        for code in all_of
        if f"{group}.{code}" not in said
    ] == []


days = st.integers(0, 40).map(lambda n: date(2025, 1, 1) + timedelta(days=n))
assurances = st.builds(
    Assurance,
    id=st.just("a"),
    about=st.sampled_from(("death-penalty", "treatment")),
    giver=st.just("the embassy"),
    given_on=days,
    authority=st.sampled_from(AUTHORITY),
    person=st.sampled_from(COVERED),
    charges=st.sampled_from(((), ("1",), ("2",))),
    begins_on=st.none() | days,
    until=st.none() | days,
    changes=st.lists(st.builds(Change, kind=st.sampled_from(CHANGES), on=days), max_size=3).map(tuple),
)


@given(some=st.lists(assurances, max_size=4), on=days)
def test_a_bar_is_cured_exactly_where_one_assurance_cures_it(some: list[Assurance], on: date) -> None:
    casefile = replace(case(*some), on=on)
    for charge, finding in zip(("1", "2"), of_article_8(casefile), strict=True):
        cured = any(each.about == "death-penalty" and why(each, charge, on) == CURES for each in some)
        assert finding is (Finding.NOT_MET if cured else Finding.UNKNOWN)


@given(some=st.lists(assurances, max_size=4), on=days)
def test_to_settle_a_case_twice_changes_nothing(some: list[Assurance], on: date) -> None:
    once = assured(replace(case(*some), on=on))
    assert assured(once) == once


@given(assurance=assurances, on=days)
def test_an_assurance_that_does_not_stand_cures_nothing(assurance: Assurance, on: date) -> None:
    if standing(assurance, on) not in ("stands", "fulfilled"):
        assert CURES not in {why(assurance, charge, on) for charge in ("1", "2")}


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ('charges      = ["1"]', 'charges = ["9"]', "'9' is not known here"),
        ('authority_by = "full powers in the note"\n', "", "an authority is proved by something"),
        ('question = "specific"', 'question = "pleasant"', "'pleasant' is not one of"),
        ('id        = "a2"', 'id = "a1"', "two assurances have one id"),
        ("given_on     = 2024-11-02", 'given_on = "soon"', "given_on"),
    ],
)
def test_an_assurance_that_cannot_be_read_is_complained_of_exactly(
    before: str, after: str, said: str
) -> None:
    text = ONE_OF_THREE.read_text(encoding="utf-8")
    assert before in text
    with pytest.raises(UnreadableCase, match=said):
        parse_case("case.toml", text.replace(before, after, 1).encode())
