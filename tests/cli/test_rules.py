"""``assess``, ``clocks`` and ``sheet``: exit codes, JSON, and text for a lawyer in two languages."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from cli.run import here
from dedere.law.counterfactual.report import why_schema
from dedere.law.counterfactual.whatif import what_if_schema

ROOT = Path(__file__).parents[2]
CASES = ROOT / "tests" / "cases"
BARRED = CASES / "t08-capital-no-assurance.toml"
OPEN = CASES / "cruz-martinez-2016.toml"


def test_an_assessment_as_json_is_what_its_schema_says() -> None:
    schema = json.loads((ROOT / "docs" / "reference" / "assessment.schema.json").read_text(encoding="utf-8"))
    done = here("assess", OPEN, "--json")
    Draft202012Validator(schema).validate(done.json)
    assert (done.code, done.error) == (0, "")


def test_a_finding_against_ends_with_1() -> None:
    lacking = CASES / "t10-accused-lacks-evidence.toml"
    assert here("assess", lacking).code == 1


@pytest.mark.parametrize(
    ("language", "said"),
    [
        (
            "en",
            ("MX asks US", "mandatory bar", "not yet checked against the official text", "decides:", "Next"),
        ),
        ("es", ("MX pide a US", "impedimento obligatorio", "aún no cotejado", "decide:", "Lo siguiente")),
    ],
)
def test_the_text_says_article_effect_decider_and_what_is_missing(
    language: str, said: tuple[str, ...]
) -> None:
    text = here("assess", OPEN, "--lang", language).out
    assert [words for words in said if words not in text] == []


def test_the_reasons_are_told_when_asked_for() -> None:
    assert len(here("assess", OPEN, "--why").out) > len(here("assess", OPEN).out)


def test_clocks_are_told_with_their_day_and_a_clock_that_ran_out_ends_with_1() -> None:
    in_time = here("clocks", CASES / "t11-3-executive-on-day-sixty.toml", "--json")
    (arrest,) = [clock for clock in in_time.json["clocks"] if clock["rule"] == "provisional-arrest"]
    assert (arrest["state"], arrest["of"]) == ("stopped", 60)
    late = here("clocks", CASES / "t11-3-court-on-day-sixty.toml")
    assert late.code == 1
    assert "provisional arrest" in late.out


@pytest.mark.parametrize(
    ("command", "name"), [("limitation", "t07-lapsed-in-one"), ("worksheet", "worksheet-mails")]
)
def test_lapse_of_time_and_the_worksheet_as_json_are_what_their_schemas_say(command: str, name: str) -> None:
    schema = json.loads((ROOT / "docs" / "reference" / f"{command}.schema.json").read_text(encoding="utf-8"))
    done = here(command, CASES / f"{name}.toml", "--json")
    Draft202012Validator(schema).validate(done.json)
    assert done.code == 0


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", ("Deceit: matched", "left out of account: it only gives jurisdiction", "ICCS 0701: Fraud")),
        ("es", ("Deceit: coincide", "no se toma en cuenta: sólo da jurisdicción", "ICCS 0701: Fraude")),
    ],
)
def test_the_worksheet_is_told_in_both_languages(language: str, said: tuple[str, ...]) -> None:
    done = here("worksheet", CASES / "worksheet-mails.toml", "--lang", language)
    assert all(each in done.out for each in said)
    assert here("worksheet", CASES / "worksheet-mails.toml", "--charge", "9").code == 2


def test_lapse_of_time_is_told_with_what_is_missing_and_a_lapsed_charge_ends_with_1(tmp_path: Path) -> None:
    unknown = here("limitation", CASES / "t07-lapsed-in-one.toml", "--lang", "es")
    assert "A partir de aquí no consta" in unknown.out
    text = (CASES / "worksheet-mails.toml").read_text(encoding="utf-8")
    facts = """federal-law-requesting = true
