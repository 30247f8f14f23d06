"""``dedere network regrow``: scenarios side by side, in words and as JSON; one clear line when it cannot."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from cli.run import Ran, here

ROOT = Path(__file__).parents[2]
TIES = (
    "from,to,kind\nana,beto,works-with\nana,carla,works-with\nbeto,dora,works-with\nana,brokers,leader-of\n"
)


@pytest.fixture
def graph(tmp_path: Path) -> Path:
    path = tmp_path / "ties.csv"
    path.write_text(TIES, encoding="utf-8")
    return path


@pytest.fixture
def who(tmp_path: Path) -> Path:
    path = tmp_path / "who.txt"
    path.write_text("# the leader\nana\n", encoding="utf-8")
    return path


def regrow(*arguments: str | Path) -> Ran:
    return here("network", "regrow", *arguments, "--draws", "20", "--years", "1")


def test_the_json_of_each_model_is_as_its_schema_says(graph: Path, who: Path) -> None:
    path = ROOT / "docs" / "reference" / "network-regrow.schema.json"
    schema = Draft202012Validator(json.loads(path.read_text(encoding="utf-8")))
    for arguments in (
        ("--instead", "recruitment", "--instead", "no-recruitment"),
        (graph, "--model", "replacement", "--remove", who),
        (graph, "--model", "succession", "--remove", who),
    ):
        ran = regrow(*arguments, "--json")
        assert ran.code == 0, ran.error
        schema.validate(ran.json)


def test_the_same_seed_says_the_same() -> None:
    assert regrow("--seed", "5", "--json").out == regrow("--seed", "5", "--json").out


@pytest.mark.parametrize(("lang", "said"), [("en", "nothing changes"), ("es", "nada cambia")])
def test_for_people_it_says_scenarios_sources_and_caveats(lang: str, said: str) -> None:
    ran = regrow("--lang", lang)
    assert ran.code == 0
    assert said in ran.out
    assert "Prieto-Curiel, R., Campedelli" in ran.out
    assert ran.out.count("\n! ") == 6


def test_a_picture_is_written(tmp_path: Path) -> None:
    path = tmp_path / "bands.svg"
    assert regrow("--picture", path).code == 0
    assert path.read_text(encoding="utf-8").startswith("<svg")


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (("--remove", "0"), "nobody goes"),
        (("--remove", "nobody.txt"), "No such file"),
        (("--remove", "900000"), "members in all"),
        (("--instead", "prayer"), "no such scenario"),
        (("--model", "replacement"), "name its file"),
        (("--model", "replacement", "--instead", "arrests"), "leave it out"),
        (("--model", "succession", "--remove", "151"), "150 groups"),
    ],
)
def test_what_cannot_be_asked_ends_in_one_clear_line(arguments: tuple[str, ...], complaint: str) -> None:
    ran = regrow(*arguments)
    assert ran.code == 2
    assert complaint in ran.complaint


def test_a_removal_of_nobody_who_leads_says_nothing_of_succession(graph: Path, tmp_path: Path) -> None:
    path = tmp_path / "others.txt"
    path.write_text("beto\n", encoding="utf-8")
    ran = regrow(graph, "--model", "succession", "--remove", path)
    assert ran.code == 2
    assert "nobody in it leads" in ran.complaint
