"""Whose keys are trusted: heard by voice, signed by two, renewed by a key that holds, ended by one."""

from __future__ import annotations

import io
from datetime import timedelta
from hashlib import sha256
from pathlib import Path

import pytest
from django.test import override_settings

from dedere.clerk.exchange import making, sending, taking, trusting
from dedere.clerk.exchange.keys import UnreadableKeys, find_keys, keys
from dedere.registry import journal
from dedere.registry.exchange import outbox
from dedere.registry.exchange.counterparts import correspondent
from dedere.registry.models import CounterpartRow, LetterRow
from dedere.words import Refused
from gate.story import Straight, received
from twostates import Installation, introduce

import cast

Both = tuple[Installation, Installation]
ANA = {"by": cast.ANA, "at": cast.NOON}


def code(filed: object) -> str:
    assert isinstance(filed, Refused), filed
    return filed.code


def of(other: Installation) -> tuple[str, str]:
    with other.here():
        return keys().note, keys().card.fingerprint()


def test_a_card_is_trusted_only_with_the_digits_heard_and_a_second_officer(states: Both) -> None:
    mexico, america = states
    card, spoken = of(america)
    with mexico.here():
        assert trusting.end("US", "ensayo", **ANA)
        assert correspondent("US") is None
        misheard = spoken[:-1] + str((int(spoken[-1]) + 1) % 10)
        assert code(trusting.propose(card, misheard, **ANA)) == "fingerprint-differs"
        filed = trusting.propose(card, spoken.replace(" ", "-"), **ANA)
        line = filed.file.awaiting.line
        assert correspondent("US") is None
        assert code(trusting.sign("US", line, **ANA)) == "same-officer"
        assert code(trusting.propose(card, spoken, **ANA)) == "counterpart-awaits-signature"
        assert trusting.decline("US", line, "oído mal", by=cast.BRUNO, at=cast.NOON)
        assert code(trusting.sign("US", line, by=cast.BRUNO, at=cast.NOON)) == "no-such-proposal"
        line = trusting.propose(card, spoken, **ANA).file.awaiting.line
        assert trusting.sign("US", line, by=cast.BRUNO, at=cast.NOON)
        assert correspondent("US").card.origin == "us.dedere.example"
        assert code(trusting.propose(card, spoken, **ANA)) == "counterpart-trusted-already"
        assert journal.verify()


def test_what_is_no_card_or_ones_own_is_not_trusted(states: Both) -> None:
    mexico, america = states
    card, spoken = of(america)
    own, own_spoken = of(mexico)
    with mexico.here():
        assert code(trusting.propose(card.replace("US", "GB"), spoken, **ANA)) == "card-not-believed"
        assert code(trusting.propose("", spoken, **ANA)) == "card-not-believed"
        assert code(trusting.propose(own, own_spoken, **ANA)) == "own-card"
        assert code(trusting.place("US", "https://a", "no PEM", **ANA)) == "no-certificate"
        assert code(trusting.renew("GB", card, **ANA)) == "counterpart-not-trusted"


def test_keys_rotate_without_a_telephone_and_letters_pass_before_and_after(states: Both) -> None:
    mexico, america = states
    with america.here():
        old = keys()
        making.rotate(by=cast.ELENA, at=cast.later(days=1))
        assert [term.since for _, term in keys().card.signing] == [cast.NOON, cast.later(days=1)]
    with mexico.here():
        received()  # sealed for the old key, which still opens
        sending.send_due(Straight(america), at=cast.later(days=1, hours=1))
        assert outbox.rung(LetterRow.objects.get().id).value == "accepted"
        assert trusting.renew("US", of(america)[0], by=cast.ANA, at=cast.later(days=1))
        assert correspondent("US").card.issue == 2
        assert code(trusting.renew("US", old.note, by=cast.ANA, at=cast.later(days=1))) == "card-not-believed"


def test_a_revoked_key_signs_and_opens_nothing_more_and_the_last_one_cannot_be_revoked(states: Both) -> None:
    mexico, america = states
    with mexico.here():
        raw = _letter()
    with america.here():
        named = [making.name_of(key) for key, _ in (*keys().card.signing, *keys().card.sealing)]
        assert code(making.revoke(named, by=cast.ELENA, at=cast.NOON)) == "last-key"
        assert code(making.revoke(["none"], by=cast.ELENA, at=cast.NOON)) == "no-such-key"
        making.rotate(by=cast.ELENA, at=cast.NOON)
        assert making.revoke(named, by=cast.ELENA, at=cast.later(hours=1))
        answer = taking.take(io.BytesIO(raw), sha256(raw).hexdigest(), at=cast.later(hours=3))
        assert answer.fault == "unknown-key"


def test_a_state_that_is_trusted_no_longer_is_refused_and_not_written_to(states: Both) -> None:
    mexico, america = states
    with mexico.here():
        raw = _letter()
        trusting.end("US", "clave perdida", by=cast.ANA, at=cast.later(hours=2))
        received()
        assert LetterRow.objects.count() == 1
        assert sending.send_due(Straight(america), at=cast.later(hours=3)).tried == 0
    with america.here():
        trusting.end("MX", "key lost", by=cast.ANA, at=cast.later(hours=2))
        answer = taking.take(io.BytesIO(raw), sha256(raw).hexdigest(), at=cast.later(hours=3))
        assert answer.fault == "unknown-sender"
    introduce(mexico, america, at=cast.later(hours=4))
    with america.here():
        assert CounterpartRow.objects.get(state="MX").ended_at is None


def test_keys_are_kept_for_their_owner_alone_and_made_once(states: Both) -> None:
    mexico, _ = states
    with mexico.here():
        kept = {path.name: path.stat().st_mode & 0o777 for path in (mexico.folder / "keys").iterdir()}
        assert kept == {"card.note": 0o644, "secrets.json": 0o600, "gate.pem": 0o644, "gate-key.pem": 0o600}
        assert code(making.make("mx.dedere.example", by=cast.ELENA, at=cast.NOON)) == "keys-made-already"
        assert journal.read("X-MX")[0].entry.reason == "made"


def test_keys_that_cannot_be_read_or_have_ended_say_so(states: Both, tmp_path: Path) -> None:
    mexico, _ = states
    with mexico.here():
        with pytest.raises(UnreadableKeys, match="rotate"):
            keys().signer(cast.NOON + timedelta(days=9999))
        (mexico.folder / "keys" / "secrets.json").write_text("{")
        with pytest.raises(UnreadableKeys, match="restore"):
            keys()
        with override_settings(DEDERE_KEYS=tmp_path / "none"):
            assert find_keys() is None
            with pytest.raises(UnreadableKeys, match="dedere keys make"):
                keys()


def _letter() -> bytes:
    received()
    return b"".join(outbox.envelope(LetterRow.objects.get().id))
