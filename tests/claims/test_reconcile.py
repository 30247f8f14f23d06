"""What stands when sources disagree: agreed, contested or unsupported, and which stated rule decided."""

from __future__ import annotations

import pytest

from claims.saying import EVENT, GIVING, RECEIVING, answer, said
from dedere.claims.claim import Bound, SentenceKind
from dedere.claims.meaning import UnreadableValue
from dedere.claims.reconcile import Outcome, Rule, reconciled
from dedere.claims.said import DOCKET, Said, origin_of


def stands(*claims: Said) -> tuple[Outcome, str, Rule | None]:
    found = answer(*claims)
    return found.outcome, found.best.value if found.best else "", found.rule


def test_what_two_sources_say_and_none_disputes_is_agreed() -> None:
    assert stands(said("count", "12"), said("count", "12")) == (Outcome.AGREED, "12", None)


def test_what_one_outlet_alone_says_is_unsupported() -> None:
    assert stands(said("count", "12")) == (Outcome.UNSUPPORTED, "", None)


def test_outlets_that_repeat_one_agency_are_one_source() -> None:
    one, other = said("count", "12", source="AP"), said("count", "12", source="AP")
    assert stands(one, other)[0] is Outcome.UNSUPPORTED
    assert origin_of("AP via The Journal") == origin_of("AP via KRDO") == "AP"


def test_a_vaguer_number_and_a_day_known_in_part_agree_with_the_exact_one() -> None:
    dozen = said("count", "10", bound=Bound.AT_LEAST)
    assert stands(said("count", "12"), said("count", "12"), dozen) == (Outcome.AGREED, "12", None)
    month = said("date", "2031-05")
    assert stands(said("date", "2031-05-06"), month) == (Outcome.AGREED, "2031-05-06", None)


def test_a_vague_number_that_fits_two_positions_counts_for_neither() -> None:
    found = answer(said("count", "12"), said("count", "14"), said("count", "10", bound=Bound.AT_LEAST))
    assert [len(each.fitting) for each in found.positions] == [1, 1]
    assert (found.outcome, found.best) == (Outcome.CONTESTED, None)


def test_both_parties_stand_over_any_number_of_outlets() -> None:
    outlets = [said("count", "14") for _ in range(9)]
    both = said("count", "12", party=GIVING), said("count", "12", party=RECEIVING)
    assert stands(*outlets, *both) == (Outcome.CONTESTED, "12", Rule.BOTH_PARTIES)


def test_a_state_stands_over_the_other_on_its_own_act() -> None:
    ours = said("aircraft", "3", party=GIVING)
    theirs = said("aircraft", "2", party=RECEIVING, tier="official")
    assert stands(ours, theirs) == (Outcome.CONTESTED, "3", Rule.OWN_ACT)


def test_a_party_stands_over_outlets() -> None:
    assert stands(said("count", "14"), said("count", "14"), said("count", "12", party=RECEIVING)) == (
        Outcome.CONTESTED,
        "12",
        Rule.A_PARTY,
    )


def test_a_states_own_text_stands_over_an_account_of_it() -> None:
    text = said("count", "12", party=GIVING, tier="official")
    account = said("count", "14", party=GIVING)
    assert stands(text, account) == (Outcome.CONTESTED, "12", Rule.NEARER_TEXT)


def test_what_two_states_say_against_each_other_of_a_thing_done_by_both_stays_contested() -> None:
    text = said("count", "12", party=GIVING, tier="official")
    assert stands(text, said("count", "14", party=RECEIVING)) == (Outcome.CONTESTED, "", None)


def test_twice_as_many_independent_sources_decide_and_one_more_does_not() -> None:
    one = said("count", "14")
    assert stands(one, said("count", "12"), said("count", "12"))[2] is Rule.MORE_INDEPENDENT
    two = [one, said("count", "14")]
    assert stands(*two, *(said("count", "12") for _ in range(3))) == (Outcome.CONTESTED, "", None)


def test_the_docket_decides_only_where_nothing_else_does() -> None:
    record = said("count", "12", tier=DOCKET)
    assert stands(record, said("count", "14"))[1:] == ("12", Rule.ON_DOCKET)
    assert stands(record, said("count", "14", party=GIVING))[1:] == ("14", Rule.A_PARTY)


def test_what_its_own_source_took_back_is_set_aside() -> None:
    first = said("count", "14", source="Daily", id="first")
    mended = said("count", "12", source="Daily", corrects="first")
    found = answer(first, mended, said("count", "12"))
    assert (found.outcome, found.rule, found.aside) == (Outcome.AGREED, Rule.LATER_CORRECTION, (first,))


def test_an_opinion_counts_for_nothing() -> None:
    opinion = said("lawfulness", "unlawful", kind=SentenceKind.OPINION)
    found = answer(opinion)
    assert (found.outcome, found.positions, found.aside) == (Outcome.UNSUPPORTED, (), (opinion,))


def test_no_party_settles_a_question_of_law_by_saying_so() -> None:
    both = [said("lawfulness", "lawful", party=each, tier="official") for each in (GIVING, RECEIVING)]
    assert stands(*both, said("lawfulness", "unlawful")) == (Outcome.CONTESTED, "", None)


def test_a_denied_verb_agrees_with_every_other_track() -> None:
    found = answer(said("verb", "transferred"), said("verb", "extradited", negated=True))
    assert (found.outcome, found.best and found.best.value) == (Outcome.AGREED, "transferred")


def test_handed_over_says_nothing_of_the_track() -> None:
    found = answer(said("verb", "extradited"), said("verb", "deported"), said("verb", "surrendered"))
    assert {each.value: len(each.fitting) for each in found.positions} == {"deported": 1, "extradited": 1}


def test_many_cities_are_not_contested_by_one_another_but_by_who_denies_one() -> None:
    claims = [said("city", "Houston"), said("city", "Chicago"), said("city", "Chicago", negated=True)]
    outcomes = {each.question.among: each.outcome for each in reconciled(claims, [EVENT])}
    assert outcomes == {"chicago": Outcome.CONTESTED, "houston": Outcome.UNSUPPORTED}


def test_two_names_of_one_place_are_one_position() -> None:
    assert (
        stands(said("departure", "AIFA"), said("departure", "Military Air Base No. 1"))[0] is Outcome.AGREED
    )


def test_what_is_contested_comes_first() -> None:
    claims = [
        said("count", "12"),
        said("count", "12"),
        said("date", "2031-05-06"),
        said("date", "2031-05-07"),
    ]
    assert [each.question.attribute for each in reconciled(claims, [EVENT])] == ["date", "count"]


@pytest.mark.parametrize(
    ("attribute", "value"), [("count", "a dozen"), ("date", "6 May"), ("date", "2031-13")]
)
def test_a_value_that_is_not_of_its_kind_is_refused_in_words(attribute: str, value: str) -> None:
    with pytest.raises(UnreadableValue):
        answer(said(attribute, value))
