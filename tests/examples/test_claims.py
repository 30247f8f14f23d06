"""What sources say of the handovers of 2025 and 2026, reconciled by the stated rules."""

from __future__ import annotations

from pathlib import Path

import pytest

from dedere.claims.attributes import Kind, attributes
from dedere.claims.disagreements import disagreements
from dedere.claims.folder import read_claims
from dedere.claims.reconcile import Outcome, Question, Reconciled, Rule, reconciled
from dedere.claims.recorded import of_events
from dedere.claims.recordedfile import records
from dedere.words.wording import codes

FOLDER = Path(__file__).parents[2] / "examples" / "mexico-2025"
TOLD = read_claims(FOLDER)
ANSWERS = reconciled((*TOLD.claims, *of_events(TOLD.events, records(FOLDER))), TOLD.events)
# The points on which the rules do not find what the list holds; docs/explanation says why of each.
NOT_FOUND = {"D04", "D05", "D06", "D08", "D09", "D10", "D12", "D17", "D18", "D20", "D27"}


def answer(attribute: str, *, event: str = "T1", among: str = "") -> Reconciled:
    wanted = Question(event=event, attribute=attribute, among=among)
    return next(each for each in ANSWERS if each.question == wanted)


@pytest.mark.parametrize(
    ("attribute", "stands"),
    [
        ("count", "29"),
        ("date", "2025-02-27"),
        ("from_state", "MX"),
        ("to_state", "US"),
        ("cities_count", "8"),
    ],
)
def test_of_the_first_handover_ten_seconds_tell_how_many_when_from_where_to_where(
    attribute: str, stands: str
) -> None:
    best = answer(attribute).best
    assert best is not None
    assert best.value == stands


def test_it_went_to_eight_cities_one_by_one() -> None:
    cities = [
        each.question.among
        for each in ANSWERS
        if (each.question.event, each.question.attribute) == ("T1", "city") and each.best
    ]
    assert len(cities) == 8


def test_that_they_were_extradited_is_contested_by_a_state_against_what_both_say() -> None:
    found = answer("verb")
    assert (found.outcome, found.rule) == (Outcome.CONTESTED, Rule.BOTH_PARTIES)
    assert found.best is not None
    assert found.best.value == "national-security-transfer"
    extradited = next(each for each in found.positions if each.value == "extradited")
    assert extradited.parties == {"US"}


def test_the_assurances_came_only_afterwards_for_the_first_and_before_for_the_others() -> None:
    found = {event: answer("assurance", event=event).best for event in ("T1", "T2", "T3")}
    assert {event: best and best.value for event, best in found.items()} == {
        "T1": "after-handover",
        "T2": "before-handover",
        "T3": "before-handover",
    }


def test_the_rules_find_what_the_list_of_disagreements_holds_for_twenty_of_thirty_one() -> None:
    points = list(disagreements(FOLDER, ANSWERS))
    assert len({each.id for each in points}) == 31
    assert {each.id for each in points if not each.found} == NOT_FOUND


def test_every_report_of_the_list_makes_claims_and_every_attribute_and_value_has_words() -> None:
    rows = {claim.id.partition("-")[0] for claim in TOLD.claims}
    assert len({row for row in rows if row.startswith("R")}) == 30
    said = codes().keys()
    assert {f"claim.{attribute}" for attribute in attributes()} <= said
    groups = {Kind.CODE: "claim-value", Kind.TRACK: "claim-verb"}
    spoken = {
        f"{groups[kind]}.{position.value}"
        for each in ANSWERS
        if (kind := attributes()[each.question.attribute].kind) in groups
        for position in each.positions
    }
    assert spoken <= said
