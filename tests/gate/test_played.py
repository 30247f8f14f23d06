"""A State played in memory answers as a State does; and this desk's exchange on whatever database it has."""

from __future__ import annotations

import io
from collections.abc import Iterator
from datetime import datetime
from hashlib import sha256
from pathlib import Path

import pytest
from django.test import override_settings

from clerk.story import act
from dedere import clerk
from dedere.clerk.exchange import making, receipts, sending, taking, trusting
from dedere.clerk.exchange.keys import keys
from dedere.docket.entries import OtherStateSaid, StayOrdered
from dedere.docket.exchange import message
from dedere.gate.played import Played
from dedere.registry import journal
from dedere.registry.exchange import inbox, outbox
from dedere.registry.models import InboxRow, LetterRow
from dedere.registry.rebuild import rebuild
from gate.story import received

import cast

pytestmark = pytest.mark.django_db
AT = cast.later(hours=3)


class Stage:
    """A wire that ends in the State that is played."""

    def __init__(self, played: Played) -> None:
        self.played = played

    def letter(self, to: object, envelope: Iterator[bytes], length: int) -> str:
        return self.played.take(b"".join(envelope), AT)

    def receipt(self, to: object, signed: str) -> None:
        self.played.keep(signed, AT)


@pytest.fixture
def played(tmp_path: Path) -> Iterator[Played]:
    """The United States, played and trusted by this desk."""
    with override_settings(DEDERE_KEYS=tmp_path / "keys", DEDERE_HOME="MX"):
        making.make("mx.dedere.example", by=cast.ELENA, at=cast.NOON)
        other = Played("US", "played.example/dedere", at=cast.NOON, without=["stay-ordered"])
        other.believe(keys().note)
        filed = trusting.propose(other.signed_card(), other.card.fingerprint(), by=cast.ANA, at=cast.NOON)
        trusting.sign("US", filed.file.awaiting.line, by=cast.BRUNO, at=cast.NOON)
        filed = trusting.place("US", "http://127.0.0.1:1", "", by=cast.ANA, at=cast.NOON)
        trusting.sign("US", filed.file.awaiting.line, by=cast.BRUNO, at=cast.NOON)
        yield other


def arrive(raw: bytes, at: datetime = AT) -> taking.Answer:
    return taking.take(io.BytesIO(raw), sha256(raw).hexdigest(), at=at)


def test_it_receipts_what_it_is_told_and_tells_its_record_back(played: Played) -> None:
    number = received().case.number
    stay = act("record-stay", StayOrdered(stay="s1", court="Juzgado de prueba"))
    clerk.file(number, stay, by=cast.ANA, at=cast.later(hours=2))
    stage = Stage(played)
    assert [sending.send_due(stage, at=AT).answered for _ in range(3)] == [1, 1, 0]
    assert {outbox.rung(row.id).value for row in LetterRow.objects.all()} == {"delivered"}
    answers = played.answers(AT)
    assert [arrive(raw).fault for raw in answers] == [""]
    said = clerk.case(number).lines[-1].entry
    assert isinstance(said, OtherStateSaid)
    codes = [line["entry"]["code"] for line in message.read(said.message).lines]
    assert codes == ["case-opened", "track-opened", "charges-stated", "request-received"]
    assert journal.verify()
    assert rebuild().differing == 0
    assert played.answers(AT) == []


def test_it_refuses_what_a_gate_refuses(played: Played) -> None:
    received()
    raw = b"".join(outbox.envelope(LetterRow.objects.get().id))
    first = played.take(raw, AT)
    assert played.take(raw, AT) == first
    assert '"fault":"altered"' in played.take(raw[:-1] + bytes([raw[-1] ^ 1]), AT)
    assert '"fault":"expired"' in played.take(raw, cast.later(days=40))


def test_what_it_tells_is_taken_once_in_order_and_receipted(played: Played) -> None:
    number = received().case.number
    sending.send_due(Stage(played), at=AT)
    raw = played.answers(AT)[0]
    answer = arrive(raw)
    assert arrive(raw) == taking.Answer(receipt=answer.receipt, again=True)
    assert played.keep(answer.receipt, AT).event.value == "delivered"
    assert InboxRow.objects.count() == 1
    assert inbox.their_number("US", number) == played.files[number].number
    unknown = receipts.keep(answer.receipt, at=AT)
    assert unknown.code == "receipt-not-believed"


def test_many_refusals_in_an_hour_are_counted_and_the_disk_is_spared(played: Played) -> None:
    for n in range(25):
        assert arrive(b"x%d" % n).fault == "not-an-envelope"
    assert len(journal.read("X-MX")) == 1 + 20
    arrive(b"later", cast.later(hours=4))
    assert journal.read("X-MX")[-1].entry.unsaid == 5