death-penalty-in-requesting = false
us-limitation-class = "general"
offence-duration = "instant"
offence-on = 2010-03-01
charge-brought = false
fled-from-justice = false
foreign-evidence-suspension = false
"""
    case = tmp_path / "case.toml"
    case.write_text(text.replace("[charge.facts]\n", f"[charge.facts]\n{facts}"), encoding="utf-8")
    lapsed = here("limitation", case)
    assert lapsed.code == 1
    assert "Last day: 2015-03-01." in lapsed.out
    assert "Computed (us-limitation/3282(a))" in here("assess", case).out


def test_competing_requests_as_json_are_what_their_schema_says() -> None:
    schema = json.loads((ROOT / "docs" / "reference" / "competing.schema.json").read_text(encoding="utf-8"))
    done = here("competing", CASES / "t16-two-states-in-dispute.toml", "--json")
    Draft202012Validator(schema).validate(done.json)
    assert done.code == 0
    assert [rule["article"] for rule in done.json["rules"]] == ["16", "12"]


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", ("decides: the executive", "is not put in order with", "decided by: a treaty")),
        ("es", ("decide: el Ejecutivo", "no tiene orden respecto de", "lo decide: tratado")),
    ],
)
def test_competing_requests_are_told_with_reasons_and_who_decides(
    language: str, said: tuple[str, ...]
) -> None:
    text = here("competing", CASES / "t16-two-states-in-dispute.toml", "--lang", language).out
    assert [words for words in said if words not in text] == []
    assert "turns on" in here("competing", CASES / "lei-12-penalty-not-known.toml").out


def test_assurances_as_json_are_what_their_schema_says() -> None:
    schema = json.loads((ROOT / "docs" / "reference" / "assurances.schema.json").read_text(encoding="utf-8"))
    done = here("assurances", CASES / "assurance-covers-one-charge.toml", "--json")
    Draft202012Validator(schema).validate(done.json)
    assert [each["standing"] for each in done.json["assurances"]] == ["stands", "expired", "stands"]


def test_assurances_are_told_in_both_languages_with_what_each_does_to_a_bar() -> None:
    path = CASES / "assurance-covers-one-charge.toml"
    for language, said in (("en", ("a1: cures it", "run out")), ("es", ("a1: lo subsana", "venció"))):
        text = here("assurances", path, "--lang", language).out
        assert [words for words in said if words not in text] == []
    assert "No assurance is on file." in here("assurances", OPEN).out


def test_the_speciality_ledger_as_json_is_what_its_schema_says() -> None:
    schema = json.loads((ROOT / "docs" / "reference" / "speciality.schema.json").read_text(encoding="utf-8"))
    done = here("speciality", CASES / "t17-tried-outside-the-grant.toml", "--json")
    Draft202012Validator(schema).validate(done.json)
    assert (done.code, done.json["raise"]) == (1, ["2", "3"])


def test_the_speciality_ledger_says_who_may_raise_what_and_where_none_attaches() -> None:
    path = CASES / "t17-tried-outside-the-grant.toml"
    assert "FINDING for the State that surrendered to raise" in here("speciality", path).out
    assert "HALLAZGO que puede hacer valer" in here("speciality", path, "--lang", "es").out
    transfer = here("speciality", CASES / "the-29-after-the-undertakings.toml")
    assert transfer.code == 0
    assert "No speciality attaches" in transfer.out
    assert "settled by" in here("speciality", CASES / "lei-10-ii-consent-not-known.toml").out
    assert "consented" in here("speciality", CASES / "guzman-loera-2022.toml").out


def test_a_case_with_one_request_competes_with_nobody() -> None:
    assert "One State asks" in here("competing", OPEN).out


def test_a_sheet_is_an_instrument_in_the_order_of_its_text() -> None:
    done = here("sheet", "us-mx-1978", "--lang", "es")
    assert done.code == 0
    assert done.out.startswith("# Tratado de Extradición")
    articles = [row["article"] for row in here("sheet", "us-mx-1978", "--json").json["clauses"]]
    assert articles[:2] == ["1(1)", "1(2)"]


def test_an_instrument_that_is_not_there_names_those_that_are() -> None:
    done = here("sheet", "treaty-of-nowhere")
    assert done.code == 2
    assert "us-mx-1978" in done.complaint


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ("requesting", "requestinng", "'requesting' is missing"),
        ('requested  = "US"', 'requested = "USA"', "two capital letters"),
        ("on = 2013-09-01", 'on = "yesterday"', "on"),
        ("[facts]", "[facts]\ncolour-of-hair = true", "colour-of-hair"),
    ],
)
def test_a_case_that_cannot_be_read_ends_with_2_and_one_line_that_names_place_and_remedy(
    tmp_path: Path, before: str, after: str, said: str
) -> None:
    text = OPEN.read_text(encoding="utf-8")
    changed = text.replace(before, after, 1) if before in text else f"{text}\n{after}\n"
    path = tmp_path / "case.toml"
    path.write_text(changed, encoding="utf-8")
    done = here("assess", path)
    assert (done.code, done.out) == (2, "")
    assert said in done.complaint
    assert "case.toml" in done.complaint
    assert ";" in done.complaint


def test_an_instant_without_a_zone_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "case.toml"
    event = '[[event]]\nkind = "provisionally-arrested"\nat = 2013-07-01T10:00:00\n'
    path.write_text(f"{OPEN.read_text(encoding='utf-8')}\n{event}", encoding="utf-8")
    done = here("assess", path)
    assert done.code == 2
    assert "zone" in done.complaint


def test_a_file_that_is_not_there_and_a_language_that_nobody_speaks_end_with_2() -> None:
    assert here("assess", "nowhere.toml").code == 2
    assert "en or es" in here("assess", OPEN, "--lang", "fr").complaint


def test_the_days_of_a_clock_are_told_one_by_one_and_in_runs() -> None:
    case = CASES / "t11-3-executive-on-day-sixty.toml"
    (arrest,) = [
        clock
        for clock in here("clocks", case, "--days", "--json").json["clocks"]
        if clock["rule"] == "provisional-arrest"
    ]
    assert [day["number"] for day in arrest["days"]] == list(range(61))
    assert [day["why"] for day in arrest["days"]] == ["started", *["counted"] * 60]
    assert [day["on"] for day in arrest["days"] if day["due"]] == [arrest["due"]]
    told = here("clocks", case, "--days", "--lang", "es").out
    assert "1–60  se cuenta" in told
    assert "día 0: inicia el plazo" in told


def test_the_law_between_two_states_is_listed_with_the_reason() -> None:
    pair = ("law", "--requesting", "US", "--requested", "MX", "--on", "2025-02-27")
    done = here(*pair, "--json")
    schema = json.loads((ROOT / "docs" / "reference" / "law.schema.json").read_text(encoding="utf-8"))
    Draft202012Validator(schema).validate(done.json)
    reasons = {each["id"]: each["reason"] for each in (*done.json["in_force"], *done.json["not_in_force"])}
    assert done.code == 0
    assert (reasons["us-mx-1978"], reasons["mx-lei-1975"]) == ("treaty-in-force", "law-of-requested")
    assert reasons["us-18usc-209"] == "not-the-direction"
    said = here(*pair, "--route", "national-security-transfer", "--lang", "es").out
    assert "Sin vigencia entre ellos ese día" in said
    assert "no rige esta vía" in said


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        (("--requesting", "USA", "--on", "2025-02-27"), "is not a State's code"),
        (("--requesting", "US", "--on", "yesterday"), "is no day"),
        (("--requesting", "US", "--on", "2025-02-27", "--route", "by-air"), "is no route"),
    ],
)
def test_a_pair_a_day_or_a_route_that_is_none_is_said(wrong: tuple[str, ...], said: str) -> None:
    done = here("law", "--requested", "MX", *wrong)
    assert (done.code, said in done.error) == (2, True)


def test_where_nothing_binds_the_law_ends_with_1() -> None:
    done = here("law", "--requesting", "JP", "--requested", "KE", "--on", "2025-02-27")
    assert (done.code, "none" in done.out) == (1, True)


def test_why_tells_what_would_change_a_finding_in_both_languages_and_as_json() -> None:
    case = CASES / "t02-eleven-months.toml"
    told = here("why", case, "extraditable-offence", "--lang", "es").out
    assert "se cumple, si se diera todo esto" in told
    assert "al menos 12 meses" in told
    ran = here("why", case, "us-mx-1978:extraditable-offence", "--json")
    Draft202012Validator(why_schema()).validate(ran.json)
    assert ran.json["otherwise"][0]["changes"][0]["tried"] == {"maximum-requested": 12}
    assert "name one of: 1" in here("why", case, "extraditable-offence", "--charge", "9").error
    assert "no clause in force" in here("why", case, "nothing").error


def test_what_is_supposed_is_never_listed_as_in_force() -> None:
    supposed = CASES / "un-model-1990" / "article-01.toml"
    text = supposed.read_text(encoding="utf-8").replace("[[case]]", "", 1).split("[[case]]")[0]
    alone = text.replace("[case.", "[").replace("[[case.", "[[")
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "one.toml"
        file.write_text(alone, encoding="utf-8")
        english, spanish = here("assess", file).out, here("assess", file, "--lang", "es").out
    assert "Supposed, not in force" in english
    assert "In force that day" not in english
    assert "AS IF IN FORCE" in english
    assert "Supuesto, sin vigencia" in spanish
    assert "art. 1, Tratado Modelo de la ONU (como si rigiera)" in spanish


def test_what_if_tells_what_comes_out_otherwise_and_how_the_charge_would_stand() -> None:
    changed = ("--what-if", "assurance-against-death=true", "--what-if", "person-consents=?")
    ran = here("assess", BARRED, *changed, "--json")
    Draft202012Validator(what_if_schema()).validate(ran.json)
    assert (ran.code, ran.error) == (0, "")
    assert ("barred", "barred") not in [(each["before"], each["after"]) for each in ran.json["standings"]]
    text = here("assess", BARRED, *changed, "--lang", "es").out
    assert "el Estado requirente dio seguridades, consideradas suficientes" in text
    assert "impedida →" in text
    assert here("assess", BARRED, "--what-if", "offence-on-list=false", "--bulk", "x.csv").code == 2


def test_what_if_names_the_fact_that_was_meant() -> None:
    ran = here("assess", BARRED, "--what-if", "assurance-against-deth=true")
    assert ran.code == 2
    assert "assurance-against-death" in ran.error
