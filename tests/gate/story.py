"""A case of which the other State is told, and a wire between the two installations of a test."""

from __future__ import annotations

import io
from collections.abc import Iterator
from hashlib import sha256

from clerk.story import act, charges, opening, track
from dedere import clerk
from dedere.clerk.exchange import receipts, taking
from dedere.docket.entries import RequestReceived
from twostates import Installation

import cast


class Straight:
    """A wire that ends in the other installation of the same test."""

    def __init__(self, to: Installation) -> None:
        self.to = to

    def letter(self, to: object, envelope: Iterator[bytes], length: int) -> str:
        raw = b"".join(envelope)
        assert len(raw) == length
        with self.to.here():
            return taking.take(io.BytesIO(raw), sha256(raw).hexdigest(), at=cast.later(hours=3)).receipt

    def receipt(self, to: object, signed: str) -> None:
        with self.to.here():
            assert receipts.keep(signed, at=cast.later(hours=3))


def received() -> clerk.Filed:
    case = clerk.open_case(
        opening(other_number="US-2025-0009"), track(), charges(), by=cast.ANA, at=cast.NOON
    ).case
    filed = clerk.file(
        case.number,
        act("receive-request", RequestReceived(office="central-authority", complete=True), track="t1"),
        by=cast.ANA,
        at=cast.later(hours=1),
    )
    assert isinstance(filed, clerk.Filed), filed
    return filed
