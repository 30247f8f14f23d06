"""``dedere network effect`` as an operator runs it: in words, as JSON, with lists that are wrong."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from cli.run import Ran, here

ROOT = Path(__file__).parents[2]
SCHEMA = ROOT / "docs" / "reference" / "network-effect.schema.json"
TIES = """from,to,kind,basis
ana,beto,works-with,proved-in-court
beto,carla,works-with,reported
carla,dora,works-with,reported
dora,elias,works-with,alleged-by-a-prosecutor
ana,fina,counsel-of,reported
"""


@pytest.fixture
def graph(tmp_path: Path) -> Path:
    path = tmp_path / "graph.csv"
    path.write_text(TIES, encoding="utf-8")
    (tmp_path / "one.txt").write_text("# invented\nbeto\n\nbeto\n", encoding="utf-8")
    (tmp_path / "two.csv").write_text("name,id\nCarla,carla\nFina,fina\n", encoding="utf-8")
    return path


def effect(graph: Path, *more: str, lists: tuple[str, ...] = ("one.txt",)) -> Ran:
    removed = [part for name in lists for part in ("--remove", str(graph.parent / name))]
    return here("network", "effect", graph, *removed, "--draws", "40", "--seek", "0.05", *more)


def test_the_effect_as_json_is_what_its_schema_says(graph: Path) -> None:
    done = effect(graph, "--json", "--ends", "ana,elias", lists=("one.txt", "two.csv"))
    Draft202012Validator(json.loads(SCHEMA.read_text(encoding="utf-8"))).validate(done.json)
    one, two = done.json["groups"]
    assert (one["removed"], two["removed"], two["absent"]) == (["beto"], ["carla"], ["fina"])
    assert done.json["together"]["removed"] == ["beto", "carla"]
    (split,) = two["splits"]
    assert split["removed"] == ["carla"]
    assert [part["members"] for part in split["parts"]] == [["ana", "beto"], ["dora", "elias"]]


def test_who_is_cut_off_is_named_and_a_long_list_ends_with_how_many_more(tmp_path: Path) -> None:
    graph = tmp_path / "graph.csv"
    rays = [f"hub,ray-{number:02},works-with,reported" for number in range(30)]
    graph.write_text("\n".join(["from,to,kind,basis", *rays]), encoding="utf-8")
    (tmp_path / "one.txt").write_text("hub", encoding="utf-8")
    done = effect(graph, "--missing", "0")
    assert "A part of 31 falls apart: 1 removed; the largest part left of it: ray-00" in done.out
    assert "ray-10: survives (40 of 40 draws)" in done.out
    assert "and 19 more parts" in done.out


@pytest.mark.parametrize(("lang", "says"), [("en", "supposed, not measured"), ("es", "es un supuesto")])
def test_the_effect_in_words_says_what_must_be_said_beside(graph: Path, lang: str, says: str) -> None:
    done = effect(graph, "--lang", lang, lists=("one.txt", "two.csv"))
    assert (done.code, says in done.out, "fina" in done.out) == (0, True, True)


def test_the_picture_is_written(graph: Path) -> None:
    picture = graph.parent / "effect.svg"
    assert effect(graph, "--picture", str(picture)).code == 0
    assert picture.read_text(encoding="utf-8").startswith("<svg")


def test_rates_are_given_by_what_a_tie_rests_on_and_by_its_rating(graph: Path) -> None:
    rates = effect(
        graph, "--json", "--wrong", "reported/C3=.5", "--wrong", "proved=0", "--wrong", "F6=1"
    ).json
    assert rates["errors"]["wrong"] == {
        "proved-in-court": 0,
        "alleged-by-a-prosecutor": 0.1,
        "reported": 0.25,
        "reported/C3": 0.5,
        "F6": 1,
    }


@pytest.mark.parametrize(
    ("content", "says"),
    [("zoe\n", "list.txt: 1 not in the network: zoe"), ("# nobody\n", "list.txt: it names nobody")],
)
def test_a_list_that_names_nobody_of_the_network_is_refused(graph: Path, content: str, says: str) -> None:
    (graph.parent / "list.txt").write_text(content, encoding="utf-8")
    done = effect(graph, lists=("list.txt",))
    assert (done.code, says in done.complaint) == (2, True)


def test_unknown_ids_can_be_passed_over_and_are_named(graph: Path) -> None:
    (graph.parent / "list.txt").write_text("beto\nzoe\n", encoding="utf-8")
    assert effect(graph, "--skip-unknown", "--json", lists=("list.txt",)).json["groups"][0]["absent"] == [
        "zoe"
    ]


@pytest.mark.parametrize(
    "wrong",
    [("--wrong", "hearsay=.5"), ("--wrong", "reported=often"), ("--wrong", "reported=2"), ("--ends", "ana")],
)
def test_what_is_no_rate_and_no_pair_of_ends_is_refused(graph: Path, wrong: tuple[str, str]) -> None:
    done = effect(graph, *wrong)
    assert (done.code, wrong[0] in done.complaint) == (2, True)


def test_an_end_that_is_not_in_the_network_is_refused(graph: Path) -> None:
    assert "ends: 1 not in the network: zoe" in effect(graph, "--ends", "ana,zoe").complaint
