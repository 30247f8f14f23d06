"""What one State records is told on the other's case, once, in order, with receipts that prove it."""

from __future__ import annotations

import io
from hashlib import sha256

from clerk.story import act, note, opening, track
from dedere import clerk
from dedere.clerk.exchange import said, sending, taking
from dedere.docket.entries import OtherStateSaid, RequestTransmitted, SupplementRequested
from dedere.registry import journal
from dedere.registry.exchange import inbox, outbox
from dedere.registry.exchange.drawn import DRAWN
from dedere.registry.models import CounterpartRow, DispatchRow, InboxRow, LetterRow, ReceiptRow
from dedere.registry.rebuild import rebuild
from gate.story import Straight, received
from twostates import Installation

import cast


def test_a_telling_act_writes_a_letter_in_the_same_transaction(
    states: tuple[Installation, Installation],
) -> None:
    mexico, _ = states
    with mexico.here():
        filed = received()
        letter = LetterRow.objects.get()
        assert (letter.case, letter.sequence, letter.first, letter.last) == (filed.case.number, 1, 1, 4)
        assert DispatchRow.objects.get().standing == "due"
        clerk.file(filed.case.number, note(), by=cast.ANA, at=cast.later(hours=2))
        assert LetterRow.objects.count() == 1


def test_a_letter_of_an_unknown_case_waits_and_is_told_when_an_officer_says_which(
    states: tuple[Installation, Installation],
) -> None:
    mexico, america = states
    with mexico.here():
        number = received().case.number
        sent = sending.send_due(Straight(america), at=cast.later(hours=3))
        assert (sent.tried, sent.answered) == (1, 1)
        assert outbox.rung(LetterRow.objects.get().id).value == "accepted"
    with america.here():
        assert inbox.waiting().get().their_case == number
        ours = clerk.open_case(opening(), track(), by=cast.ANA, at=cast.NOON).case
        told = said.link("MX", number, ours.number, by=cast.ANA, at=cast.later(hours=4))
        assert told == said.Linked(number=ours.number, letters=1)
        assert isinstance(clerk.case(ours.number).lines[-1].entry, OtherStateSaid)
        assert not inbox.waiting().exists()
        sent = sending.send_due(Straight(mexico), at=cast.later(hours=4))
        assert sent.answered == 1
        assert journal.verify()
        assert rebuild().differing == 0
    with mexico.here():
        assert outbox.rung(LetterRow.objects.get().id).value == "delivered"
        assert outbox.length(LetterRow.objects.get().id) == 0
        assert journal.verify()
        assert rebuild().differing == 0
        assert ReceiptRow.objects.count() == 4


def test_letters_that_waited_are_told_when_a_later_one_names_the_case(
    states: tuple[Installation, Installation],
) -> None:
    mexico, america = states
    with mexico.here():
        number = received().case.number
        sending.send_due(Straight(america), at=cast.later(hours=3))
    with america.here():
        ours = clerk.open_case(opening(other_number=number), track(), by=cast.ANA, at=cast.NOON).case.number
        sent = act("transmit-request", RequestTransmitted(), track="t1")
        clerk.file(ours, sent, by=cast.ANA, at=cast.later(hours=1))
        assert sending.send_due(Straight(mexico), at=cast.later(hours=3)).answered == 1
    with mexico.here():
        more = act("request-supplement", SupplementRequested(missing=("acta",)), track="t1")
        clerk.file(number, more, by=cast.ANA, at=cast.later(hours=2))
        assert sending.send_due(Straight(america), at=cast.later(hours=4)).answered == 1
    with america.here():
        told = [line.entry for line in journal.read(ours) if isinstance(line.entry, OtherStateSaid)]
        assert [entry.letter for entry in told] == [row.key[3:] for row in inbox.of_case("MX", number)]
        assert len(told) == 2
        assert sending.send_due(Straight(mexico), at=cast.later(hours=4)).answered == 1
        assert rebuild().differing == 0
    with mexico.here():
        assert {outbox.rung(row.id).value for row in LetterRow.objects.all()} == {"delivered"}


def test_the_same_envelope_again_gets_the_same_receipt_and_is_told_once(
    states: tuple[Installation, Installation],
) -> None:
    mexico, america = states
    with mexico.here():
        received()
        raw = b"".join(outbox.envelope(LetterRow.objects.get().id))
    with america.here():
        answers = [
            taking.take(io.BytesIO(raw), sha256(raw).hexdigest(), at=cast.later(hours=2 + n))
            for n in range(3)
        ]
        assert {each.receipt for each in answers} == {answers[0].receipt}
        assert [each.again for each in answers] == [False, True, True]
        assert InboxRow.objects.count() == 1


def test_an_altered_envelope_is_refused_signed_and_on_record(
    states: tuple[Installation, Installation],
) -> None:
    mexico, america = states
    with mexico.here():
        received()
        raw = bytearray(b"".join(outbox.envelope(LetterRow.objects.get().id)))
    raw[-1] ^= 1
    with america.here():
        answer = taking.take(io.BytesIO(bytes(raw)), sha256(raw).hexdigest(), at=cast.later(hours=2))
        assert answer.fault == "altered"
        assert not InboxRow.objects.exists()
        assert journal.read("X-US")[-1].entry.fault == "altered"


def test_what_is_drawn_of_the_exchange_is_drawn_anew_bit_for_bit(
    states: tuple[Installation, Installation],
) -> None:
    mexico, america = states
    with mexico.here():
        number = received().case.number
        sending.send_due(Straight(america), at=cast.later(hours=3))
    with america.here():
        ours = clerk.open_case(opening(), track(), by=cast.ANA, at=cast.NOON).case
        said.link("MX", number, ours.number, by=cast.ANA, at=cast.later(hours=4))
    for each in states:
        with each.here():
            before = _rows()
            for model in (*DRAWN, CounterpartRow):
                model.objects.all().delete()
            rebuilt = rebuild()
            assert rebuilt.differing > 0
            assert _rows() == before
            assert rebuild().differing == 0


def test_a_letter_that_nothing_is_set_to_send_is_queued_again(
    states: tuple[Installation, Installation],
) -> None:
    mexico, _ = states
    with mexico.here():
        received()
        DispatchRow.objects.all().delete()
        assert rebuild(write=False).differing == 1
        rebuild()
        assert DispatchRow.objects.get().standing == "due"


def _rows() -> dict[str, list[dict[str, object]]]:
    return {model.__name__: list(model.objects.order_by("pk").values()) for model in (*DRAWN, CounterpartRow)}
