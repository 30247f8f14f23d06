"""``dedere statistics``: the edition of the real example, told by its files."""

from __future__ import annotations

import json
from pathlib import Path

from jsonschema import Draft202012Validator

from cli.run import Shell

REFERENCE = Path(__file__).parents[2] / "docs" / "reference"


def told_by(name: str, answer: object) -> None:
    schema = json.loads((REFERENCE / f"{name}.schema.json").read_text(encoding="utf-8"))
    Draft202012Validator(schema).validate(answer)


def test_the_example_is_published_with_what_everybody_may_know(demonstration: Shell, tmp_path: Path) -> None:
    built = demonstration.run("statistics", "build", "--out", tmp_path, "--json")
    assert built.code == 0, built.error
    told_by("statistics-build", built.json)
    assert (built.json["tables"], built.json["hidden"], built.json["withheld"]) == (11, 0, [])
    told = json.loads((tmp_path / "en" / "statistics" / "statistics.json").read_text(encoding="utf-8"))
    assert [(each["on"], each["persons"]) for each in told["operations"]] == [
        ("2025-08-12", 26),
        ("2026-01-20", 37),
    ]
    assert all(each["median"] is None for each in told["durations"])


def test_a_registry_that_is_not_there_is_one_clear_line(nowhere: Shell) -> None:
    stopped = nowhere.run("statistics", "build")
    assert (stopped.code, "dedere demo" in stopped.complaint) == (2, True)


def test_the_return_of_a_year_is_printed_and_written(demonstration: Shell, tmp_path: Path) -> None:
    csv, pdf = tmp_path / "return.csv", tmp_path / "return.pdf"
    done = demonstration.run(
        "statistics", "return", "--year", "2026", "--csv", csv, "--pdf", pdf, "--json", "--lang", "es"
    )
    assert done.code == 0, done.error
    told_by("statistics-return", done.json)
    (otherwise,) = (each for each in done.json["answers"] if each["id"] == "other-routes")
    assert otherwise["parts"] == {"national-security-transfer": 37}
    assert "Traslado conforme a la Ley de Seguridad Nacional" in csv.read_text(encoding="utf-8")
    assert pdf.read_bytes().startswith(b"%PDF-")
    text = demonstration.run("statistics", "return", "--year", "2026", "--lang", "en").out
    assert "missing: the docket does not keep by which channel a request was sent" in text


def test_the_desk_is_given_an_edition_by_the_demonstration(demonstration: Shell) -> None:
    assert (demonstration.folder / "statistics" / "es" / "statistics" / "index.html").is_file()
