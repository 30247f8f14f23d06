"""The dual criminality worksheet: elements side by side, what is left out, penalties and ways."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from dedere.law.casefile import CaseFile, Known
from dedere.law.library import PACKAGED, UnreadableTreaty, library, load_library
from dedere.law.readcase import UnreadableCase, parse_case, read_case
from dedere.law.worksheet.compare import Worksheet, worksheets
from dedere.words import Finding, State

MAILS = Path(__file__).parents[1] / "cases" / "worksheet-mails.toml"


def sheet(case: CaseFile) -> Worksheet:
    (found,) = worksheets(case, library())
    return found


def without(case: CaseFile, *facts: str) -> CaseFile:
    (charge,) = case.charges
    kept = {name: known for name, known in charge.facts.items() if name not in facts}
    return replace(case, charges=(replace(charge, facts=kept),))


def test_an_element_that_only_gives_jurisdiction_is_left_out_when_the_united_states_ask() -> None:
    rows = sheet(read_case(MAILS)).elements
    assert [row.standing for row in rows] == ["matched", "matched", "left-out"]
    assert rows[2].left_out_by is not None
    assert rows[2].left_out_by.article == "2(4)(b)"


def test_the_same_element_counts_when_mexico_asks() -> None:
    turned = replace(read_case(MAILS), requesting=State("MX"), requested=State("US"))
    assert [row.standing for row in sheet(turned).elements] == ["matched", "matched", "differs"]


def test_the_ways_to_be_reached_are_told_one_by_one() -> None:
    ways = {way.code: way.finding for way in sheet(read_case(MAILS)).ways}
    assert ways == {"list-and-both-laws": Finding.MET, "federal-laws": Finding.UNKNOWN}


def test_penalties_stand_on_both_sides_and_what_is_not_known_is_none() -> None:
    asks, asked = sheet(read_case(MAILS)).penalties
    assert (asks.minimum, asks.maximum) == (None, 240)
    assert (asked.minimum, asked.maximum, asked.death) == (36, 144, None)


def test_what_is_missing_is_what_its_clauses_need() -> None:
    found = sheet(without(read_case(MAILS), "offence-wilful"))
    assert found.missing == ("offence-wilful",)
    assert sheet(read_case(MAILS)).missing == ()


def test_elements_that_do_not_bear_out_the_answer_are_told() -> None:
    case = read_case(MAILS)
    assert sheet(case).agrees is True
    (charge,) = case.charges
    differing = replace(charge.elements[0], match="differs")
    told = {**charge.facts, "punishable-in-both": Known(value=True)}
    wrong = replace(charge, facts=told, elements=(differing, *charge.elements[1:]))
    assert sheet(replace(case, charges=(wrong,))).agrees is False
    assert sheet(without(case, "punishable-in-both")).agrees is None


def test_without_elements_the_rest_of_the_worksheet_stands() -> None:
    case = read_case(MAILS)
    bare = replace(case, charges=(replace(case.charges[0], elements=()),))
    assert (sheet(bare).elements, sheet(bare).agrees) == ((), None)
    assert sheet(bare).findings == sheet(case).findings


@pytest.mark.parametrize(
    ("mend", "complaint"),
    [
        (('iccs  = "0701"', 'iccs  = "0799"'), "'0799' is not one of"),
        (('group = "fraud"', 'group = "sorcery"'), "'sorcery' is not one of"),
        (('match      = "matched"', 'match      = "perhaps"'), "'perhaps' is not one of"),
        (('name       = "Deceit"', 'name       = "Use of the mails"'), "two elements have one name"),
    ],
)
def test_a_charge_is_read_strictly(mend: tuple[str, str], complaint: str) -> None:
    text = MAILS.read_text(encoding="utf-8")
    assert mend[0] in text
    with pytest.raises(UnreadableCase, match=complaint):
        parse_case("case.toml", text.replace(*mend, 1).encode())


def test_the_classification_has_its_sections_and_divisions_in_both_languages() -> None:
    crimes = library().crimes.crimes
    assert sum(len(code) == 2 for code in crimes) == 11
    assert crimes["0101"] == {"en": "Intentional homicide", "es": "Homicidio intencional"}
    assert all(set(names) == {"en", "es"} for names in crimes.values())


def test_a_group_of_the_appendix_names_divisions_that_exist() -> None:
    groups = library().groups()
    assert groups["narcotics"].iccs == ("0601",)
    assert {code for group in groups.values() for code in group.iccs} <= set(library().crimes.crimes)


def test_a_group_that_names_no_division_of_the_classification_is_refused(tmp_path: Path) -> None:
    for path in PACKAGED.rglob("*.toml"):
        copy = tmp_path / path.relative_to(PACKAGED)
        copy.parent.mkdir(parents=True, exist_ok=True)
        text = path.read_text(encoding="utf-8").replace('iccs = ["0601"]', 'iccs = ["0677"]')
        copy.write_text(text, encoding="utf-8")
    with pytest.raises(UnreadableTreaty, match="'0677' is not known here"):
        load_library(tmp_path)
