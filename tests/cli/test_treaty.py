"""``treaty new`` and ``treaty check``: a treaty in an afternoon, and every complaint exact."""

from __future__ import annotations

import json
from pathlib import Path

from jsonschema import Draft202012Validator

from cli.run import here

ROOT = Path(__file__).parents[2]


def begun(folder: Path, *more: str) -> Path:
    assert here("treaty", "new", "ar-cl-2001", "--folder", folder, *more).code == 0
    return folder / "ar-cl-2001" / "instrument.toml"


def test_what_is_begun_is_read_at_once_and_says_what_is_open(tmp_path: Path) -> None:
    done = here("treaty", "check", begun(tmp_path, "--parties", "AR,CL"), "--json")
    schema = json.loads(
        (ROOT / "docs" / "reference" / "treaty-check.schema.json").read_text(encoding="utf-8")
    )
    Draft202012Validator(schema).validate(done.json)
    assert (done.code, done.json["complaints"], done.json["failures"]) == (1, [], [])
    open_points = {(each["code"], each["clause"]) for each in done.json["warnings"]}
    assert open_points == {
        ("unchecked", "extraditable-offence"),
        ("no-case", "extraditable-offence"),
        ("unchecked", "nationality"),
        ("unchecked", "provisional-arrest"),
        ("no-case", "provisional-arrest"),
    }


def test_every_wrong_clause_is_complained_of_at_once_with_the_remedy(tmp_path: Path) -> None:
    file = begun(tmp_path)
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("months   = 12", 'months = "12"').replace('"clock"', '"clok"'), "utf-8")
    done = here("treaty", "check", file)
    assert done.code == 2
    assert done.complaint.startswith("dedere: ar-cl-2001/instrument.toml: it cannot be read yet; mend 2")
    assert "article 2(1): months: '12' is not a whole number, not negative" in done.out
    assert "article 9: kind: 'clok' is not one of clock, or" in done.out
    assert "to do: write a whole number, not negative" in done.out
    assert "qué hacer" in here("treaty", "check", file, "--lang", "es").out


def test_a_case_that_comes_out_otherwise_is_told(tmp_path: Path) -> None:
    file = begun(tmp_path)
    cases = file.with_name("cases.toml")
    cases.write_text(cases.read_text(encoding="utf-8").replace('"met"', '"not-met"'), encoding="utf-8")
    done = here("treaty", "check", file)
    assert (done.code, "'met' instead of 'not-met'" in done.out) == (1, True)


def test_a_wrong_head_no_toml_and_a_wrong_entry_are_told(tmp_path: Path) -> None:
    file = begun(tmp_path)
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("in_force  = 2001-01-01", 'in_force = "soon"'), encoding="utf-8")
    assert "'soon' is not a date" in here("treaty", "check", file).out
    file.write_text("id = ", encoding="utf-8")
    assert "this is not TOML" in here("treaty", "check", file).out
    file.write_text(text.replace("provisionally-arrested", "arested"), encoding="utf-8")
    assert "the docket has no entry arested" in here("treaty", "check", file).out


def test_a_finished_treaty_ends_with_0(tmp_path: Path) -> None:
    file = begun(tmp_path)
    text = file.read_text(encoding="utf-8").replace('checked  = ""', 'checked  = "SCR"')
    file.write_text(text[: text.index('[[clause]]\nid       = "provisional')], encoding="utf-8")
    text = file.read_text(encoding="utf-8")
    first = text.index('[[clause]]\nid       = "extraditable')
    file.write_text(
        text[:first] + text[text.index('[[clause]]\nid       = "nationality') :], encoding="utf-8"
    )
    done = here("treaty", "check", file)
    assert (done.code, done.error) == (0, "")


def test_a_treaty_is_not_begun_twice_nor_under_a_name_that_is_none(tmp_path: Path) -> None:
    begun(tmp_path)
    assert here("treaty", "new", "ar-cl-2001", "--folder", tmp_path).code == 1
    assert here("treaty", "new", "AR CL", "--folder", tmp_path).code == 2
    assert here("treaty", "new", "ar-ar", "--folder", tmp_path, "--parties", "AR,AR").code == 2
    assert here("treaty", "check", tmp_path / "none.toml").code == 2


def test_every_packaged_instrument_is_checked_without_complaint() -> None:
    for file in sorted((ROOT / "src" / "dedere" / "treaties").glob("*/instrument.toml")):
        done = here("treaty", "check", file, "--json")
        assert (file, done.json["complaints"], done.json["failures"]) == (file, [], [])
