"""An envelope opens for its recipient, whole and unaltered, and for nobody else and in no other form."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dedere.seal.envelope import Opened, open_envelope
from dedere.seal.letter import PIECE
from dedere.seal.unsealed import Fault, NotOpened

from post import AT, STATES, UTOPIA, hands, letter_to, sealed

SMALL = sealed(b'{"act":"receive-request"}')


class Trickle(io.BytesIO):
    """A stream that hands out a few bytes at a time, as a network does."""

    def read(self, size: int | None = -1, /) -> bytes:
        return super().read(min(size, 7) if size and size > 0 else 7)


def documents(opened: Opened) -> list[bytes]:
    """Return every document of an envelope, put together again."""
    whole: dict[str, bytes] = {part.name: b"" for part in opened.letter.parts}
    for part, piece in opened.pieces():
        whole[part.name] += piece
    return list(whole.values())


def read(envelope: bytes, **changed: object) -> list[bytes]:
    return documents(open_envelope(io.BytesIO(envelope), hands(**changed), at=AT))


def fault(envelope: bytes, **changed: object) -> Fault:
    with pytest.raises(NotOpened) as refusal:
        read(envelope, **changed)
    return refusal.value.fault


@given(st.lists(st.binary(max_size=64), max_size=4))
def test_what_goes_in_comes_out(contents: list[bytes]) -> None:
    assert read(sealed(*contents)) == contents


@pytest.mark.parametrize("length", [0, 1, PIECE - 1, PIECE, PIECE + 1, 2 * PIECE, 2 * PIECE + 5])
def test_a_document_of_any_length_comes_out_whole(length: int) -> None:
    document = bytes(length)
    assert read(sealed(b"{}", document)) == [b"{}", document]


def test_a_network_that_hands_out_few_bytes_at_a_time_changes_nothing() -> None:
    opened = open_envelope(Trickle(SMALL), hands(), at=AT)
    assert documents(opened) == [b'{"act":"receive-request"}']


def test_a_flipped_bit_in_any_byte_is_refused() -> None:
    for place in range(len(SMALL)):
        altered = bytearray(SMALL)
        altered[place] ^= 1 << place % 8
        assert isinstance(fault(bytes(altered)), Fault)


def test_every_cut_is_refused() -> None:
    for length in range(len(SMALL)):
        assert fault(SMALL[:length]) in {Fault.CUT_SHORT, Fault.NOT_AN_ENVELOPE}


def test_what_goes_on_after_its_end_is_refused() -> None:
    assert fault(SMALL + b"\0") is Fault.TOO_LONG


def test_pieces_may_not_change_places() -> None:
    envelope = sealed(bytes(PIECE), b"\1" * PIECE)
    start, size = len(envelope) - 2 * (PIECE + 16), PIECE + 16
    swapped = envelope[:start] + envelope[start + size :] + envelope[start : start + size]
    assert fault(swapped) is Fault.ALTERED


def test_the_body_of_another_envelope_does_not_fit() -> None:
    other = sealed(b'{"act":"receive-request"}', secret=b"\7" * 32)
    body = len(b'{"act":"receive-request"}') + 16
    assert fault(SMALL[:-body] + other[-body:]) is Fault.ALTERED


def test_a_key_that_we_do_not_hold_opens_nothing() -> None:
    assert fault(SMALL, keys={}) is Fault.UNKNOWN_KEY


def test_a_sender_whose_keys_we_do_not_hold_is_not_believed() -> None:
    assert fault(SMALL, verifiers={}) is Fault.UNKNOWN_SENDER


def test_a_sender_may_not_sign_as_another() -> None:
    forged = sealed(b"{}", signer=STATES[UTOPIA].signer)
    assert fault(forged) is Fault.UNKNOWN_SENDER


def test_a_letter_to_another_is_not_believed_though_sealed_for_us() -> None:
    assert fault(sealed(b"{}", address=replace(letter_to(), recipient=UTOPIA))) is Fault.NOT_FOR_US


def test_a_letter_that_comes_after_its_day_is_refused() -> None:
    late = replace(letter_to(), expires_at=AT)
    assert fault(sealed(b"{}", address=late)) is Fault.EXPIRED
    timely = replace(letter_to(), expires_at=AT + timedelta(microseconds=1))
    assert read(sealed(b"{}", address=timely)) == [b"{}"]


def test_a_document_that_changes_while_it_is_sealed_is_not_sent() -> None:
    contents: Iterator[bytes] = iter([b"before", b"after"])
    with pytest.raises(ValueError, match="changed while"):
        sealed(b"", opener=lambda: io.BytesIO(next(contents)))


def test_two_documents_may_not_bear_one_name() -> None:
    assert fault(sealed(b"{}", b"{}", name="part 1")) is Fault.ALTERED


@pytest.mark.parametrize("name", ["../key", "a/b", "", ".hidden", "x" * 101, "a\nb", "a\0"])
def test_a_document_may_not_be_named_as_a_place(name: str) -> None:
    assert fault(sealed(b"{}", name=name)) is Fault.ALTERED


@pytest.mark.parametrize(
    "wrong",
    [
        {"case": "../1"},
        {"sequence": 0},
        {"sequence": True},
        {"kind": "An act"},
        {"id": ""},
        {"sender": "MX\n"},
    ],
)
def test_an_address_of_the_wrong_kind_is_refused(wrong: dict[str, object]) -> None:
    envelope = sealed(b"{}", address=replace(letter_to(), **wrong))
    assert fault(envelope) in {Fault.ALTERED, Fault.UNKNOWN_SENDER}


@given(st.binary(max_size=200))
def test_noise_is_refused_and_never_a_crash(noise: bytes) -> None:
    assert fault(noise) is Fault.NOT_AN_ENVELOPE
    assert isinstance(fault(SMALL[:200] + noise), Fault)


def test_the_frame_tells_nothing_but_sizes() -> None:
    address = letter_to()
    for secret in (address.case, address.sender, address.recipient):
        assert secret.encode() not in SMALL


def test_the_wire_is_one_in_a_hundred_longer_at_most_for_five_megabytes() -> None:
    assert len(sealed(bytes(5_000_000))) <= 5_050_000
