"""``dedere network plan``: as its schema says, in both languages, and one clear line when it cannot."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from cli.run import Ran, here

ROOT = Path(__file__).parents[2]
TIES = "from,to,kind\n" + "".join(f"ana,a{leaf},works-with\nbeto,b{leaf},works-with\n" for leaf in range(3))


@pytest.fixture
def graph(tmp_path: Path) -> Path:
    path = tmp_path / "ties.csv"
    path.write_text(TIES + "ana,carla,works-with\ncarla,beto,works-with\n", encoding="utf-8")
    return path


def listed(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def planned(*arguments: str | Path) -> Ran:
    return here("network", "plan", *arguments, "--seconds", "600")


def test_the_json_is_as_its_schema_says(graph: Path) -> None:
    path = ROOT / "docs" / "reference" / "network-plan.schema.json"
    schema = Draft202012Validator(json.loads(path.read_text(encoding="utf-8")))
    for arguments in (("--budget", "2"), ("--until", "50", "--objective", "largest"), ("--budget", "0")):
        ran = planned(graph, *arguments, "--json")
        assert ran.code == 0
        schema.validate(ran.json)


def test_the_set_is_proved_and_each_member_told(graph: Path) -> None:
    told = planned(graph, "--budget", "2", "--json").json
    assert (told["removed"], told["value"], told["proved"], told["gap"]) == (["ana", "beto"], 1, True, 0)
    assert {each["id"] for each in told["adds"]} == {"ana", "beto"}


def test_lists_and_costs_bind(graph: Path, tmp_path: Path) -> None:
    only = listed(tmp_path, "only.csv", "id,months\nana,9\nbeto,2\ncarla,1\n")
    told = planned(graph, "--budget", "3", "--only", only, "--cost", "months", "--json").json
    assert set(told["removed"]) <= {"beto", "carla"}
    never = listed(tmp_path, "never.txt", "carla\n")
    again = planned(graph, "--budget", "3", "--only", only, "--never", never, "--cost", "months", "--json")
    assert again.json["removed"] == ["beto"]


def test_it_speaks_both_languages(graph: Path) -> None:
    assert "Proved" in planned(graph, "--budget", "1").out
    assert "Demostrado" in planned(graph, "--budget", "1", "--lang", "es").out


def test_where_no_lawful_set_will_do_it_ends_with_one(graph: Path, tmp_path: Path) -> None:
    only = listed(tmp_path, "only.txt", "a0\n")
    ran = planned(graph, "--until", "10", "--only", only)
    assert ran.code == 1
    assert "No lawful set" in ran.out


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        ((), "budget or a share"),
        (("--budget", "-1"), "budget"),
        (("--budget", "nan"), "budget"),
        (("--budget", "1", "--until", "10"), "one of the two"),
        (("--budget", "1", "--cost", "months"), "months"),
    ],
)
def test_what_cannot_be_asked_is_one_line_and_exit_two(
    graph: Path, arguments: tuple[str, ...], complaint: str
) -> None:
    ran = planned(graph, *arguments)
    assert ran.code == 2
    assert complaint in ran.complaint


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("nadie\n", "nadie"),
        ("id,months\nana,soon\n", "no number"),
        ("id,months\nana,-2\n", "no cost"),
        ("id,months\nana,nan\n", "no cost"),
    ],
)
def test_a_list_that_is_wrong_is_named(graph: Path, tmp_path: Path, text: str, complaint: str) -> None:
    only = listed(tmp_path, "only.csv", text)
    cost = ("--cost", "months") if "months" in text else ()
    ran = planned(graph, "--budget", "1", "--only", only, *cost)
    assert ran.code == 2
    assert complaint in ran.complaint


def test_waves_take_those_whose_day_has_come_and_say_who_waits(graph: Path, tmp_path: Path) -> None:
    only = listed(
        tmp_path,
        "only.csv",
        "id,from,instrument,article\nana,2025-05-02,mx-lei-1975,33\nbeto,2025-01-01,,\ncarla,,mx-amparo,126\n",
    )
    asked = (graph, "--budget", "1", "--only", only, "--waves", "2", "--start", "2025-01-01")
    told = planned(*asked, "--json").json
    path = ROOT / "docs" / "reference" / "network-plan.schema.json"
    Draft202012Validator(json.loads(path.read_text(encoding="utf-8"))).validate(told)
    assert [wave["removed"] for wave in told["waves"]] == [["beto"], ["ana"]]
    assert [(wave["since"], wave["until"]) for wave in told["waves"]] == [
        ("2025-01-01", "2025-03-31"),
        ("2025-04-01", "2025-06-30"),
    ]
    assert told["waves"][0]["waiting"] == [{"id": "ana", "from": "2025-05-02"}, {"id": "carla", "from": None}]
    assert (told["value"], told["bound"], told["proved"]) == (1, 1, True)
    text = planned(*asked, "--lang", "es").out
    assert "Ana: desde el 2025-05-02 (mx-lei-1975 33)" in text or "ana: desde el 2025-05-02" in text
    assert "no se sabe el día (mx-amparo 126)" in text


def test_what_all_waves_at_once_would_leave_stands_beside(tmp_path: Path) -> None:
    path = listed(tmp_path, "path.csv", "from,to\n" + "".join(f"p{at},p{at + 1}\n" for at in range(8)))
    told = planned(path, "--budget", "1", "--waves", "2", "--every", "1", "--json").json
    assert (told["value"], told["horizon"]["value"], len(told["sets"])) == (4, 3, 1)
    assert "All waves chosen at once would leave 3" in planned(path, "--budget", "1", "--waves", "2").out


def test_waves_where_nobodys_day_is_known_send_nobody(graph: Path, tmp_path: Path) -> None:
    only = listed(tmp_path, "only.csv", "id,from\nana,\n")
    ran = planned(graph, "--budget", "1", "--only", only, "--waves", "1")
    assert ran.code == 0
    assert "Nobody goes" in ran.out


@pytest.mark.parametrize(
    ("column", "arguments", "complaint"),
    [
        ("from\nana,soon", ("--budget", "1"), "no day"),
        ("from\nana,2025-01-01", ("--until", "10"), "budget"),
    ],
)
def test_waves_that_cannot_be_asked_are_one_line(
    graph: Path, tmp_path: Path, column: str, arguments: tuple[str, ...], complaint: str
) -> None:
    only = listed(tmp_path, "only.csv", f"id,{column}\n")
    ran = planned(graph, *arguments, "--only", only, "--waves", "1")
    assert ran.code == 2
    assert complaint in ran.complaint


def test_who_stands_in_no_figure_is_counted_not_refused(graph: Path, tmp_path: Path) -> None:
    with graph.open("a", encoding="utf-8") as file:
        file.write("dario,ana,counsel-of\n")
    only = listed(tmp_path, "only.csv", "id,from\nana,2025-01-01\ndario,2025-01-01\n")
    for waves in ((), ("--waves", "1", "--start", "2025-01-01")):
        told = planned(graph, "--budget", "2", "--only", only, *waves, "--json").json
        assert told["removed"] == ["ana"]
        assert {"code": "without-ties", "facts": {"n": 1}} in told["told"]
