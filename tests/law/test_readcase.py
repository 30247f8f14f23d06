"""A case file is read strictly: no unknown key, no instant without its zone, no invented fact."""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from dedere.law.library import library
from dedere.law.readcase import UnreadableCase, parse_case, read_case, read_cases, read_expectations
from dedere.law.schema import case_schema

CASE = """
id = "t-1"
title.en = "A case"
title.es = "Un caso"
requesting = "US"
requested = "MX"
on = 2025-01-20
route = "treaty-extradition"
[facts]
person-status = "accused"
person-is-national-of-requested = { value = true, source = "birth certificate" }
[[charge]]
id = "1"
[charge.facts]
maximum-requesting = 240
offence-on = 2020-05-01
[[event]]
kind = "provisionally-arrested"
at = 2025-01-10T10:00:00-06:00
[[expect]]
instrument = "us-mx-1978"
article = "9(1)"
finding = "met"
needs = [["a"], ["b", "c"]]
"""


def write(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "case.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_case_is_read_with_its_sources_and_days(tmp_path: Path) -> None:
    case = read_case(write(tmp_path, CASE))
    assert case.facts["person-is-national-of-requested"].sources == ("birth certificate",)
    assert case.charges[0].facts["offence-on"].value == date(2020, 5, 1)
    assert case.events[0].kind == "provisionally-arrested"


def test_expectations_are_read_beside_it(tmp_path: Path) -> None:
    (expected,) = read_expectations(write(tmp_path, CASE))
    assert expected.needs == frozenset({frozenset({"a"}), frozenset({"b", "c"})})
    assert expected.decider is None


def test_a_file_may_hold_several_cases(tmp_path: Path) -> None:
    one = 'requesting = "US"\nrequested = "MX"\non = 2025-01-20\nroute = "treaty-extradition"\n'
    text = f'[[case]]\nid = "a"\n{one}[case.facts]\nperson-consents = true\n[[case]]\nid = "b"\n{one}'
    cases = read_cases(write(tmp_path, text))
    assert [case.id for case, _ in cases] == ["a", "b"]
    with pytest.raises(UnreadableCase, match="stands beside"):
        read_cases(write(tmp_path, 'note = "x"\n' + text))


@pytest.mark.parametrize(
    ("old", "new", "where", "what"),
    [
        ("-06:00", "", "at", "has no zone"),
        ('id = "1"\n', 'id = "1"\nweight = 3\n', "weight", "the key 'weight' is unknown"),
        ('id = "t-1"\n', 'id = "t-1"\nhue = 3\n', "hue", "the key 'hue' is unknown"),
        ("maximum-requesting = 240", 'maximum-requesting = "long"', "maximum-requesting", "no value"),
        ("maximum-requesting = 240", "maximum-requesting = true", "maximum-requesting", "no value"),
        ("maximum-requesting = 240", "maximum-requesting = -1", "maximum-requesting", "no value"),
        ("maximum-requesting = 240", "longest = 1", "longest", "not in the vocabulary"),
        ("maximum-requesting = 240", "person-consents = true", "person-consents", "a fact of the person"),
        ('"accused"', '"suspected"', "person-status", "no value of this fact"),
        ("offence-on = 2020-05-01", 'offence-on = "2020"', "offence-on", "no value"),
        ("on = 2025-01-20\n", "", "on", "'on' is missing"),
        ("on = 2025-01-20\n", "on = 2025-01-20T10:00:00Z\n", "on", "is not a date"),
        ('"US"', '"USA"', "requesting", "is not a State's code"),
        ("treaty-extradition", "by-night", "route", "'by-night' is not one of"),
        ('source = "birth certificate"', "source = 7", "source", "7 is not a source"),
        (
            "value = true, source",
            "worth = true, source",
            "person-is-national-of-requested",
            "'value' is missing",
        ),
        ('finding = "met"', 'finding = "maybe"', "finding", "'maybe' is not one of"),
        ("[[charge]]", '[[charge]]\nid = "1"\n[[charge]]', "charge", "two charges have one id"),
        ('id = "t-1"', 'id = "t-1"\nid = "t-2"', "case.toml", "this is not TOML"),
    ],
)
def test_what_is_wrong_is_said_with_its_place(
    tmp_path: Path, old: str, new: str, where: str, what: str
) -> None:
    assert old in CASE
    with pytest.raises(UnreadableCase) as caught:
        read_case(write(tmp_path, CASE.replace(old, new, 1)))
    assert what in caught.value.what
    assert where in caught.value.where
    assert caught.value.remedy


def test_the_zone_complaint_shows_how_to_write_it(tmp_path: Path) -> None:
    with pytest.raises(UnreadableCase) as caught:
        read_case(write(tmp_path, CASE.replace("-06:00", "")))
    assert "2025-01-10T10:00:00-06:00" in caught.value.remedy


def test_an_upload_is_read_from_its_bytes() -> None:
    assert parse_case("upload", CASE.encode()).id == "t-1"
    with pytest.raises(UnreadableCase, match="upload"):
        parse_case("upload", b"PK\x03\x04 a spreadsheet")


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(UnreadableCase, match=r"nothing\.toml"):
        read_case(tmp_path / "nothing.toml")


def plain(value: Any) -> Any:
    """A TOML value as JSON has it: days and instants as texts."""
    if isinstance(value, dict):
        return {key: plain(each) for key, each in value.items()}
    if isinstance(value, list):
        return [plain(each) for each in value]
    return value.isoformat() if isinstance(value, date) else value


def test_the_schema_takes_the_case_and_refuses_what_the_reader_refuses() -> None:
    validator = jsonschema.Draft202012Validator(case_schema(library().facts))
    validator.validate(plain(tomllib.loads(CASE)))
    for old, new in (("-06:00", ""), ("240", '"long"'), ('"accused"', '"suspected"'), ('"US"', '"USA"')):
        assert not validator.is_valid(plain(tomllib.loads(CASE.replace(old, new, 1))))
