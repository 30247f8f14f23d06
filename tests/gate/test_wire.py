"""The wire itself, on loopback: to a State that is played at a door of its own, and to nobody."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from django.test import override_settings

from clerk.story import charges, opening, track
from cli.run import here
from dedere import clerk
from dedere.clerk.exchange import making, sending, trusting
from dedere.clerk.exchange.keys import keys
from dedere.clerk.exchange.sending import Sent, Unreached
from dedere.docket.acts import Act
from dedere.docket.entries import RequestReceived
from dedere.gate.played import Played
from dedere.gate.playing import Theatre
from dedere.gate.wire import Wire
from dedere.registry.exchange import outbox
from dedere.registry.exchange.counterparts import Correspondent, correspondent
from dedere.registry.models import LetterRow

import cast

pytestmark = pytest.mark.django_db
NOW = datetime.now(UTC)


@pytest.fixture
def theatre(tmp_path: Path) -> Iterator[Theatre]:
    """The United States, played at a door on loopback and trusted by this desk."""
    with override_settings(DEDERE_KEYS=tmp_path / "keys", DEDERE_HOME="MX"):
        making.make("mx.dedere.example", by=cast.ELENA, at=NOW - timedelta(minutes=1))
        played = Played("US", "played.example/dedere", at=NOW)
        played.believe(keys().note)
        stage = Theatre(played, port=0, desk="")
        threading.Thread(target=stage.server.serve_forever, daemon=True).start()
        filed = trusting.propose(played.signed_card(), played.card.fingerprint(), by=cast.ANA, at=NOW)
        trusting.sign("US", filed.file.awaiting.line, by=cast.BRUNO, at=NOW)
        filed = trusting.place("US", stage.address, "", by=cast.ANA, at=NOW)
        trusting.sign("US", filed.file.awaiting.line, by=cast.BRUNO, at=NOW)
        yield stage
        stage.server.shutdown()
        stage.server.server_close()


def written() -> LetterRow:
    case = clerk.open_case(opening(), track(), charges(), by=cast.ANA, at=NOW).case
    entry = RequestReceived(office="executive", complete=True)
    received = Act(code="receive-request", entry=entry, occurred_at=NOW, track="t1")
    assert clerk.file(case.number, received, by=cast.ANA, at=NOW)
    return LetterRow.objects.get()


def test_a_letter_goes_over_the_wire_and_its_receipt_comes_back(theatre: Theatre) -> None:
    letter = written()
    assert sending.send_due(Wire(), at=NOW) == Sent(tried=1, answered=1)
    assert outbox.rung(letter.id).value == "delivered"
    assert list(theatre.played.files) == [letter.case]
    assert theatre.answer() == 0


def test_a_door_that_is_shut_is_unreached_and_the_letter_waits(theatre: Theatre) -> None:
    letter = written()
    theatre.server.shutdown()
    theatre.server.server_close()
    assert sending.send_due(Wire(), at=NOW) == Sent(tried=1, unreached=1)
    assert outbox.length(letter.id) > 0


def test_a_receipt_that_the_other_gate_does_not_believe_is_unreached(theatre: Theatre) -> None:
    to = correspondent("US")
    with pytest.raises(Unreached, match="status-422"):
        Wire().receipt(to, "no receipt")
    with pytest.raises(Unreached, match=r"answer|status"):
        Wire().checkpoint(to, "no growth")


@pytest.mark.parametrize("address", ["http://192.0.2.1:9", "ftp://127.0.0.1", "", "https://127.0.0.1:9"])
def test_nothing_goes_unsealed_by_tls_beyond_this_machine(theatre: Theatre, address: str) -> None:
    to = Correspondent(state="US", card=theatre.played.card, address=address, certificate="")
    with pytest.raises(Unreached, match=r"address|certificate"):
        Wire().letter(to, iter((b"x",)), 1)


def test_the_command_plays_a_state_and_writes_its_card(theatre: Theatre, tmp_path: Path) -> None:
    (tmp_path / "MX.card").write_text(keys().note)
    command = ("counterpart", tmp_path / "us", "--port", "0", "--seconds", "0.1", "--trusting")
    ran = here(*command, tmp_path / "MX.card")
    assert (ran.code, "US is played at http://127.0.0.1:" in ran.out) == (0, True)
    assert (tmp_path / "us" / "US.card").read_text().startswith("dedere-card/1\n")
    assert here(*command, tmp_path / "us" / "none").code == 2
