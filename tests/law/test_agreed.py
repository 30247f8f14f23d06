"""What States agreed in more than one paper: models, parties, reservations, protocols, replacement."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from dedere.law.assess import assess
from dedere.law.assessment import Assessment, ClauseFinding
from dedere.law.casefile import CaseFile, Event, Known
from dedere.law.force import BESIDE, BINDS, BINDS_NOT, law_between
from dedere.law.library import Library, UnreadableTreaty, library, load_instrument, load_library
from dedere.law.parties import EFFECTS
from dedere.law.report import report
from dedere.words import State
from dedere.words.wording import codes

from .agreed import FILES, folder


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Library:
    return load_library(folder(tmp_path_factory.mktemp("world")))


def case(requesting: str, requested: str, on: date = date(2005, 5, 5), **more: Any) -> CaseFile:
    facts = {name: Known(value=value) for name, value in more.pop("facts", {}).items()}
    return CaseFile(
        id="t",
        requesting=State(requesting),
        requested=State(requested),
        on=on,
        route="treaty-extradition",
        facts=facts,
        **more,
    )


def reason(world: Library, name: str, requesting: str, requested: str, on: date) -> str:
    found = law_between(world, requesting, requested, on)
    return next(each.reason for each in found if each.instrument.id == name)


def found(assessment: Assessment, instrument: str, clause: str) -> ClauseFinding:
    return next(
        each
        for each in assessment.charges[0].findings
        if (each.citation.instrument, each.clause) == (instrument, clause)
    )


def test_a_bilateral_takes_over_a_models_clauses_with_its_own_choices(world: Library) -> None:
    bilateral = world.instruments["bilateral"]
    assert [clause.id for clause in bilateral.clauses] == ["remainder", "arrest"]
    assert bilateral.clauses[0].given["months"] == 6
    clock = bilateral.clauses[1].clock
    assert clock is not None
    assert clock.length == 45


def test_a_clause_taken_over_is_unchecked_though_the_models_was_checked(world: Library) -> None:
    assert world.clause("model", "remainder").citation.checked == "SCR"
    assert world.clause("bilateral", "remainder").citation.checked == ""


def test_the_digest_covers_base_and_parties(tmp_path: Path, world: Library) -> None:
    changed = load_library(
        folder(
            tmp_path,
            **{
                "model/instrument.toml": FILES["model/instrument.toml"] + "# touched\n",
                "act/parties.toml": FILES["act/parties.toml"] + "# touched\n",
            },
        )
    )
    differing = {
        name for name, each in changed.instruments.items() if each.digest != world.instruments[name].digest
    }
    assert differing == {"model", "bilateral", "act"}


def test_a_model_is_in_force_for_nobody(world: Library) -> None:
    assert reason(world, "model", "AR", "CL", date(2020, 1, 1)) == "never-in-force"


def test_a_model_is_assessed_as_if_in_force_and_says_so(world: Library) -> None:
    choose = (("model", "remainder", 4), ("model", "arrest", 30))
    supposed = case("JP", "KE", as_if=("model",), choose=choose)
    assessment = assess(supposed, world, explained="en")
    assert [(used.id, used.reason) for used in assessment.instruments] == [("model", "as-if")]
    assert any("at least 4" in each.text for each in found(assessment, "model", "remainder").reasons) or (
        found(assessment, "model", "remainder").finding.value == "unknown"
    )
    assert [clock.of for clock in assessment.clocks] == [30]
    other = assess(case("JP", "KE", as_if=("model",), choose=(*choose[:1], ("model", "arrest", 45))), world)
    assert other.instruments[0].digest != assessment.instruments[0].digest


@pytest.mark.parametrize(
    ("choose", "what"),
    [
        ((), "the option 'remainder' is not chosen"),
        ((("model", "remainder", 5), ("model", "arrest", 30)), "5 is not among the choices"),
        ((("model", "remainder", 4), ("model", "arrest", 30), ("model", "x", 1)), "'x' is no option"),
    ],
)
def test_a_bracket_not_chosen_as_it_can_be_is_refused(world: Library, choose: Any, what: str) -> None:
    with pytest.raises(UnreadableTreaty) as caught:
        assess(case("JP", "KE", as_if=("model",), choose=choose), world)
    assert what in caught.value.what
    assert caught.value.where == "as if model"


def test_a_treaty_that_does_not_bind_may_be_taken_as_if_it_did(world: Library) -> None:
    assessment = assess(case("JP", "KE", as_if=("convention",)), world)
    assert [(used.id, used.reason) for used in assessment.instruments] == [("convention", "as-if")]


@pytest.mark.parametrize(
    ("requesting", "requested", "on", "why"),
    [
        ("FR", "SE", date(1999, 12, 31), "not-yet-bound"),
        ("FR", "SE", date(2000, 1, 1), "treaty-in-force"),
        ("FR", "ES", date(2009, 12, 31), "treaty-in-force"),
        ("FR", "ES", date(2010, 1, 1), "no-longer-bound"),
        ("FR", "ES", date(2012, 1, 1), "treaty-in-force"),
        ("FR", "FR", date(2012, 1, 1), "not-the-parties"),
        ("FR", "US", date(2012, 1, 1), "not-the-parties"),
        ("FR", "ES", date(1990, 6, 1), "not-yet-in-force"),
    ],
)
def test_a_convention_binds_a_pair_while_both_are_bound(
    world: Library, requesting: str, requested: str, on: date, why: str
) -> None:
    assert reason(world, "convention", requesting, requested, on) == why
    assert reason(world, "convention", requested, requesting, on) == why


def test_it_says_since_when_it_binds_the_pair(world: Library) -> None:
    used = assess(case("FR", "SE"), world).instruments
    assert [(each.id, each.since) for each in used] == [("convention", date(2000, 1, 1))]


def test_a_reservation_changes_a_clause_for_its_state_alone(world: Library) -> None:
    of_france = found(assess(case("SE", "FR"), world), "convention", "nationality")
    assert (of_france.effect.value, of_france.reserved[0].state) == ("mandatory-bar", "FR")
    assert of_france.reserved[0].made == date(1995, 1, 1)
    asking = found(assess(case("FR", "SE"), world), "convention", "nationality")
    assert (asking.effect.value, asking.reserved) == ("discretion", ())


def test_a_reservation_leaves_a_clause_out_until_it_is_withdrawn(world: Library) -> None:
    out = found(assess(case("FR", "SE", date(2014, 12, 31)), world, explained="es"), "convention", "grave")
    assert (out.finding.value, out.beside, out.reserved[0].reciprocal) == ("not-in-point", "reserved", False)
    assert "SE formuló el 2000-01-01" in out.reasons[1].text
    assert found(assess(case("FR", "SE", date(2015, 1, 1)), world), "convention", "grave").beside == ""


def test_what_a_state_does_not_accept_it_cannot_claim(world: Library) -> None:
    claimed = found(assess(case("SE", "FR"), world), "convention", "grave")
    assert (claimed.beside, claimed.reserved[0].reciprocal) == ("reserved", True)


def test_a_declaration_is_told_and_changes_nothing(world: Library) -> None:
    declared = found(assess(case("SE", "ES"), world), "convention", "nationality")
    assert (declared.effect.value, declared.beside) == ("discretion", "")
    assert declared.reserved[0].effect == "declares"
    told = next(
        each
        for each in report(assess(case("SE", "ES"), world))["charges"][0]["findings"]
        if each["clause"] == "nationality"
    )
    assert told["reserved"][0]["text"]["en"] == "Nationals are those at the time of the decision."


def test_a_protocol_stands_in_the_conventions_place_between_its_own_parties(world: Library) -> None:
    between = assess(case("FR", "ES"), world)
    assert [used.reason for used in between.instruments] == ["treaty-in-force", "protocol-in-force"]
    assert found(between, "convention", "nationality").beside == "replaced-by-protocol"
    assert found(between, "protocol", "nationality").beside == ""
    without = assess(case("FR", "SE"), world)
    assert found(without, "convention", "nationality").beside == ""
    assert reason(world, "protocol", "FR", "SE", date(2005, 5, 5)) == "not-the-parties"


def test_a_protocol_falls_with_what_it_amends(world: Library) -> None:
    assert reason(world, "protocol", "FR", "ES", date(2011, 1, 1)) == "amended-not-in-force"


def test_an_act_replaces_the_convention_between_its_own_members_from_its_day(world: Library) -> None:
    assert reason(world, "convention", "FR", "SE", date(2019, 12, 31)) == "treaty-in-force"
    replaced = next(
        each
        for each in law_between(world, "FR", "SE", date(2020, 1, 1))
        if each.instrument.id == "convention"
    )
    assert (replaced.binds, replaced.reason, replaced.by) == (False, "replaced", "act")
    assert reason(world, "act", "FR", "SE", date(2020, 1, 1)) == "union-in-force"
    assert reason(world, "convention", "FR", "ES", date(2020, 1, 1)) == "treaty-in-force"


def test_where_a_judge_alone_decides_no_executive_is_named(world: Library) -> None:
    told = report(assess(case("FR", "SE", date(2021, 1, 1), facts={"offence-on": date(2020, 1, 1)}), world))
    assert "executive" not in str(told)


@pytest.mark.parametrize(("asked", "finding"), [(True, "met"), (False, "not-in-point"), (None, "unknown")])
def test_a_duty_at_request_waits_for_the_request(world: Library, asked: bool | None, finding: str) -> None:
    facts = {} if asked is None else {"arrest-urgent": asked}
    assert found(assess(case("FR", "SE", facts=facts), world), "convention", "prosecute").finding.value == (
        finding
    )


ARREST = Event(kind="provisionally-arrested", at=date(2005, 5, 1))
COMPLETE = {
    "person-is-national-of-requested": False,
    "arrest-urgent": False,
    "offence-wilful": True,
    "punishable-in-both": True,
    "maximum-requesting": 24,
    "maximum-requested": 24,
}


@pytest.mark.parametrize(
    ("on", "states", "code"),
    [
        (date(2005, 5, 19), ["running", "running"], "clock-runs"),
        (date(2005, 5, 20), ["expired", "running"], "release-open"),
        (date(2005, 6, 10), ["expired", "running"], "release-open"),
        (date(2005, 6, 11), ["expired", "expired"], "clock-expired"),
    ],
)
def test_release_is_open_at_eighteen_days_and_owed_at_forty(
    world: Library, on: date, states: list[str], code: str
) -> None:
    assessment = assess(case("SE", "ES", on, facts=COMPLETE, events=(ARREST,)), world)
    assert [clock.state for clock in assessment.clocks] == states
    assert assessment.next is not None
    assert (assessment.next.code, assessment.next.decider) == (code, "judge")


def test_release_is_no_longer_open_once_the_request_came(world: Library) -> None:
    came = Event(kind="request-received", at=date(2005, 5, 25))
    read = assess(case("SE", "ES", date(2005, 6, 1), facts=COMPLETE, events=(ARREST, came)), world)
    assert [clock.state for clock in read.clocks] == ["expired", "stopped"]
    assert read.next is None


REFUSED = [
    ("bilateral/instrument.toml", "remainder = 6\n", "", "the option 'remainder' is not chosen"),
    ("bilateral/instrument.toml", "remainder = 6", "remainder = 5", "5 is not among the choices"),
    ("bilateral/instrument.toml", "remainder = 6", "remainder = true", "True is not among the choices"),
    ("bilateral/instrument.toml", "arrest = 45", "arrest = 45\nother = 1", "'other' is no option"),
    ("bilateral/instrument.toml", '"model"', '"modle"', "'modle' is no instrument of the library"),
    ("bilateral/instrument.toml", '["military"]', '["naval"]', "model has no clause 'naval'"),
    ("bilateral/instrument.toml", 'based_on = "model"', "", "nothing is there to leave out"),
    ("bilateral/instrument.toml", '["military"]', '["military", "arrest"]', "'arrest' stands in no clause"),
    ("model/instrument.toml", "choices = [4, 6]", "choices = []", "is not a list of 1 to 12 choices"),
    ("model/instrument.toml", "choices = [4, 6]", 'choices = [4, "x"]', "is not a list of 1 to 12"),
    ("model/instrument.toml", "choices = [4, 6]", "choices = [4, -6]", "-6 is not a whole number"),
    ("model/instrument.toml", '{ option = "arrest" }', "40", "the option 'arrest' stands in no clause"),
    ("model/instrument.toml", '{ option = "arrest" }', '{ option = "x" }', "the option 'x' is not declared"),
    ("model/instrument.toml", 'id = "arrest"\narticle', 'id = "remainder"\narticle', "is taken"),
    ("model/instrument.toml", "done =", "in_force = 1991-01-01\ndone =", "a model is in force for nobody"),
    ("model/instrument.toml", "\n[[option]]", "\n[choose]\nremainder = 4\n[[option]]", "chooses nothing"),
    ("convention/parties.toml", "from = 2012-01-01", "from = 2009-01-01", "ES is bound already"),
    ("convention/parties.toml", "from = 1995-01-01", "from = 1985-01-01", "bound before the instrument"),
    ("convention/parties.toml", 'state = "SE"\narticle', 'state = "XX"\narticle', "XX is no party"),
    ("convention/parties.toml", 'state = "SE"', 'state = "Sweden"', "'Sweden' is not a State's code"),
    ("convention/parties.toml", 'clause = "nationality"', 'clause = "n"', "there is no clause 'n'"),
    ("convention/parties.toml", 'article = "2"', 'article = "99"', "no clause is of article 99"),
    ("convention/parties.toml", 'article = "2"', "", "it touches no clause"),
    (
        "convention/parties.toml",
        'article = "2"',
        'article = "2"\nclause = "may"',
        "a clause and an article",
    ),
    ("convention/parties.toml", 'effect = "mandatory-bar"', 'effect = "no-bar"', "'no-bar' is not one of"),
    ("convention/parties.toml", 'effect = "mandatory-bar"', 'kind = "rule"', "not open to a reservation"),
    ("convention/parties.toml", 'effect = "mandatory-bar"', "days = 3", "the key 'days' is unknown"),
    ("convention/parties.toml", '"leaves-out"', '"changes"', "gives the values that it changes"),
    ("convention/parties.toml", "[[party]]", "surprise = 1\n[[party]]", "the key 'surprise' is unknown"),
    ("convention/instrument.toml", "done =", 'parties = ["FR", "ES"]\ndone =', "lists the parties already"),
    ("convention/instrument.toml", 'asked = "arrest-urgent"', "", "a clause that binds at request names"),
    ("protocol/instrument.toml", '"convention"', '"conventoin"', "is no other instrument of the library"),
    ("protocol/instrument.toml", 'amends = "convention"', "", "its instrument amends none"),
    ("protocol/instrument.toml", '["nationality"]', '["x"]', "convention has no clause 'x'"),
    ("act/instrument.toml", '["convention"]', '["act"]', "is no other instrument of the library"),
    ("act/instrument.toml", '"union"', '"statute"', "a State's own law applies"),
]


@pytest.mark.parametrize(("file", "old", "new", "what"), REFUSED)
def test_what_is_wrong_is_said_where_it_stands(
    tmp_path: Path, file: str, old: str, new: str, what: str
) -> None:
    assert old in FILES[file]
    with pytest.raises(UnreadableTreaty) as caught:
        load_library(folder(tmp_path, **{file: FILES[file].replace(old, new, 1)}))
    assert what in caught.value.what
    assert caught.value.where.startswith(file)
    assert caught.value.remedy


def test_two_reservations_of_one_state_on_one_clause_are_not_held_at_once(tmp_path: Path) -> None:
    file = "convention/parties.toml"
    again = FILES[file] + FILES[file][FILES[file].index("[[reservation]]") :].split("\n\n")[0]
    with pytest.raises(UnreadableTreaty, match="has reserved that clause already"):
        load_library(folder(tmp_path, **{file: again}))


def test_the_complaint_about_a_base_names_both_files_and_the_key(tmp_path: Path) -> None:
    file = "bilateral/instrument.toml"
    with pytest.raises(UnreadableTreaty) as caught:
        load_library(folder(tmp_path, **{file: FILES[file].replace("remainder = 6\n", "")}))
    assert caught.value.where == (
        "bilateral/instrument.toml: based on model/instrument.toml: [[clause]] 1 remainder, article 2: months"
    )
    assert caught.value.remedy == "write remainder = 4 or 6 under [choose]"


def test_an_instrument_received_is_read_against_the_library_and_its_parties(world: Library) -> None:
    raw = FILES["convention/instrument.toml"].encode()
    read = load_instrument("their file", raw, world)
    assert read.digest == world.instruments["convention"].digest
    assert load_instrument("their file", raw, world, FILES["act/parties.toml"].encode()).parties == (
        "FR",
        "SE",
    )


def test_every_reason_has_words() -> None:
    said = codes().keys()
    wanted = {f"force.{code}" for code in (*BINDS, *BINDS_NOT, *BESIDE)}
    wanted |= {f"reserved.{effect}{more}" for effect in EFFECTS for more in ("", "-against-it")}
    assert sorted(wanted - said) == []


def test_two_instruments_may_name_a_clause_alike(world: Library) -> None:
    asked = case(
        "JP", "KE", as_if=("model", "act"), choose=(("model", "remainder", 4), ("model", "arrest", 30))
    )
    of_both = [each for each in assess(asked, world).charges[0].findings if each.clause == "military"]
    assert [each.citation.instrument for each in of_both] == ["act", "model"]


def test_clauses_of_the_person_alike_in_name_are_found_apart(tmp_path: Path) -> None:
    barred = FILES["act/instrument.toml"].replace('kind = "military-offence"', 'kind = "nationality"')
    text = barred.replace('id = "military"', 'id = "nationality"').replace('decider = "judge"', "")
    apart = load_library(folder(tmp_path, **{"act/instrument.toml": text.replace("replaces", "# replaces")}))
    both = [
        each.citation.instrument
        for each in assess(case("FR", "SE", date(2021, 1, 1)), apart).charges[0].findings
        if each.clause == "nationality"
    ]
    assert both == ["act", "convention"]


def test_a_states_own_law_is_not_that_of_two_other_states() -> None:
    found = {each.instrument.id: each.reason for each in law_between(library(), "FR", "MX", date(2020, 1, 1))}
    assert (found["mx-lei-1975"], found["mx-lei-1975-outgoing"]) == ("law-of-requested", "not-the-direction")
    found = {each.instrument.id: each.reason for each in law_between(library(), "FR", "ES", date(2020, 1, 1))}
    assert (found["mx-lei-1975"], found["us-18usc-209"]) == ("not-the-parties", "not-the-parties")
