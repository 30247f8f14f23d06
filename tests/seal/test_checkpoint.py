"""Checkpoints are C2SP's: read in one form, believed with their journal's key, cosigned with an instant."""

from __future__ import annotations

from base64 import b64decode
from datetime import UTC, datetime, timedelta

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from hypothesis import given
from hypothesis import strategies as st

from dedere.seal import checkpoint, note
from dedere.seal.checkpoint import Checkpoint
from dedere.seal.note import Signer
from dedere.seal.unsealed import Fault, NotOpened

# The example of c2sp.org/tlog-cosignature, whole.
BY_ITS_JOURNAL = (
    "Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8="
)
BY_ITS_WITNESS = (
    "jWbPPwAAAABkGFDLEZMHwSRaJNiIDoe9DYn/zXcrtPHeolMI5OWXEhZCB9dlrDJsX3b2oyin1nPZqhf5nNo0xUe+mbIUBkBIfZ+qnA=="
)
EXAMPLE = f"""example.com/behind-the-sofa
20852163
CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=

— example.com/behind-the-sofa {BY_ITS_JOURNAL}
— witness.example.com/w1 {BY_ITS_WITNESS}
"""
OURS, THEIRS = (
    Signer("ruritania.example/journal", bytes(32)),
    Signer("elbonia.example/journal", bytes([1] * 32)),
)
HEAD = Checkpoint(origin=OURS.name, size=7, root=bytes(range(32)))
SIGNED = checkpoint.sign(HEAD, OURS)
NOON = datetime(2025, 1, 15, 12, tzinfo=UTC)


def test_the_published_example_is_read() -> None:
    read = checkpoint.told(EXAMPLE)
    assert (read.origin, read.size, read.root.hex()[:8]) == (
        "example.com/behind-the-sofa",
        20852163,
        "0ac5186a",
    )
    (_, _, signature), (_, _, cosignature) = note.signatures(EXAMPLE)
    assert (len(signature), len(cosignature)) == (64, 72)
    assert int.from_bytes(cosignature[:8]) == 1679315147


def test_a_signed_checkpoint_is_believed_with_its_journals_key_only() -> None:
    assert checkpoint.read(SIGNED, [THEIRS.verifier(), OURS.verifier()]) == HEAD
    with pytest.raises(NotOpened) as caught:
        checkpoint.read(SIGNED, [THEIRS.verifier()])
    assert caught.value.fault is Fault.UNKNOWN_SENDER


def test_another_journals_key_does_not_sign_for_this_one() -> None:
    forged = note.sign(HEAD.text(), THEIRS)
    with pytest.raises(NotOpened, match="no key that we hold of that journal"):
        checkpoint.read(forged, [THEIRS.verifier(), OURS.verifier()])
    with pytest.raises(ValueError, match="does not sign for"):
        checkpoint.sign(HEAD, THEIRS)


def test_a_cosignature_is_the_message_of_the_specification() -> None:
    line = checkpoint.cosign(SIGNED, THEIRS, at=NOON)
    raw = b64decode(line.split(" ")[2])
    message = f"cosignature/v1\ntime {int(NOON.timestamp())}\n{HEAD.text()}".encode()
    Ed25519PublicKey.from_public_bytes(THEIRS.verifier().raw).verify(raw[12:], message)
    assert raw[:4] == note.key_id(THEIRS.name, b"\x04", THEIRS.verifier().raw) != THEIRS.verifier().id


def test_the_last_of_a_witness_s_cosignatures_counts() -> None:
    both = SIGNED + "".join(
        checkpoint.cosign(SIGNED, THEIRS, at=NOON + timedelta(hours=hours)) for hours in (2, 1)
    )
    assert checkpoint.cosigned_at(both, [THEIRS.verifier()]) == NOON + timedelta(hours=2)
    assert checkpoint.read(both, [OURS.verifier()]) == HEAD
    assert checkpoint.cosigned_at(both, [OURS.verifier()]) is None
    assert checkpoint.cosigned_at(SIGNED, [THEIRS.verifier()]) is None


@given(st.integers(0, 575))
def test_a_cosignature_with_a_bit_flipped_is_none(bit: int) -> None:
    raw = bytearray(b64decode(checkpoint.cosign(SIGNED, THEIRS, at=NOON).split(" ")[2]))
    raw[4 + bit // 8] ^= 1 << bit % 8
    flipped = SIGNED + note.line(THEIRS.name, bytes(raw[:4]), bytes(raw[4:]))
    assert checkpoint.cosigned_at(flipped, [THEIRS.verifier()]) is None
    cut = SIGNED + note.line(THEIRS.name, bytes(raw[:4]), bytes(raw[4:70]))
    assert checkpoint.cosigned_at(cut, [THEIRS.verifier()]) is None


@pytest.mark.parametrize(
    "text",
    [
        "ruritania.example/journal\n07\nAAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=\n",
        "ruritania.example/journal\n-7\nAAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=\n",
        "ruritania.example/journal\n7\nAAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHg==\n",
        "ruritania.example/journal\n7\nAAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh9=\n",
        "ruritania.example/journal\n7\nAAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=\nmore\n",
        "ruritania.example/journal\n7\n",
        "\n7\nAAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=\n",
    ],
)
def test_what_has_not_the_one_form_is_no_checkpoint(text: str) -> None:
    with pytest.raises(NotOpened) as caught:
        checkpoint.told(note.sign(text, OURS))
    assert caught.value.fault is Fault.ALTERED
