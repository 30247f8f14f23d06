"""The operators' door to the exchange: keys, the gate's worker, the pouch; JSON as the schema says."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from cli.run import Ran, here
from dedere.clerk.exchange.keys import keys
from dedere.registry.models import Officer
from gate.story import received
from twostates import Installation

import cast

SCHEMA = json.loads((Path(__file__).parents[2] / "docs" / "reference" / "exchange.schema.json").read_text())
Both = tuple[Installation, Installation]


@pytest.fixture(autouse=True)
def _password(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DEDERE_PASSWORD", cast.PASSWORD)
    monkeypatch.setenv("COLUMNS", "200")


def conforms(ran: Ran, name: str) -> Ran:
    Draft202012Validator({**SCHEMA, "$ref": f"#/$defs/{name}"}).validate(ran.json)
    return ran


def with_officers() -> None:
    for name in (cast.ANA, cast.BRUNO):
        Officer.objects.create_user(username=name, password=cast.PASSWORD, role=cast.ROLES[name])


def test_the_ceremony_of_keys_from_the_first_card_to_the_end_of_trust(states: Both, tmp_path: Path) -> None:
    (mexico, america), given = states, tmp_path / "given"
    with america.here():
        shown = conforms(here("keys", "card", "-o", given, "--json"), "card").json
        assert sorted(path.name for path in given.iterdir()) == ["US.card", "US.pem"]
    with mexico.here():
        with_officers()
        assert here("keys", "end", "US", "--reason", "ensayo", "--by", cast.ANA).code == 0
        trust = ("keys", "trust", given / "US.card", "--by", cast.ANA)
        wrong = here(*trust, "--heard", "12345", "--lang", "es")
        assert (wrong.code, "cifras" in wrong.complaint) == (1, True)
        filed = conforms(here(*trust, "--heard", shown["fingerprint"], "--json"), "filed")
        assert filed.json["awaits_signature"]
        assert here("keys", "sign", "US", "--by", cast.ANA).code == 1
        assert "keys trusted" in here("keys", "sign", "US", "--by", cast.BRUNO).out
        gate = ("--address", "https://127.0.0.1:8443", "--certificate", given / "US.pem")
        assert "dedere keys sign US" in here("keys", "place", "US", *gate, "--by", cast.ANA).out
        signed = conforms(here("keys", "sign", "US", "--by", cast.BRUNO, "--json"), "filed")
        assert (signed.json["trusted"], signed.json["recorded"]) == (True, ["counterpart-placed"])
        assert conforms(here("gate", "status", "--json"), "status").json["counterparts"][0]["state"] == "US"


def test_keys_rotate_and_are_revoked_from_the_shell(states: Both, tmp_path: Path) -> None:
    mexico, america = states
    with america.here():
        old = [row["key"] for row in here("keys", "card", "--json").json["keys"]]
        rotated = conforms(here("keys", "rotate", "--json"), "card").json
        assert (rotated["issue"], len(rotated["keys"])) == (2, 4)
        assert "last key" in here("keys", "revoke", *(row["key"] for row in rotated["keys"])).complaint
        revoked = here("keys", "revoke", *old)
        assert revoked.out.count("(revoked ") == 2
        assert here("keys", "make", "us.dedere.example").code == 1
        (tmp_path / "US.card").write_text(keys().note)
    with mexico.here():
        with_officers()
        assert "not trusted" in here("keys", "renew", "GB", tmp_path / "US.card", "--by", cast.ANA).complaint


@pytest.mark.parametrize(("name", "password"), [("nobody", cast.PASSWORD), (cast.ANA, "another")])
def test_nobody_files_under_another_name(
    states: Both, monkeypatch: pytest.MonkeyPatch, name: str, password: str
) -> None:
    monkeypatch.setenv("DEDERE_PASSWORD", password)
    with states[0].here():
        with_officers()
        assert here("keys", "end", "US", "--reason", "x", "--by", name).code == 1


def test_one_pass_of_the_worker_says_what_it_did(states: Both) -> None:
    with states[0].here():
        received()
        ran = conforms(here("gate", "run", "--once", "--json"), "sent")
        assert (ran.json["tried"], ran.json["unreached"] + ran.json["abandoned"]) == (0, 1)
        assert "given up 0" in here("gate", "run", "--once").out


def test_the_gate_serves_without_tls_on_this_machine_only_and_needs_a_certificate_else(states: Both) -> None:
    with states[0].here():
        assert "--plain" in here("gate", "serve", "--plain", "--host", "192.0.2.1").complaint


def test_a_pouch_leaves_and_comes(states: Both, tmp_path: Path) -> None:
    mexico, america = states
    pouch = tmp_path / "to-us.pouch"
    with mexico.here():
        received()
        told = conforms(here("pouch", "out", pouch, "--to", "US", "--json"), "pouch_out").json
        assert told["bytes"] == pouch.stat().st_size
    with america.here():
        came = conforms(here("pouch", "in", pouch, "--json"), "pouch_in")
        assert (came.code, came.json["refused"]) == (1, [{"kind": "letter", "fault": "expired"}])
        assert "after the instant" in here("pouch", "in", pouch).out
        bad = tmp_path / "bad"
        bad.write_bytes(b"no")
        assert here("pouch", "in", bad).code == 2


def test_a_tick_sends_too(states: Both) -> None:
    with states[0].here():
        received()
        sent = here("tick", "--json").json["sent"]
        assert sent == {"tried": 0, "answered": 0, "refused": 0, "unreached": 0, "abandoned": 1}
        assert "given up 0" in here("tick").out
