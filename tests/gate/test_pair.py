"""Two installations rehearse a handover over both gates, and end what they began."""

from __future__ import annotations

import json
import socket
from pathlib import Path

from jsonschema import Draft202012Validator

from cli.run import Shell, here

SCHEMA = json.loads((Path(__file__).parents[2] / "docs" / "reference" / "exchange.schema.json").read_text())


def test_three_persons_go_from_the_request_to_a_handover_that_both_signed(tmp_path: Path) -> None:
    # Half a minute of an idle machine: two databases, two gates, and two copies altered by one byte.
    ran = Shell(tmp_path / "own").run("pair", tmp_path / "pair", "--persons", "3", "--json")
    assert ran.code == 0, ran.error + ran.out
    told = ran.json
    Draft202012Validator({**SCHEMA, "$ref": "#/$defs/pair"}).validate(told)
    assert told["acts"]["countersign"] == told["acts"]["take"] == told["persons"] == 3
    assert (told["equal"], told["unreceipted"], told["lost"]) == (True, 0, 0)
    for each in told["installations"]:
        assert (each["holds"], each["cases"], each["unmarked"]) == (True, 3, 0)
        assert each["cosigned"] == each["entries"]
    for each in told["tampering"]:
        assert each["broken"]["stream"] == each["untrue"]["stream"]
        assert each["broken"]["number"] == each["untrue"]["number"]
    for state in ("MX", "US"):
        log = (tmp_path / "pair" / state / "gate-serve.log").read_text()
        port = int(log.partition("127.0.0.1:")[2].partition("/")[0])
        with socket.socket() as tried:
            assert tried.connect_ex(("127.0.0.1", port)) != 0


def test_a_folder_that_holds_something_is_left_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "kept").write_text("x")
    ran = here("pair", tmp_path)
    assert (ran.code, "it is not empty" in ran.complaint) == (2, True)
