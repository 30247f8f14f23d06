"""Findings by the textbook: per charge, combined, with needs, effects, deciders and the next thing."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, date, datetime

import jsonschema
import pytest

from dedere.law.assess import assess
from dedere.law.assessment import Assessment, ClauseFinding
from dedere.law.casefile import CaseFile, ChargeFacts, Event, Known, Value
from dedere.law.expect import Expectation, failures
from dedere.law.force import bindings, in_force
from dedere.law.library import library
from dedere.law.report import report
from dedere.law.schema import assessment_schema
from dedere.law.sheet import cases_of, sheet
from dedere.words import State
from dedere.words.wording import codes


def known(facts: dict[str, Value]) -> dict[str, Known]:
    return {name: Known(value=value, sources=(f"proof of {name}",)) for name, value in facts.items()}


def case(
    *charges: dict[str, Value],
    requesting: str = "US",
    requested: str = "MX",
    on: date = date(2025, 1, 20),
    route: str = "treaty-extradition",
    events: tuple[Event, ...] = (),
    **facts: Value,
) -> CaseFile:
    return CaseFile(
        id="t",
        requesting=State(requesting),
        requested=State(requested),
        on=on,
        route=route,
        facts=known({name.replace("_", "-"): value for name, value in facts.items()}),
        charges=tuple(ChargeFacts(id=str(n), facts=known(each)) for n, each in enumerate(charges, 1)),
        events=events,
    )


def finding(casefile: CaseFile, clause: str, charge: int = 0) -> ClauseFinding:
    found = [each for each in assess(casefile, library()).charges[charge].findings if each.clause == clause]
    assert len(found) == 1
    return found[0]


GRAVE: dict[str, Value] = {
    "offence-wilful": True,
    "offence-on-list": True,
    "punishable-in-both": True,
    "maximum-requesting": 36,
    "maximum-requested": 36,
}


@pytest.mark.parametrize(
    ("change", "finds"),
    [
        ({}, "met"),
        ({"offence-wilful": False}, "not-met"),
        ({"maximum-requested": 11}, "not-met"),
        ({"maximum-requesting": 12, "maximum-requested": 12}, "met"),
        ({"offence-on-list": False, "federal-offence-in-both": True}, "met"),
        ({"offence-on-list": False, "federal-offence-in-both": False}, "not-met"),
        ({"offence-on-list": False}, "unknown"),
        ({"punishable-in-both": False, "federal-offence-in-both": False}, "unknown"),
        (
            {
                "punishable-in-both": False,
                "federal-offence-in-both": False,
                "differs-only-by-jurisdictional-element": True,
            },
            "met",
        ),
    ],
)
def test_article_2_asks_for_wilful_acts_grave_on_both_sides(change: dict[str, Value], finds: str) -> None:
    assert finding(case({**GRAVE, **change}), "extraditable-offence").finding.value == finds


def test_a_jurisdictional_element_is_left_out_of_account_for_the_united_states_alone() -> None:
    facts: dict[str, Value] = {
        **GRAVE,
        "punishable-in-both": False,
        "federal-offence-in-both": False,
        "differs-only-by-jurisdictional-element": True,
    }
    ours = case(facts, requesting="MX", requested="US")
    assert finding(ours, "extraditable-offence").finding.value == "not-met"


@pytest.mark.parametrize(
    ("ends", "finds"),
    [(date(2025, 7, 19), "not-met"), (date(2025, 7, 20), "met"), (date(2025, 7, 21), "met")],
)
def test_six_months_must_remain_and_one_day_less_is_too_few(ends: date, finds: str) -> None:
    charge: dict[str, Value] = {"sentence-ends-on": ends, "remainder-measured-on": date(2025, 1, 20)}
    assert finding(case(charge, person_status="sentenced"), "remaining-sentence").finding.value == finds
    assert (
        finding(case(charge, person_status="accused"), "remaining-sentence").finding.value == "not-in-point"
    )


def test_an_offence_abroad_is_reached_by_either_limb() -> None:
    abroad: dict[str, Value] = {"offence-place": "third-state", "requesting-has-jurisdiction": True}
    national = case(abroad, person_is_national_of_requesting=True)
    assert finding(national, "offence-abroad").finding.value == "met"
    assert finding(case(abroad), "offence-abroad").needs == (
        frozenset({"requested-law-reaches-abroad"}),
        frozenset({"person-is-national-of-requesting"}),
    )
    home: dict[str, Value] = {"offence-place": "requesting-territory"}
    assert finding(case(home), "offence-abroad").finding.value == "not-in-point"


PAPERS = (
    "paper-warrant",
    "paper-evidence",
    "paper-conviction",
    "paper-guilt-certificate",
    "paper-penalty-certificate",
    "paper-unserved-part",
)


def test_papers_complete_for_every_branch_are_met_though_the_status_is_unknown() -> None:
    full = case(**dict.fromkeys(PAPERS, True))
    assert finding(full, "papers-by-status").finding.value == "met"
    short = case(**{**dict.fromkeys(PAPERS, True), "paper-evidence": False})
    assert finding(short, "papers-by-status").needs == (frozenset({"person-status"}),)


def test_every_status_is_reached_though_the_status_is_unknown() -> None:
    assert finding(case(), "duty-to-extradite").finding.value == "met"


def test_death_may_be_refused_under_the_treaty_and_must_be_under_the_constitution() -> None:
    charge: dict[str, Value] = {"death-penalty-in-requesting": True, "death-penalty-in-requested": False}
    before = case({**charge, "assurance-against-death": False})
    treaty, constitution = finding(before, "death-penalty"), finding(before, "const-22-death")
    assert (treaty.finding.value, treaty.effect.value, treaty.decider) == ("met", "discretion", "executive")
    assert (constitution.finding.value, constitution.effect.value) == ("met", "mandatory-bar")
    assert constitution.cures == ("assurance-against-death",)
    after = case({**charge, "assurance-against-death": True})
    assert finding(after, "death-penalty").finding.value == "not-met"
    assert finding(after, "const-22-death").finding.value == "not-met"
    assert assess(before, library()).charges[0].standing == "barred"


@pytest.mark.parametrize(
    ("on", "attaches"),
    [
        (date(2001, 10, 1), False),
        (date(2001, 10, 2), True),
        (date(2003, 5, 1), True),
        (date(2005, 11, 28), True),
        (date(2005, 11, 29), False),
        (date(2005, 12, 15), False),
    ],
)
def test_the_ruling_on_life_sentences_held_between_its_two_dates(on: date, attaches: bool) -> None:
    casefile = case({"life-without-parole-faced": True, "assurance-against-life": False}, on=on)
    used = {each.instrument.id: each.reason for each in in_force(library(), casefile)}
    assert ("mx-scjn-life-2001" in used) is attaches
    assert (used.get("mx-scjn-life-2001") == "ruling-in-force") is attaches


def test_a_nationality_acquired_after_the_offence_is_no_obstacle_to_mexico() -> None:
    charge: dict[str, Value] = {"offence-on": date(2010, 1, 1)}
    late = case(
        charge,
        person_is_national_of_requested=True,
        nationality_of_requested_acquired_on=date(2015, 1, 1),
    )
    assert finding(late, "lei-14-nationality").finding.value == "not-met"
    assert finding(late, "nationality").finding.value == "met"


def test_without_a_treaty_the_statute_gives_the_substance() -> None:
    charge: dict[str, Value] = {"complaint-required": True, "complaint-made": False}
    treaty = finding(case(charge), "lei-7-ii-complaint")
    assert (treaty.finding.value, treaty.beside) == ("not-in-point", "a-treaty-binds")
    spain = finding(case(charge, requesting="ES"), "lei-7-ii-complaint")
    assert (spain.finding.value, spain.beside) == ("met", "")


def test_the_national_security_route_has_no_provision_and_no_treaty_and_the_stay_still_stands() -> None:
    stayed = Event(kind="stay-ordered", at=date(2022, 8, 1))
    casefile = case(route="national-security-transfer", events=(stayed,))
    assessment = assess(casefile, library())
    used = {each.id for each in assessment.instruments}
    assert "us-mx-1978" not in used
    assert {"mx-lsn-2005", "mx-amparo", "mx-constitution"} <= used
    kinds = {each.kind: each for each in assessment.charges[0].findings if not each.beside}
    assert kinds["no-provision"].effect.value == "no-provision"
    assert (kinds["stay"].finding.value, assessment.charges[0].standing) == ("met", "stayed")
    assert assessment.next is not None
    assert assessment.next.code == "stay-stands"
    lifted = Event(kind="stay-lifted", at=date(2024, 8, 1))
    again = case(route="national-security-transfer", events=(stayed, lifted))
    assert finding(again, kinds["stay"].clause).finding.value == "not-met"


def test_speciality_ends_by_consent_by_stay_and_by_return_and_not_before() -> None:
    charge: dict[str, Value] = {"charge-granted": False, "committed-after-surrender": False}
    base: dict[str, Value] = {
        "extradition-granted": True,
        "returned-voluntarily": False,
        "person-consents": False,
        "free-to-leave": True,
        "free-to-leave-on": date(2024, 1, 1),
        "has-left": False,
    }
    held: dict[str, Value] = {**charge, "requested-state-consents": False}

    def found(charge: dict[str, Value], on: date, **more: Value) -> str:
        facts = {name.replace("-", "_"): value for name, value in {**base, **more}.items()}
        return finding(case(charge, on=on, **facts), "speciality").finding.value  # type: ignore[arg-type]

    sixtieth, after = date(2024, 3, 1), date(2024, 3, 2)
    left = {"has-left": True, "left-on": date(2024, 1, 20)}
    assert found(held, after, **left) == "met"
    assert found(held, sixtieth) == "met"
    assert found(held, after) == "not-met"
    assert found(held, after, **{"free-to-leave": False}) == "met"
    assert found(held, sixtieth, **{"left-on": date(2024, 2, 20)}) == "met"
    assert found({**charge, "requested-state-consents": True}, sixtieth) == "not-met"
    assert found(held, sixtieth, **{"person-consents": True}) == "not-met"
    assert found(held, sixtieth, **{"returned-voluntarily": True}) == "not-met"
    assert found({**held, "charge-granted": True}, sixtieth) == "not-in-point"


def test_charges_differ_and_the_combined_row_shows_which() -> None:
    assessment = assess(case(GRAVE, {**GRAVE, "offence-wilful": False}, {}), library())
    row = next(each for each in assessment.combined if each.clause == "extraditable-offence")
    assert (row.met, row.not_met, row.unknown) == (("1",), ("2",), ("3",))
    assert row.finding.value == "not-met"
    assert [charge.standing for charge in assessment.charges][1] == "lacking"


def test_a_request_whose_charges_are_not_stated_is_assessed_as_one() -> None:
    assessment = assess(case(), library())
    assert [charge.id for charge in assessment.charges] == [""]
    assert assessment.charges[0].findings


def test_reasons_name_the_step_the_source_and_what_would_settle_it() -> None:
    casefile = case({"offence-wilful": True}, person_is_national_of_requested=True)
    assessment = assess(casefile, library(), explained="en")
    found = {each.clause: each for each in assessment.charges[0].findings}
    (step,) = found["nationality"].reasons
    assert step.sources == ("proof of person-is-national-of-requested",)
    settling = [(reason.text, reason.finding.value) for reason in found["military-offence"].reasons]
    assert settling == [
        ("if the offence is purely military", "met"),
        ("if the offence is not purely military", "not-met"),
    ]
    spanish = assess(casefile, library(), explained="es").charges[0].findings
    assert any(reason.text.startswith("si ") for each in spanish for reason in each.reasons)
    bare = assess(casefile, library())
    assert [replace(each, because="", reasons=()) for each in assessment.charges[0].findings] == list(
        bare.charges[0].findings
    )


def test_a_zone_may_put_a_stay_on_the_day_before() -> None:
    at = datetime(2025, 1, 21, 3, 0, tzinfo=UTC)
    stayed = case(events=(Event(kind="stay-ordered", at=at),), on=date(2025, 1, 20))
    assert finding(stayed, "amparo-126-stay").finding.value == "met"


def standing(casefile: CaseFile, instrument: str) -> str:
    found = bindings(library(), casefile)
    return next(each.reason for each in found if each.instrument.id == instrument)


def test_an_instrument_that_does_not_bind_says_why() -> None:
    assert standing(case(), "us-mx-1978") == "treaty-in-force"
    assert standing(case(requesting="ES"), "us-mx-1978") == "not-the-parties"
    assert standing(case(on=date(1979, 1, 1)), "us-mx-1978") == "not-yet-in-force"
    assert standing(case(route="deportation"), "us-mx-1978") == "not-the-route"
    assert standing(case(), "us-18usc-209") == "not-the-direction"


def test_the_protocol_of_1997_holds_from_its_entry_into_force() -> None:
    early = finding(case(on=date(2001, 5, 20)), "temporary-surrender")
    assert (early.finding.value, early.beside) == ("not-in-point", "not-yet-in-force")
    assert finding(case(on=date(2001, 5, 21)), "temporary-surrender").beside == ""


def test_an_expired_clock_that_bars_for_good_bars() -> None:
    ordered = Event(kind="surrender-ordered", at=date(2024, 1, 1))
    assessment = assess(case(GRAVE, events=(ordered,)), library())
    assert assessment.charges[0].standing == "barred"
    assert assessment.next is not None
    assert assessment.next.code == "clock-expired"


def whole() -> Assessment:
    arrested = Event(kind="provisionally-arrested", at=date(2025, 1, 10))
    ordered = Event(kind="stay-ordered", at=date(2025, 1, 12))
    casefile = case(GRAVE, {}, events=(arrested, ordered), person_is_national_of_requested=True)
    return assess(casefile, library(), explained="en")


def test_the_report_is_json_of_the_published_shape() -> None:
    told = json.loads(json.dumps(report(whole())))
    jsonschema.Draft202012Validator(assessment_schema()).validate(told)
    treaty = next(each for each in told["instruments"] if each["id"] == "us-mx-1978")
    assert treaty["digest"] == library().instruments["us-mx-1978"].digest
    first = told["charges"][0]["findings"][0]
    assert {
        "clause",
        "article",
        "instrument",
        "kind",
        "effect",
        "finding",
        "needs",
        "decider",
        "checked",
    } <= set(first)
    clock = next(each for each in told["clocks"] if each["rule"] == "provisional-arrest")
    assert (clock["day"], clock["of"], clock["due"]) == (10, 60, "2025-03-11")


def test_an_assessment_repeats_itself() -> None:
    assert whole() == whole()


def test_everything_an_assessment_says_in_code_has_words() -> None:
    said = codes().keys()
    told = whole()
    keys = {f"force.{each.reason}" for each in told.instruments}
    keys |= {f"clock.{clock.rule}" for clock in told.clocks}
    keys |= {f"clock.state.{clock.state}" for clock in told.clocks}
    keys |= {f"expiry.{clock.expiry}" for clock in told.clocks}
    for charge in told.charges:
        keys.add(f"standing.{charge.standing}")
        keys |= {f"decider.{each.decider}" for each in charge.findings if each.decider}
        keys |= {f"force.{each.beside}" for each in charge.findings if each.beside}
    assert sorted(keys - said) == []


def test_an_expectation_that_fails_says_how() -> None:
    told = whole()
    wrong = Expectation(
        instrument="us-mx-1978", article="9(1)", finding="not-met", decider="judge", charge="1"
    )
    assert failures(wrong, told) == (
        "charge '1': article 9(1): finding: 'met' instead of 'not-met'",
        "charge '1': article 9(1): decider: 'executive' instead of 'judge'",
    )
    assert failures(Expectation(rule="provisional-arrest", day=11), told) == (
        "clock provisional-arrest: day: 10 instead of 11",
    )
    assert failures(Expectation(instrument="us-mx-1978", article="99", finding="met", charge="1"), told)
    assert failures(Expectation(instrument="mx-lsn-2005", in_force=True), told)
    assert failures(Expectation(standing="clear", charge="1"), told)
    assert not failures(Expectation(standing="stayed"), told)


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("name", sorted(library().instruments))
def test_the_sheet_shows_every_clause_and_marks_what_is_unchecked(name: str, language: str) -> None:
    instrument = library().instruments[name]
    text = sheet(instrument, library(), language, cases_of(instrument))
    for clause in instrument.clauses:
        assert clause.text[language] in text
        assert f"(`{clause.id}`)" in text
    unchecked = sum(not clause.citation.checked for clause in instrument.clauses)
    assert text.count(codes().say("sheet.unchecked", language)) == unchecked
    assert instrument.digest in text
