"""The machines' door: bounded, without a session, a signed receipt for an envelope, a code for the rest."""

from __future__ import annotations

import io
from collections.abc import Iterator
from hashlib import sha256

import pytest
from django.test import Client, override_settings

from dedere.clerk.exchange.spool import Unspooled, spooled
from dedere.registry.exchange import outbox
from dedere.registry.models import InboxRow, LetterRow
from gate.story import received
from twostates import Installation

import cast


@pytest.fixture
def door(monkeypatch: pytest.MonkeyPatch) -> Iterator[Client]:
    monkeypatch.setattr("dedere.gate.views.now", lambda: cast.later(hours=3))
    with override_settings(ROOT_URLCONF="dedere.gate.urls", MIDDLEWARE=[]):
        yield Client(raise_request_exception=False)


def posted(door: Client, path: str, body: bytes, **more: str):  # type: ignore[no-untyped-def]
    return door.generic("POST", f"/gate/{path}", body, content_type="application/octet-stream", **more)


def sealed_in(mexico: Installation) -> bytes:
    with mexico.here():
        received()
        return b"".join(outbox.envelope(LetterRow.objects.get().id))


def test_an_envelope_is_answered_with_a_receipt(
    states: tuple[Installation, Installation], door: Client
) -> None:
    raw = sealed_in(states[0])
    with states[1].here():
        answer = posted(door, "letters", raw)
        assert (answer.status_code, answer.headers["Content-Type"]) == (200, "text/plain; charset=utf-8")
        assert answer.content.decode().startswith("dedere-receipt/1\n")
        assert InboxRow.objects.count() == 1


def test_what_is_no_envelope_is_answered_with_a_signed_refusal(
    states: tuple[Installation, Installation], door: Client
) -> None:
    with states[1].here():
        answer = posted(door, "letters", b"hello")
        assert answer.status_code == 422
        assert b'"fault":"not-an-envelope"' in answer.content


@pytest.mark.parametrize(
    ("method", "path", "more", "status", "code"),
    [
        ("GET", "letters", {}, 405, "method"),
        ("PUT", "receipts", {}, 405, "method"),
        ("POST", "health", {}, 405, "method"),
        ("POST", "letters", {"HTTP_TRANSFER_ENCODING": "chunked"}, 411, "length-not-told"),
        ("POST", "letters", {"CONTENT_LENGTH": "-1"}, 411, "length-not-told"),
        ("POST", "letters", {"CONTENT_LENGTH": str(1 << 40)}, 413, "too-long"),
        ("POST", "receipts", {"CONTENT_LENGTH": "20000"}, 413, "too-long"),
        ("GET", "../secrets", {}, 404, "no-such-address"),
        ("POST", "receipts", {}, 422, "receipt-not-believed"),
    ],
)
def test_what_the_door_does_not_take_is_told_by_a_code_and_nothing_else(
    states: tuple[Installation, Installation],
    door: Client,
    method: str,
    path: str,
    more: dict[str, str],
    status: int,
    code: str,
) -> None:
    with states[1].here():
        answer = door.generic(method, f"/gate/{path}", b"\xff\x00", **more)
    assert (answer.status_code, answer.headers["Content-Type"]) == (status, "application/problem+json")
    told = answer.json()
    assert (told["type"], set(told)) == (f"urn:dedere:gate:{code}", {"type", "title", "status"})


def test_what_breaks_off_on_the_way_is_no_envelope() -> None:
    class Broken(io.BytesIO):
        def read(self, length: int | None = -1, /) -> bytes:
            if got := super().read(length):
                return got
            raise OSError("reset")

    for source in (io.BytesIO(b"abc"), Broken(b"abc")):
        with pytest.raises(Unspooled), spooled(source, 4):
            pass
    with spooled(io.BytesIO(b"abcd"), 3) as spool:
        assert (spool.digest, spool.file.tell()) == (sha256(b"abc").hexdigest(), 3)


def test_a_disk_without_room_is_told_and_nothing_is_taken(
    states: tuple[Installation, Installation], door: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("dedere.gate.views.spooled", full)
    with states[1].here():
        assert posted(door, "letters", b"x").json()["type"] == "urn:dedere:gate:no-room"


def test_a_desk_without_keys_takes_nothing_and_says_so(
    states: tuple[Installation, Installation], door: Client
) -> None:
    with states[1].here(), override_settings(DEDERE_KEYS=states[1].folder / "none"):
        assert posted(door, "letters", b"x").json()["type"].endswith("no-keys")


def test_a_fault_of_ours_says_nothing_of_itself(
    states: tuple[Installation, Installation], door: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    def breaks(*_: object, **__: object) -> None:
        raise RuntimeError(f"secret of {states}")

    monkeypatch.setattr("dedere.gate.views.take", breaks)
    with states[1].here():
        answer = posted(door, "letters", b"x")
    assert (answer.status_code, answer.json()["type"]) == (500, "urn:dedere:gate:fault")
    assert b"secret" not in answer.content


def test_the_door_says_that_it_is_well_and_nothing_more(
    states: tuple[Installation, Installation], door: Client
) -> None:
    with states[1].here():
        assert door.get("/gate/health").json() == {"status": "well"}
