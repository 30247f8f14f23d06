"""Two lists compared apart: what comes out, what a message betrays, and what is refused."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from hashlib import sha256, sha512

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dedere.persons.apart.exchange import (
    Hand,
    Own,
    answer,
    blinded,
    found_by_answerer,
    found_by_offerer,
    give_back,
    offer,
)
from dedere.persons.apart.group import ELEMENT, TOKEN, element
from dedere.persons.apart.message import UnreadableMessage, read_message
from dedere.persons.apart.terms import Terms
from dedere.words import State

TERMS = Terms(
    session="00112233445566778899aabbccddeeff",
    offers=State("US"),
    answers=State("MX"),
    kinds=("curp", "three-names-day"),
    offered=6,
    answered=8,
    until=date(2027, 1, 31),
)
WANTED = {"two-names-date|ARCE+BRITO|1980-03-05", "curp|INVENTED-1", "curp|INVENTED-2"}
HELD = {"two-names-date|ARCE+BRITO|1980-03-05", "curp|INVENTED-2", "curp|INVENTED-3", "curp|INVENTED-4"}
ONES = b"\x01" * ELEMENT
IDENTITY = b"\x01" + bytes(31)
SMALL_ORDER = bytes(32)  # y = 0: of order four


def seed(name: str) -> bytes:
    return sha512(name.encode()).digest()


def side(name: str, keys: set[str], size: int, terms: Terms = TERMS) -> tuple[Hand, Own]:
    hand = Hand(terms=terms, secret=seed(name))
    return hand, blinded(hand, keys, size)


class Session:
    """One exchange from end to end, its three messages kept."""

    def __init__(self, wanted: set[str] = WANTED, held: set[str] = HELD, terms: Terms = TERMS) -> None:
        self.asking, self.wanted = side("asks", wanted, terms.offered, terms)
        self.asked, self.held = side("answers", held, terms.answered, terms)
        self.offered = offer(self.asking, self.wanted).as_bytes()
        self.answered = answer(self.asked, self.held, self.offered, "offer").as_bytes()
        giving = give_back(self.asking, self.offered, self.answered, "answer")
        self.returned = giving.as_bytes()
        self.to_offerer = found_by_offerer(self.wanted, self.answered, giving)
        self.to_answerer = found_by_answerer(terms, self.held, self.answered, self.returned, "return")


SESSION = Session()
KEYS = st.sets(st.text(st.characters(codec="utf-8"), min_size=1, max_size=12), max_size=6)


def test_each_side_finds_the_keys_that_both_have_and_calls_them_alike() -> None:
    assert SESSION.to_offerer.keys() == WANTED & HELD
    assert SESSION.to_offerer == SESSION.to_answerer


@settings(max_examples=25)
@given(wanted=KEYS, held=KEYS)
def test_what_is_found_is_the_plain_intersection(wanted: set[str], held: set[str]) -> None:
    session = Session(wanted, held)
    assert session.to_offerer == session.to_answerer
    assert session.to_offerer.keys() == wanted & held


def test_the_length_of_a_message_follows_from_the_terms_alone() -> None:
    nothing = Session(set(), set())
    for name in ("offered", "answered", "returned"):
        assert len(getattr(nothing, name)) == len(getattr(SESSION, name))
    body = len(SESSION.answered) - SESSION.answered.index(b"\n") - 1
    assert body == TERMS.offered * TOKEN + TERMS.answered * ELEMENT + 32


def test_no_message_holds_a_key_its_hash_or_its_element() -> None:
    sent = SESSION.offered + SESSION.answered + SESSION.returned
    for key in WANTED | HELD:
        text = TERMS.domain + key.encode()
        betrayals = [key.encode(), sha256(key.encode()).digest(), sha256(text).digest(), element(text)]
        assert [each for each in betrayals if each in sent] == []


def test_a_dictionary_of_every_key_names_nothing_without_the_secret() -> None:
    guesses, _ = side("another secret", WANTED | HELD, 8)
    tried = blinded(guesses, WANTED | HELD, 8).elements
    assert set(tried).isdisjoint(read_message(SESSION.offered, "").elements)
    assert set(tried).isdisjoint(read_message(SESSION.answered, "").elements)


@pytest.mark.parametrize("change", ["secret", "session"])
def test_the_same_list_in_two_sessions_has_nothing_in_common(change: str) -> None:
    terms = replace(TERMS, session="f" * 32) if change == "session" else TERMS
    _, again = side("asks" if change == "session" else "asks again", WANTED, TERMS.offered, terms)
    assert set(again.elements).isdisjoint(SESSION.wanted.elements)


def test_elements_stand_in_rising_order_whatever_the_order_of_the_list() -> None:
    assert list(SESSION.wanted.elements) == sorted(SESSION.wanted.elements)
    for listed in (sorted(WANTED), sorted(WANTED, reverse=True)):
        assert blinded(SESSION.asking, listed, TERMS.offered) == SESSION.wanted


def test_threads_and_chunks_change_nothing() -> None:
    keys = {f"curp|{number}" for number in range(2500)}
    done: list[int] = []
    hand = Hand(terms=TERMS, secret=seed("asks"), workers=3, progress=done.append)
    assert blinded(hand, keys, 2500) == blinded(replace(hand, workers=1), keys, 2500)
    assert sum(done) == 2 * 2500


def test_a_changed_byte_anywhere_is_refused() -> None:
    for place in range(0, len(SESSION.answered), 7):
        changed = bytearray(SESSION.answered)
        changed[place] ^= 1
        with pytest.raises(UnreadableMessage, match=r"answer\.apart: .*damaged or was changed.*sent again"):
            give_back(SESSION.asking, SESSION.offered, bytes(changed), "answer.apart")


def test_a_message_cut_short_is_refused() -> None:
    with pytest.raises(UnreadableMessage, match="damaged"):
        read_message(SESSION.offered[:-1], "offer")
    with pytest.raises(UnreadableMessage, match="damaged"):
        read_message(b"", "offer")


def test_an_offer_changed_on_its_way_shows_in_the_answer() -> None:
    elements = sorted([*read_message(SESSION.offered, "").elements[1:], element(b"put in by somebody")])
    changed = replace(read_message(SESSION.offered, ""), elements=elements).as_bytes()
    answered = answer(SESSION.asked, SESSION.held, changed, "offer").as_bytes()
    with pytest.raises(UnreadableMessage, match="answers another message"):
        give_back(SESSION.asking, SESSION.offered, answered, "answer")


def test_a_message_of_an_earlier_session_is_refused() -> None:
    later = Session(terms=replace(TERMS, session="f" * 32))
    with pytest.raises(UnreadableMessage, match="another session"):
        answer(later.asked, later.held, SESSION.offered, "offer")
    with pytest.raises(UnreadableMessage, match="another session"):
        give_back(later.asking, later.offered, SESSION.answered, "answer")


def test_a_message_out_of_turn_is_refused() -> None:
    with pytest.raises(UnreadableMessage, match="a message to offer, out of turn; name the one to answer"):
        give_back(SESSION.asking, SESSION.offered, SESSION.offered, "answer")


@pytest.mark.parametrize("stranger", [ONES, IDENTITY, SMALL_ORDER, b"\xff" * ELEMENT])
def test_what_is_no_element_of_the_group_is_refused_by_its_place(stranger: bytes) -> None:
    elements = sorted([*read_message(SESSION.offered, "").elements[1:], stranger])
    sent = replace(read_message(SESSION.offered, ""), elements=elements).as_bytes()
    with pytest.raises(UnreadableMessage, match=f"element {elements.index(stranger)} is not of the group"):
        answer(SESSION.asked, SESSION.held, sent, "offer")


def test_a_list_that_asks_more_than_was_agreed_is_refused() -> None:
    _, more = side("asks", WANTED, TERMS.offered + 1)
    with pytest.raises(UnreadableMessage, match="not what the terms agree"):
        answer(SESSION.asked, SESSION.held, offer(SESSION.asking, more).as_bytes(), "offer")


def test_elements_in_an_order_that_could_tell_something_are_refused() -> None:
    message = read_message(SESSION.offered, "")
    for elements in (message.elements[::-1], [*message.elements[1:], message.elements[-1]]):
        with pytest.raises(UnreadableMessage, match="rising order"):
            answer(SESSION.asked, SESSION.held, replace(message, elements=elements).as_bytes(), "offer")


def whole(body: bytes) -> bytes:
    return body + sha256(body).digest()


HEAD = SESSION.offered.partition(b"\n")[0]


@pytest.mark.parametrize(
    "head",
    [
        b"{}",
        b"[]",
        b"\xff",
        b"[" * 100_000,
        HEAD.replace(b":6,", b":6.0,"),
        HEAD.replace(b":6,", b":Infinity,"),
        HEAD.replace(b":6,", b":-6,"),
        HEAD.replace(b":6,", b":7,"),
        HEAD.replace(b'"offer"', b'"offers"'),
        HEAD.replace(b"apart-1", b"apart-2"),
        HEAD.replace(b"{", b'{"more":1,'),
    ],
)
def test_what_is_whole_but_no_message_is_refused(head: bytes) -> None:
    rest = SESSION.offered.partition(b"\n")[2][:-32]
    with pytest.raises(UnreadableMessage, match="no message of dedere-apart-1"):
        read_message(whole(head + b"\n" + rest), "offer")


@given(st.binary(max_size=400))
def test_any_bytes_are_a_message_or_refused(body: bytes) -> None:
    for sent in (body, whole(body), whole(HEAD + b"\n" + body)):
        with pytest.raises(UnreadableMessage):
            read_message(sent, "offer")
