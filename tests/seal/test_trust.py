"""Keys are believed for their term, handed on by a key that holds, ended early and never brought back."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dedere.seal import trust
from dedere.seal.note import Signer
from dedere.seal.trust import Card, Term
from dedere.seal.unsealed import Fault, NotOpened
from dedere.words import State

from post import AT, ELBONIA, RURITANIA, STATES

DAY = timedelta(days=1)
YEAR = Term(since=AT - DAY, until=AT + 365 * DAY)
OLD, NEW = STATES[RURITANIA].signer, Signer(RURITANIA, b"\x09" * 32)
FIRST = Card(
    origin=RURITANIA,
    state=State("RU"),
    issue=1,
    written_at=AT,
    signing=((OLD.verifier(), YEAR),),
    sealing=((STATES[RURITANIA].opening.sealing(), YEAR),),
)
SECOND = replace(FIRST, issue=2, signing=(*FIRST.signing, (NEW.verifier(), YEAR)))


def fault(card: Card, signer: Signer, known: Card = FIRST) -> Fault:
    with pytest.raises(NotOpened) as refusal:
        trust.next_card(trust.sign(card, signer), known, at=AT)
    return refusal.value.fault


def test_a_card_reads_back_as_it_was_signed() -> None:
    assert trust.first(trust.sign(FIRST, OLD)) == FIRST


def test_a_first_card_that_another_signed_is_refused() -> None:
    with pytest.raises(NotOpened):
        trust.first(trust.sign(FIRST, NEW))


def test_the_fingerprint_is_sixty_digits_and_changes_with_every_key() -> None:
    groups = FIRST.fingerprint().split(" ")
    assert [len(group) for group in groups] == [5] * 12
    assert FIRST.fingerprint() != SECOND.fingerprint()


def test_a_key_that_holds_hands_on_to_the_next() -> None:
    second = trust.next_card(trust.sign(SECOND, OLD), FIRST, at=AT)
    third = replace(second, issue=3, signing=(_revoked(second, 0), second.signing[1]))
    held = trust.next_card(trust.sign(third, NEW), second, at=AT)
    assert held.verifiers(AT) == (NEW.verifier(),)


def test_a_key_that_was_ended_hands_on_nothing() -> None:
    ended = replace(SECOND, signing=(_revoked(SECOND, 0), SECOND.signing[1]))
    assert fault(replace(ended, issue=3), OLD, known=ended) is Fault.UNKNOWN_SENDER


def test_an_older_card_or_the_same_again_is_refused() -> None:
    assert fault(FIRST, OLD) is Fault.SUPERSEDED


def test_a_key_that_was_ended_is_not_brought_back() -> None:
    ended = replace(SECOND, signing=(_revoked(SECOND, 0), SECOND.signing[1]))
    assert fault(replace(SECOND, issue=3), NEW, known=ended) is Fault.SUPERSEDED


def test_a_key_once_given_out_may_not_be_left_out() -> None:
    assert fault(replace(SECOND, signing=SECOND.signing[1:]), OLD) is Fault.SUPERSEDED


def test_a_card_of_another_state_is_not_the_next_of_this_one() -> None:
    stranger = STATES[ELBONIA]
    other = replace(SECOND, origin=ELBONIA, signing=((stranger.signer.verifier(), YEAR),))
    assert fault(other, stranger.signer) is Fault.UNKNOWN_SENDER


def test_the_youngest_key_that_holds_seals() -> None:
    young = STATES[ELBONIA].opening.sealing()
    card = replace(FIRST, sealing=(*FIRST.sealing, (young, replace(YEAR, since=AT))))
    assert card.sealing_key(AT - timedelta(seconds=1)) == FIRST.sealing[0][0]
    assert card.sealing_key(AT) == young
    assert card.sealing_key(AT + 400 * DAY) is None


@given(st.integers(0, 400), st.one_of(st.none(), st.integers(0, 400)))
def test_a_term_holds_from_its_first_instant_to_the_first_of_its_ends(day: int, revoked: int | None) -> None:
    term = replace(YEAR, revoked_at=None if revoked is None else AT + revoked * DAY)
    assert term.holds(AT + day * DAY) is (day < 365 and (revoked is None or day < revoked))


def _revoked(card: Card, place: int) -> tuple[object, Term]:
    key, term = card.signing[place]
    return key, replace(term, revoked_at=AT)
