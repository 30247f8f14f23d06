"""Lapse of time: the last day under each law, what is missing, and what an assertion to the contrary does."""

from __future__ import annotations

from datetime import date

import pytest

from dedere.law.assess import assess
from dedere.law.casefile import CaseFile, ChargeFacts, Event, Known, Value
from dedere.law.library import PACKAGED, UnreadableTreaty, library
from dedere.law.limitation.compute import Limitation, limitations
from dedere.law.limitation.read import read_limitation
from dedere.law.limitation.told import steps
from dedere.law.speech import speech
from dedere.words import Finding, State

AMERICAN = {
    "person-status": "accused",
    "federal-law-requesting": True,
    "death-penalty-in-requesting": False,
    "us-limitation-class": "general",
    "offence-duration": "instant",
    "offence-on": date(2015, 3, 10),
}
MEXICAN = {
    "person-status": "accused",
    "federal-law-requested": True,
    "mx-limitation-class": "general",
    "prior-decision-needed": False,
    "offence-form": "completed",
    "offence-duration": "instant",
    "complaint-required": False,
    "minimum-requested": 60,
    "maximum-requested": 120,
    "offence-on": date(2015, 3, 10),
    "offences-concur": False,
    "absence-hinders-requested": False,
    "interrupting-acts-complete-requested": True,
}


def case(facts: dict[str, Value], *events: Event, on: date = date(2025, 1, 15)) -> CaseFile:
    charge = ChargeFacts(id="1", facts={name: Known(value=value) for name, value in facts.items()})
    return CaseFile(
        id="case",
        requesting=State("US"),
        requested=State("MX"),
        on=on,
        route="treaty-extradition",
        charges=(charge,),
        events=events,
    )


def american(facts: dict[str, Value], on: date = date(2025, 1, 15)) -> Limitation:
    told = case(facts, on=on)
    return limitations(told, told.charges[0], library())[0]


def mexican(facts: dict[str, Value], *events: Event, on: date = date(2025, 1, 15)) -> Limitation:
    told = case(facts, *events, on=on)
    return limitations(told, told.charges[0], library())[1]


def last_days(found: Limitation) -> tuple[date, date]:
    assert found.window is not None
    return found.window.low, found.window.high


def test_five_years_end_on_the_day_of_the_same_date() -> None:
    assert last_days(american(AMERICAN)) == (date(2020, 3, 10), date(2020, 3, 10))


def test_a_month_that_lacks_the_day_ends_the_time_on_its_last_one() -> None:
    found = american({**AMERICAN, "offence-on": date(2016, 2, 29)}, on=date(2018, 1, 1))
    assert last_days(found) == (date(2021, 2, 28), date(2021, 2, 28))


def test_a_flight_and_a_suspension_that_overlap_are_counted_once() -> None:
    both = {
        "fled-from-justice": True,
        "fled-on": date(2016, 1, 1),
        "flight-ended": True,
        "flight-ended-on": date(2017, 1, 1),
        "foreign-evidence-suspension": True,
        "foreign-evidence-requested-on": date(2016, 7, 1),
        "foreign-evidence-answered": True,
        "foreign-evidence-answered-on": date(2016, 9, 1),
    }
    found = american({**AMERICAN, **both, "charge-brought": False})
    assert last_days(found) == (date(2021, 3, 11), date(2021, 3, 11))


def test_the_mean_with_half_a_month_leaves_its_last_day_open() -> None:
    found = mexican({**MEXICAN, "maximum-requested": 121})
    assert last_days(found) == (date(2022, 9, 10), date(2022, 10, 10))


def test_an_act_in_the_first_half_begins_the_time_anew_but_not_beyond_one_half_more() -> None:
    act = Event(kind="act-of-investigation", at=date(2018, 6, 1))
    assert last_days(mexican(MEXICAN, act)) == (date(2025, 12, 1), date(2025, 12, 1))
    later = Event(kind="act-of-investigation", at=date(2018, 12, 10))
    low, high = last_days(mexican(MEXICAN, later, on=date(2028, 1, 1)))
    assert (low, high) == (date(2026, 6, 10), date(2026, 6, 10))


def test_acts_that_are_not_all_listed_leave_the_limit_open() -> None:
    found = mexican({**MEXICAN, "interrupting-acts-complete-requested": False})
    assert last_days(found) == (date(2022, 9, 10), date(2026, 6, 10))
    assert found.finding is Finding.UNKNOWN


