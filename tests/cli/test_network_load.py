"""``dedere network load`` and ``docket``: exit codes, JSON, one clear line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from cli.run import Shell

REFERENCE = Path(__file__).parents[2] / "docs" / "reference"

TIES = "from,to,kind,basis,sources\nA,B,works-with,reported,S-9\nB,C,counsel-of,reported,S-9\n"
PARTIES = "id,name,kind,case\nA,Anselma,person,{case}\nB,Beltrán,person,\nC,Ciriaca,person,\n"
SOURCES = "id,outlet,date,language,tier,address\nS-9,Gaceta de prueba,2025-01-02,es,news,\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A network of three, one of whom has the first case of the small example."""
    (tmp_path / "ties.csv").write_text(TIES, encoding="utf-8")
    (tmp_path / "parties.csv").write_text(PARTIES.format(case="MX-2025-0001"), encoding="utf-8")
    (tmp_path / "sources.csv").write_text(SOURCES, encoding="utf-8")
    return tmp_path


def told_by(name: str, answer: object) -> None:
    schema = json.loads((REFERENCE / f"{name}.schema.json").read_text(encoding="utf-8"))
    Draft202012Validator(schema).validate(answer)


def test_a_network_is_loaded_updated_and_read_against_the_docket(desk: Shell, folder: Path) -> None:
    refused = desk.run("network", "load", folder, "--name", "prueba")
    assert (refused.code, "S-9" in refused.complaint) == (1, True)
    first = desk.run(
        "network", "load", folder, "--name", "prueba", "--sources", folder / "sources.csv", "--json"
    )
    assert first.code == 0, first.error
    assert (first.json["parties"], first.json["ties"], first.json["added"]) == (3, 2, 5)
    told_by("network-load", first.json)
    again = desk.run("network", "load", folder, "--name", "prueba", "--json").json
    assert (again["network"], again["added"], again["changed"], again["withdrawn"]) == (
        first.json["network"],
        0,
        0,
        0,
    )
    docket = desk.run("network", "docket", "--name", "prueba", "--json").json
    told_by("network-docket", docket)
    assert [(each["id"], each["case"], each["surrender"]) for each in docket["persons"]] == [
        ("A", "MX-2025-0001", "open")
    ]
    listed = desk.run("network", "docket", "--name", "prueba", "--lawful", "-o", folder / "lawful.csv")
    assert "1 persons" in listed.out
    under_way = desk.run("network", "docket", "--under-way", "--on", "2025-03-01", "--json").json["persons"]
    told_by("network-docket", {"network": docket["network"], "persons": under_way})
    assert [(each["id"], each["from"], each["why"]) for each in under_way] == [("A", "2025-03-01", "open")]
    assert (folder / "lawful.csv").read_text(encoding="utf-8").startswith("id,name,case,surrender")


def test_what_is_no_table_of_sources_and_a_network_that_is_not_there_end_with_2(
    desk: Shell, folder: Path
) -> None:
    (folder / "wrong.csv").write_text("a,b\n1,2\n", encoding="utf-8")
    wrong = desk.run("network", "load", folder, "--sources", folder / "wrong.csv")
    assert (wrong.code, "wrong.csv" in wrong.complaint) == (2, True)
    missing = desk.run("network", "docket", "--name", "nowhere")
    assert (missing.code, "nowhere" in missing.complaint) == (2, True)
