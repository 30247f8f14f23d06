"""The speciality ledger: what was tried against what was granted, opened, or neither."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from itertools import product
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dedere.law.assurances.assurance import Assurance
from dedere.law.casefile import CaseFile, ChargeFacts, Event, Known, Value
from dedere.law.library import library
from dedere.law.readcase import read_case
from dedere.law.speciality.ledger import HAPPENED, OPENED, STANDS, SpecialityLedger, ledger
from dedere.words import Finding, State
from dedere.words.wording import codes

CASES = Path(__file__).parents[1] / "cases"
ON = date(2025, 6, 1)
OUTSIDE = {"charge-granted": False, "committed-after-surrender": False, "requested-state-consents": False}
KEPT = {
    "extradition-granted": True,
    "returned-voluntarily": False,
    "person-consents": False,
    "free-to-leave": False,
}


def known(values: dict[str, Value]) -> dict[str, Known]:
    return {fact: Known(value=value) for fact, value in values.items()}


def tried(
    charge: dict[str, Value] | None = None, *, route: str = "treaty-extradition", **person: Value
) -> CaseFile:
    own = {**OUTSIDE, **(charge or {})}
    facts = {**KEPT, **{name.replace("_", "-"): value for name, value in person.items()}}
    return CaseFile(
        id="case",
        requesting=State("US"),
        requested=State("MX"),
        on=ON,
        route=route,
        facts=known(facts),
        charges=(ChargeFacts(id="1", facts=known(own)),),
        events=(Event(kind="tried", at=date(2025, 5, 1), charge="1", sources=("REPORT",)),),
    )


def stands(case: CaseFile) -> str:
    (line,) = ledger(case, library()).lines
    return line.stands


def test_a_charge_tried_and_neither_granted_nor_opened_is_for_the_state_to_raise() -> None:
    (line,) = ledger(tried(), library()).lines
    assert (line.stands, line.against, line.sources) == ("outside-grant", line.found, ("REPORT",))
    assert line.found is not None
    assert (line.found.citation.article, line.found.decider) == ("17(1)", "requested-state")


@pytest.mark.parametrize(
    ("case", "by"),
    [
        (tried({"requested-state-consents": True}), "states-consent"),
        (tried({"committed-after-surrender": True}), "later-offence"),
        (tried(returned_voluntarily=True), "came-back"),
        (tried(person_consents=True), "persons-consent"),
        (
            tried(free_to_leave=True, has_left=False, free_to_leave_on=ON - timedelta(days=61)),
            "stayed",
        ),
    ],
)
def test_each_exception_of_article_17_opens_a_trial_and_is_named(case: CaseFile, by: str) -> None:
    (line,) = ledger(case, library()).lines
    assert (line.stands, line.opened_by, line.against) == ("opened", (by,), None)


def test_the_sixtieth_day_does_not_open_a_trial_and_the_sixty_first_does() -> None:
    free = {"free_to_leave": True, "has_left": False}
    assert stands(tried(**free, free_to_leave_on=ON - timedelta(days=60))) == "outside-grant"
    assert stands(tried(**free, free_to_leave_on=ON - timedelta(days=61))) == "opened"


def test_an_unknown_consent_leaves_a_trial_open_and_says_what_settles_it() -> None:
    case = tried()
    facts = {
        fact: value for fact, value in case.charges[0].facts.items() if fact != "requested-state-consents"
    }
    open_case = replace(case, charges=(replace(case.charges[0], facts=facts),))
    (line,) = ledger(open_case, library()).lines
    assert (line.stands, line.against) == ("open", None)
    assert line.needs == (frozenset({"requested-state-consents"}),)


@pytest.mark.parametrize(
    ("same", "no_higher", "finding", "raised"),
    [
        (True, True, Finding.MET, None),
        (True, False, Finding.NOT_MET, "17(2)"),
        (False, True, Finding.NOT_MET, "17(2)"),
        (True, None, Finding.UNKNOWN, None),
    ],
)
def test_another_name_for_a_granted_charge_needs_the_same_facts_and_no_higher_maximum(
    same: bool, no_higher: bool | None, finding: Finding, raised: str | None
) -> None:
    told: dict[str, Value] = {
        "charge-granted": True,
        "reclassified": True,
        "reclassified-on-same-facts": same,
    }
    if no_higher is not None:
        told["reclassified-maximum-no-higher"] = no_higher
    (line,) = ledger(tried(told), library()).lines
    assert line.reclassified is not None
    assert (line.stands, line.reclassified.finding) == ("within-grant", finding)
    assert (line.against.citation.article if line.against else None) == raised


def test_where_the_basis_is_not_the_treaty_there_is_no_speciality_and_only_what_was_undertaken() -> None:
    promise = Assurance(id="u1", about="speciality", giver="the embassy", given_on=ON)
    case = replace(tried(route="national-security-transfer"), assurances=(promise,))
    found = ledger(case, library())
    assert (found.clauses, [line.stands for line in found.lines]) == ((), ["no-speciality"])
    assert found.undertakings == (promise,)


def test_without_a_treaty_the_law_s_own_two_months_and_the_persons_consent_count() -> None:
    lines = {
        name: ledger(read_case(CASES / f"lei-10-ii-{name}.toml"), library()).lines[0]
        for name in ("tried-without-consent", "person-consents", "consent-not-known")
    }
    assert {name: line.stands for name, line in lines.items()} == {
        "tried-without-consent": "outside-grant",
        "person-consents": "opened",
        "consent-not-known": "open",
    }
    assert lines["person-consents"].opened_by == ("consent-to-trial",)


def test_guzman_loera_was_tried_outside_the_grant_and_mexico_had_consented() -> None:
    (line,) = ledger(read_case(CASES / "guzman-loera-2022.toml"), library()).lines
    assert (line.granted, line.consented, line.tried) == (False, True, True)
    assert (line.stands, line.opened_by) == ("opened", ("states-consent",))


def test_the_ledger_keeps_the_days_in_order_and_the_clock_of_leaving() -> None:
    case = read_case(CASES / "t17-tried-outside-the-grant.toml")
    freed = Event(kind="freed-to-leave", at=date(2025, 5, 20))
    found: SpecialityLedger = ledger(replace(case, events=(freed, *case.events)), library())
    assert [each.on for each in found.happened] == sorted(each.on for each in found.happened)
    assert [(clock.citation.article, clock.of, clock.state) for clock in found.clocks] == [
        ("17(1)(b)", 60, "running")
    ]
    assert [(line.charge, line.asked, line.stands) for line in found.lines] == [
        ("1", False, "within-grant"),
        ("2", True, "outside-grant"),
        ("3", False, "within-grant"),
    ]


def test_a_trial_reported_after_the_day_is_not_yet_reported() -> None:
    assert stands(replace(tried(), on=date(2025, 4, 30))) == "not-reported"


def test_every_code_of_the_ledger_has_words() -> None:
    wanted = [f"speciality-stands.{code}" for code in STANDS]
    wanted += [f"speciality-opened.{code}" for code in OPENED.values()]
    wanted += [f"entry.{kind}" for kind in HAPPENED]
    assert [key for key in wanted if key not in codes().keys()] == []  # noqa: SIM118


HOLES = ("requested-state-consents", "committed-after-surrender")


@given(
    holes=st.sets(st.sampled_from(HOLES)),
    consents=st.booleans(),
    later=st.booleans(),
    granted=st.booleans(),
)
def test_what_is_settled_stays_settled_whatever_is_learned(
    holes: set[str], consents: bool, later: bool, granted: bool
) -> None:
    full: dict[str, Value] = {
        "requested-state-consents": consents,
        "committed-after-surrender": later,
        "charge-granted": granted,
        "reclassified": False,
    }

    def told(values: dict[str, Value]) -> str:
        case = tried()
        return stands(replace(case, charges=(replace(case.charges[0], facts=known(values)),)))

    short = {fact: value for fact, value in full.items() if fact not in holes}
    ways = {
        told({**short, **dict(zip(sorted(holes), filled, strict=True))})
        for filled in product((True, False), repeat=len(holes))
    }
    said = told(short)
    assert said == (ways.pop() if len(ways) == 1 else "open")
    assert (said == "within-grant") is granted