def test_acts_that_are_not_all_listed_matter_no_more_once_the_limit_has_passed() -> None:
    found = mexican({**MEXICAN, "interrupting-acts-complete-requested": False}, on=date(2026, 6, 11))
    assert found.finding is Finding.MET


def test_a_capital_charge_needs_nothing_else() -> None:
    found = american(
        {"federal-law-requesting": True, "death-penalty-in-requesting": True} | {"person-status": "accused"}
    )
    assert (found.finding, found.missing, found.needs) == (Finding.NOT_MET, "", ())


def test_what_is_missing_is_the_first_question_and_the_smallest_sets_settle_it() -> None:
    found = american(AMERICAN)
    assert (found.finding, found.missing) == (Finding.UNKNOWN, "charge-brought")
    assert frozenset({"charge-brought", "charge-brought-on"}) in found.needs
    assert all(not other < need for need in found.needs for other in found.needs)


def test_a_settling_set_settles_with_some_values() -> None:
    found = american(AMERICAN)
    settled = {**AMERICAN, "charge-brought": True, "charge-brought-on": date(2019, 1, 1)}
    assert found.finding is Finding.UNKNOWN
    assert american(settled).finding is Finding.NOT_MET


def test_a_sentence_of_the_united_states_has_no_rule() -> None:
    found = american({**AMERICAN, "person-status": "sentenced"})
    assert found.finding is Finding.UNKNOWN
    assert [line.code for line in found.lines] == ["no-rule"]


def test_a_state_without_rules_is_said_to_have_none() -> None:
    told = CaseFile(
        id="case",
        requesting=State("FR"),
        requested=State("MX"),
        on=date(2025, 1, 15),
        route="treaty-extradition",
    )
    found, _ = limitations(told, ChargeFacts(id=""), library())
    assert [line.code for line in found.lines] == ["no-law"]


def test_an_assertion_that_contradicts_the_computation_is_shown_and_settles_nothing() -> None:
    (charge,) = assess(case({**MEXICAN, "time-barred-in-requested": False}), library()).charges
    (computed,) = [each for each in charge.computed if each.fact == "time-barred-in-requested"]
    assert (computed.value, computed.asserted, computed.contradicts) == (True, False, True)
    (found,) = [each for each in charge.findings if each.clause == "lapse-of-time"]
    assert found.finding is Finding.UNKNOWN
    assert frozenset({"time-barred-in-requested"}) in found.needs


def test_a_computed_fact_names_its_law_and_articles_as_its_source() -> None:
    (charge,) = assess(case(MEXICAN), library(), explained="es").charges
    (found,) = [each for each in charge.findings if each.clause == "lapse-of-time"]
    assert found.finding is Finding.MET
    assert "mx-limitation/102(I), 105" in {source for each in found.reasons for source in each.sources}


@pytest.mark.parametrize("language", ["en", "es"])
def test_every_line_is_said_with_its_article(language: str) -> None:
    act = Event(kind="act-of-investigation", at=date(2018, 6, 1))
    told = list(steps(mexican(MEXICAN, act), speech(library(), language)))
    assert all(step.words and "{" not in step.words for step in told)
    assert sum(bool(step.article) for step in told) == 3


@pytest.mark.parametrize(
    ("mend", "complaint"),
    [
        ((b'kind     = "term"', b'kind     = "spell"'), "'spell' is not one of"),
        ((b"months   = 12", b""), "a term has a length or none"),
        ((b'checked  = "CPF26"', b'checked  = "NOBODY"'), "'NOBODY' is not in sources.toml"),
        ((b'at       = ["offence-on"]', b'at       = ["offence-wilful"]'), "no date fact"),
        ((b'capped   = ["mx-105-mean"', b'capped   = ["mx-999"'), "no rule of this file"),
        ((b'id       = "mx-104-fine"', b'id       = "mx-105-mean"'), "is taken"),
    ],
)
def test_a_broken_file_is_refused_with_its_place(mend: tuple[bytes, bytes], complaint: str) -> None:
    raw = (PACKAGED / "mx-limitation" / "limitation.toml").read_bytes()
    assert mend[0] in raw
    with pytest.raises(UnreadableTreaty, match=complaint):
        read_limitation("mx-limitation/limitation.toml", raw.replace(*mend, 1), library())
