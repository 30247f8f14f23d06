"""``dedere accords``: the ledger listed, shown, exported, its figures counted; JSON, one clear line."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

from jsonschema import Draft202012Validator

from cli.run import Shell

SCHEMA = Path(__file__).parents[2] / "docs" / "reference" / "accords.schema.json"


def told(answer: dict[str, object], as_what: str) -> None:
    """Hold an answer against the one part of the schema that it should be."""
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    Draft202012Validator(schema).validate(answer)
    part = {"$schema": schema["$schema"], "$ref": f"#/$defs/{as_what}", "$defs": schema["$defs"]}
    rows = answer.get("accords", [answer])
    for row in rows:
        Draft202012Validator(part).validate(row)


def test_the_ledger_is_listed_by_what_both_columns_come_to(demonstration: Shell) -> None:
    whole = demonstration.run("accords", "list", "--json").json
    told(whole, "row")
    assert len(whole["accords"]) == 47
    disputed = demonstration.run("accords", "list", "--reading", "disputed", "--lang", "es")
    assert ("A-2025-0019" in disputed.out, "A-2025-0033" in disputed.out) == (True, True)
    assert "2 partidas." in disputed.out


def test_a_line_shows_each_side_its_sources_and_the_figure_with_its_query(demonstration: Shell) -> None:
    proved = demonstration.run("accords", "show", "A-2025-0030", "--json").json
    told(proved, "accord")
    assert (proved["counted"]["value"], proved["counted"]["proves"]) == (26, True)
    again = demonstration.run(*proved["counted"]["query"].split()[1:], "--json")
    assert (again.code, again.json["cases"]) == (0, proved["counted"]["cases"])
    told(again.json, "counted")
    text = demonstration.run("accords", "show", "A-2025-0019").out
    assert "leaves it out" in text
    assert "TOWN-0203" in text


def test_a_meeting_shows_what_it_left_open_on_each_side(demonstration: Shell) -> None:
    shown = demonstration.run("accords", "show", "A-2025-0023").out
    assert "open on the side of MX: 7 · open on the side of US: 8" in shown


def test_the_ledger_is_exported_whole_with_a_column_for_each_side(
    demonstration: Shell, tmp_path: Path
) -> None:
    told(demonstration.run("accords", "export", "--json").json, "accord")
    file = tmp_path / "ledger.csv"
    assert demonstration.run("accords", "export", "-o", file).code == 0
    rows = list(csv.DictReader(io.StringIO(file.read_text(encoding="utf-8"))))
    assert len(rows) == 47
    (guard,) = (row for row in rows if row["number"] == "A-2025-0018")
    assert (guard["MX"], guard["US"], guard["told_apart"]) == ("unknown", "kept", "True")


def test_what_is_not_there_ends_in_one_clear_line(demonstration: Shell) -> None:
    missing = demonstration.run("accords", "show", "A-2025-0099")
    assert (missing.code, "A-2025-0099" in missing.complaint) == (1, True)
    strange = demonstration.run("accords", "figure", "votes-cast")
    assert (strange.code, "votes-cast" in strange.complaint) == (2, True)
    none = demonstration.run("accords", "figure", "requests-received")
    assert none.code == 1
