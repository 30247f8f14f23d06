"""Signed notes are those of C2SP: its own example opens, and only what a known key signed is believed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dedere.seal import note
from dedere.seal.note import Signer, Verifier
from dedere.seal.unsealed import NotOpened

from post import ELBONIA, RURITANIA, STATES

# The example that the Go package golang.org/x/mod/sumdb/note documents.
VERIFIER = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"
NOTE = (
    "If you think cryptography is the answer to your problem,\n"
    "then you don't know what your problem is.\n\n"
    "— PeterNeumann "
    "x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n"
)
MINE, THEIRS = STATES[RURITANIA].signer, STATES[ELBONIA].signer


def test_the_published_example_opens_and_its_key_reads_back() -> None:
    verifier = Verifier.read(VERIFIER)
    assert str(verifier) == VERIFIER
    assert note.signed_by(NOTE, [verifier])
    assert note.text_of(NOTE).startswith("If you think")


@given(st.text(st.characters(blacklist_categories=["Cs", "Cc"]), max_size=50))
def test_what_is_signed_is_believed_with_its_key_and_with_no_other(text: str) -> None:
    signed = note.sign(text + "\n", MINE)
    assert note.text_of(signed) == text + "\n"
    assert note.signed_by(signed, [THEIRS.verifier(), MINE.verifier()])
    assert not note.signed_by(signed, [THEIRS.verifier()])
    assert not note.signed_by(signed, [])


def test_a_name_is_not_enough() -> None:
    impostor = Signer(RURITANIA, b"\x01" * 32)
    assert not note.signed_by(note.sign("x\n", impostor), [MINE.verifier()])


def test_a_wrong_signature_by_a_known_key_spoils_the_note() -> None:
    signed = note.sign("x\n", MINE)
    wrong = note.line(THEIRS.name, THEIRS.verifier().id, bytes(64))
    assert note.signed_by(signed + wrong, [MINE.verifier()])
    assert not note.signed_by(signed + wrong, [MINE.verifier(), THEIRS.verifier()])


@pytest.mark.parametrize(
    "text", ["", "x", "x\n", "x\n\n", "x\n\n— name\n", "x\n\n- name abcd\n", "a\r\n\n— n YWJjZGVm\n"]
)
def test_what_is_no_note_is_refused(text: str) -> None:
    with pytest.raises(NotOpened):
        list(note.signatures(text))


@pytest.mark.parametrize(
    "text", ["name", "a+b+c", "a b+00000000+AQ==", VERIFIER + "=", VERIFIER.replace("c74f", "c74e")]
)
def test_a_key_s_text_has_one_form(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        Verifier.read(text)
