"""A receipt proves what became of an envelope, and by whose word."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dedere.seal import receipt
from dedere.seal.receipt import Event, Receipt
from dedere.seal.unsealed import Fault, NotOpened

from post import AT, ELBONIA, RURITANIA, STATES

KNOWN = {ELBONIA: (STATES[ELBONIA].signer.verifier(),)}
ACCEPTED = Receipt(event=Event.ACCEPTED, envelope="a" * 64, letter="b" * 64, by=ELBONIA, at=AT)


@given(st.sampled_from(Event), st.sampled_from(["", "c" * 64]))
def test_a_receipt_reads_back_as_it_was_signed(event: Event, letter: str) -> None:
    fault = "altered" if event is Event.REFUSED else ""
    given_out = replace(ACCEPTED, event=event, letter=letter, fault=fault)
    assert receipt.read(receipt.sign(given_out, STATES[ELBONIA].signer), KNOWN) == given_out


def test_a_receipt_is_nobody_else_s_word() -> None:
    forged = receipt.sign(ACCEPTED, STATES[RURITANIA].signer)
    with pytest.raises(NotOpened) as refusal:
        receipt.read(forged, KNOWN)
    assert refusal.value.fault is Fault.UNKNOWN_SENDER


@pytest.mark.parametrize(
    "wrong",
    [
        replace(ACCEPTED, envelope="a" * 63),
        replace(ACCEPTED, letter="nothing"),
        replace(ACCEPTED, fault="altered"),
        replace(ACCEPTED, event=Event.REFUSED),
    ],
)
def test_a_receipt_that_says_what_no_gate_says_is_not_read(wrong: Receipt) -> None:
    with pytest.raises(NotOpened) as refusal:
        receipt.read(receipt.sign(wrong, STATES[ELBONIA].signer), KNOWN)
    assert refusal.value.fault is Fault.ALTERED


def test_every_flipped_bit_of_a_receipt_is_refused() -> None:
    signed = receipt.sign(ACCEPTED, STATES[ELBONIA].signer).encode()
    for place in range(len(signed)):
        altered = bytearray(signed)
        altered[place] ^= 1 << place % 7
        with pytest.raises(NotOpened):
            receipt.read(altered.decode(errors="replace"), KNOWN)


def test_the_ladder_has_its_rungs_in_order() -> None:
    assert [event.value for event in sorted(Event, key=lambda event: event.rung)] == [
        "submitted",
        "relayed",
        "accepted",
        "delivered",
        "retrieved",
        "refused",
    ]
