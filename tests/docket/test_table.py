"""The table of acts: whole, worded in both languages, and drawn as it is."""

import re
from pathlib import Path

import pytest

from dedere.docket import RULES, Stage, TrackKind
from dedere.docket.accords import ACCORD_ACTS
from dedere.docket.acts.rule import Onward
from dedere.docket.choices import GATE_STATES, GATES, OFFICES
from dedere.docket.content import incomplete
from dedere.docket.diagram import page
from dedere.docket.entries import KINDS
from dedere.docket.events import EVENT_ACTS
from dedere.docket.exchange.decide import EXCHANGE_ACTS
from dedere.docket.handover import HANDOVER_RULES, Step
from dedere.docket.pairs import PAIR_ACTS
from dedere.docket.told import told
from dedere.words import Refused
from dedere.words.wording import codes

OTHERS = {**PAIR_ACTS, **ACCORD_ACTS, **EVENT_ACTS, **EXCHANGE_ACTS}
DOCKET = Path(incomplete.__code__.co_filename).parent
DRAWN = Path(__file__).parents[2] / "docs" / "reference" / "states.md"


def worded_in(group: str) -> set[str]:
    keys = codes().keys()
    return {key.removeprefix(f"{group}.") for key in keys if key.startswith(f"{group}.")}


def test_the_state_diagram_is_current():
    assert DRAWN.read_text(encoding="utf-8") == page(), "run: python -m dedere.docket.diagram > that file"


def test_every_entry_has_an_act_and_every_act_one_entry():
    recorded = {rule.records.code for rule in (*RULES, *HANDOVER_RULES)}
    recorded |= {records.code for acts in (PAIR_ACTS, EVENT_ACTS, EXCHANGE_ACTS) for records in acts.values()}
    recorded |= {act.records.code for act in ACCORD_ACTS.values()}
    # The first is what an act leaves that awaits a second officer; "erased" is read where a text was erased;
    # the others the clerk and the gate keep.
    assert set(KINDS) - recorded == {"signature-awaited", "run-kept", "network-loaded", "erased"} | {
        "card-issued",
        "letter-written",
        "letter-abandoned",
        "letter-taken",
        "letter-refused",
        "case-linked",
        "receipt-given",
        "receipt-kept",
        "other-state-said",
    }
    by_code = {}
    for rule in RULES:
        assert by_code.setdefault(rule.code, rule.records) is rule.records


def test_rows_of_one_act_agree_on_who_must_sign_and_who_is_told():
    for rule in RULES:
        twins = [other for other in RULES if other.code == rule.code]
        assert {(twin.legal_effect, twin.tells, twin.on_track) for twin in twins} == {
            (rule.legal_effect, rule.tells, rule.on_track)
        }


def test_every_stage_can_be_reached():
    ends = {Stage.OPENED}
    for rule in RULES:
        match rule.leads_to:
            case Onward(stages=stages):
                ends |= stages
            case Stage() as stage:
                ends.add(stage)
    assert ends == set(Stage)


@pytest.mark.parametrize(
    ("group", "values"),
    [
        (
            "act",
            {
                *(rule.code for rule in (*RULES, *HANDOVER_RULES)),
                *PAIR_ACTS,
                *ACCORD_ACTS,
                *EVENT_ACTS,
                *EXCHANGE_ACTS,
            },
        ),
        ("entry", set(KINDS)),
        ("stage", {stage.value for stage in Stage}),
        ("track", {kind.value for kind in TrackKind}),
        ("gate", {*GATES, *(f"state.{state}" for state in GATE_STATES)}),
        ("leg", {step.value for step in Step}),
        ("office", set(OFFICES)),
    ],
)
def test_every_code_has_words_and_no_words_lack_a_code(group, values):
    assert {code for code in worded_in(group) if not code.startswith(("why.", "apart."))} == values


def test_every_refusal_in_the_room_has_words():
    source = "".join(path.read_text(encoding="utf-8") for path in DOCKET.rglob("*.py"))
    said = set()
    for clause in re.findall(r"(?:code=|_missing\(|_present\(|_twice\(|_refused\()[^,)]*", source):
        said |= set(re.findall(r'"([a-z]+(?:-[a-z]+)+)"', clause))
    acts = {*(rule.code for rule in (*RULES, *HANDOVER_RULES)), *ACCORD_ACTS}
    assert len(said - acts) > 60
    assert said - acts <= worded_in("refused")


def test_no_refusal_is_worded_that_no_room_gives():
    source = "".join(path.read_text(encoding="utf-8") for path in DOCKET.parent.rglob("*.py"))
    assert not {code for code in worded_in("refused") if f'"{code}"' not in source}


@pytest.mark.parametrize("language", ["en", "es"])
def test_a_refusal_is_told_in_words_alone(language):
    refused = Refused(code="wrong-stage", facts={"act": "order-surrender", "stage": "lapsed"})
    sentence = told(refused, language)
    assert "order-surrender" not in sentence
    gap = Refused(code="gap-since-go", facts={"gaps": "MX-2025-0001:medical, MX-2025-0002:stays"})
    assert "MX-2025-0001 (" in told(gap, language)
    assert ":medical" not in told(gap, language)
