"""The same letters and receipts as a file on a stick, with the same guarantees."""

from __future__ import annotations

import io

import pytest

from dedere.clerk.exchange.pouch import MAGIC, UnreadablePouch, pack, unpack
from dedere.registry.exchange import outbox
from dedere.registry.models import DispatchRow, InboxRow, LetterRow, ReceiptRow
from gate.story import received
from twostates import Installation

import cast

Both = tuple[Installation, Installation]


def packed(by: Installation, to: str) -> bytes:
    with by.here():
        return b"".join(pack(to, at=cast.later(hours=2)))


def unpacked(by: Installation, pouch: bytes) -> list[tuple[str, str, bool]]:
    with by.here():
        return [
            (each.kind, each.fault, each.again) for each in unpack(io.BytesIO(pouch), at=cast.later(hours=3))
        ]


def test_letters_go_out_on_a_stick_and_receipts_come_back_on_another(states: Both) -> None:
    mexico, america = states
    with mexico.here():
        received(), received()
    pouch = packed(mexico, "US")
    assert unpacked(america, pouch) == [("letter", "", False)] * 2
    back = packed(america, "MX")
    assert unpacked(mexico, back) == [("receipt", "", False)] * 2
    with mexico.here():
        assert {row.standing for row in DispatchRow.objects.all()} == {"done"}
        events = ReceiptRow.objects.order_by("line", "rung").values_list("event", flat=True)
        assert sorted(events) == ["accepted", "accepted", "relayed", "relayed", "submitted", "submitted"]
    assert packed(mexico, "US").count(b"\n") == 2


def test_a_stick_that_is_lost_is_made_good_by_the_next(states: Both) -> None:
    mexico, america = states
    with mexico.here():
        received()
    unpacked(america, packed(mexico, "US"))
    packed(america, "MX")  # lost on the way, with the receipt
    assert unpacked(america, packed(mexico, "US")) == [("letter", "", True)]
    assert unpacked(mexico, packed(america, "MX")) == [("receipt", "", False)]
    with america.here():
        assert InboxRow.objects.count() == 1
    with mexico.here():
        assert outbox.rung(LetterRow.objects.get().id).value == "accepted"


def test_an_altered_letter_in_a_pouch_is_refused_and_the_refusal_goes_back(states: Both) -> None:
    mexico, america = states
    with mexico.here():
        received()
    pouch = bytearray(packed(mexico, "US"))
    pouch[-1] ^= 1
    assert unpacked(america, bytes(pouch)) == [("letter", "altered", False)]
    assert unpacked(mexico, packed(america, "MX")) == [("receipt", "receipt-of-other-bytes", False)]
    with mexico.here():
        assert DispatchRow.objects.get().standing == "due"


@pytest.mark.parametrize(
    "pouch",
    [
        b"",
        b"PK\x03\x04",
        MAGIC,
        MAGIC + b"[1]\n",
        MAGIC + b'{"from":"MX","to":"GB"}\n',
        MAGIC + b'{"from":"MX","to":"US"}\nhello',
        MAGIC + b'{"from":"MX","to":"US"}\n{"kind":"letter","length":-1}\n',
        MAGIC + b'{"from":"MX","to":"US"}\n{"kind":"letter","length":true}\n',
        MAGIC + b'{"from":"MX","to":"US"}\n{"kind":"letter","length":9}\nabc',
        MAGIC + b"[" * 300,
    ],
)
def test_what_is_no_pouch_is_said_to_be_none(states: Both, pouch: bytes) -> None:
    with pytest.raises(UnreadablePouch):
        unpacked(states[1], pouch)


def test_what_stands_before_the_end_of_a_broken_pouch_is_taken(states: Both) -> None:
    mexico, america = states
    with mexico.here():
        received(), received()
    with pytest.raises(UnreadablePouch, match="middle"):
        unpacked(america, packed(mexico, "US")[:-9])
    with america.here():
        assert InboxRow.objects.count() == 1


def test_a_receipt_that_is_no_text_is_not_believed(states: Both) -> None:
    pouch = MAGIC + b'{"from":"MX","to":"US"}\n{"kind":"receipt","length":2}\n\xff\xfe'
    assert unpacked(states[1], pouch) == [("receipt", "receipt-not-believed", False)]
