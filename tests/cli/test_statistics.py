"""``dedere statistics``: the edition of the real example, told by its files."""

from __future__ import annotations

import json
from pathlib import Path

from cli.run import Shell


def test_the_example_is_published_with_what_everybody_may_know(demonstration: Shell, tmp_path: Path) -> None:
    built = demonstration.run("statistics", "build", "--out", tmp_path, "--json")
    assert built.code == 0, built.error
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
