"""``dedere network read`` and ``convert`` as an operator runs them: what is read, what was not taken."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from cli.run import here

REFERENCE = Path(__file__).parents[2] / "docs" / "reference"
TIES = """from,to,kind,since,basis
ana,brokers,leader-of,2014,reported
lic,ana,counsel-of,,reported
ana,ana,works-with,,
ana,brokers,leader-of,2014,reported
beto,,member-of,,
beto,brokers,member-of,some day,hearsay
"""


@pytest.fixture
def graph(tmp_path: Path) -> Path:
    path = tmp_path / "graph.csv"
    path.write_text(TIES, encoding="utf-8")
    return path


def validated(value: object, name: str) -> object:
    schema = json.loads((REFERENCE / f"{name}.schema.json").read_text(encoding="utf-8"))
    Draft202012Validator(schema).validate(value)
    return value


def test_what_is_read_as_json_is_what_its_schema_says(graph: Path) -> None:
    done = here("network", "read", graph, "--json")
    validated(done.json, "network-read")
    assert (done.code, done.json["rows"], done.json["ties"]) == (1, 6, 3)
    assert (done.json["self_ties"], done.json["doubles"], done.json["set_aside"]) == (1, 1, {"no-end": 1})
    assert done.json["unread"] == {"since": 1, "basis": 1}
    assert done.json["left_out"] == {"lawful": 1}
    assert [(row["line"], row["code"]) for row in done.json["aside"]] == [(6, "no-end")]


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("en", ("1 · leader of", "counsel and other lawful service never count", "line 6: names one party")),
        ("es", ("1 · dirigente de", "nunca cuentan", "línea 6: nombra a un participante")),
    ],
)
def test_it_is_told_in_both_languages(graph: Path, language: str, told: tuple[str, ...]) -> None:
    done = here("network", "read", graph, "--lang", language)
    assert [words for words in told if words not in done.out] == []


def test_nothing_set_aside_ends_with_zero(tmp_path: Path) -> None:
    (tmp_path / "graph.txt").write_text("1 2\n2 3\n", encoding="utf-8")
    done = here("network", "read", tmp_path / "graph.txt")
    assert (done.code, done.error) == (0, "")


@pytest.mark.parametrize("name", ["graph.graphml", "graph.json", "folder"])
def test_a_network_is_written_in_the_form_that_is_asked_for(graph: Path, name: str) -> None:
    output = graph.parent / name
    done = here("network", "convert", graph, "-o", output, "--json")
    validated(done.json, "network-convert")
    assert (done.code, done.json["ties"], done.json["set_aside"]) == (1, 3, 1)
    assert here("network", "read", output, "--json").json["kinds"] == {
        "counsel-of": 1,
        "leader-of": 1,
        "member-of": 1,
    }


def test_a_csv_says_that_it_holds_the_ties_alone(graph: Path) -> None:
    assert "The ties alone" in here("network", "convert", graph, "-o", graph.parent / "out.csv").out


def test_a_part_is_written_and_each_step_told(tmp_path: Path) -> None:
    (tmp_path / "persons.csv").write_text("id\nana\nbeto\ncarla\nlic\n", encoding="utf-8")
    (tmp_path / "organisations.csv").write_text("id\nbrokers\n", encoding="utf-8")
    ties = "from,to,kind,until\nana,brokers,leader-of,\nbeto,brokers,member-of,\ncarla,brokers,,2012\n"
    (tmp_path / "ties.csv").write_text(f"{ties}lic,ana,counsel-of,\n", encoding="utf-8")
    part = ("--counting", "--since", "2013-01-01", "--on", "person")
    done = here("network", "convert", tmp_path, "-o", tmp_path / "out", *part, "--json")
    validated(done.json, "network-convert")
    assert (done.code, done.json["parties"], done.json["ties"]) == (0, 2, 1)
    assert [step["step"] for step in done.json["made"]] == ["of-crime", "between", "projected"]
    told = here("network", "convert", tmp_path, "-o", tmp_path / "out", *part, "--lang", "es")
    assert "calculada, no referida" in told.out


def test_a_period_that_ends_before_it_begins_is_refused(graph: Path) -> None:
    days = ("--since", "2014-01-01", "--until", "2013-01-01")
    done = here("network", "convert", graph, "-o", graph.parent / "out", *days)
    assert (done.code, "turn the two days round" in done.complaint) == (2, True)
