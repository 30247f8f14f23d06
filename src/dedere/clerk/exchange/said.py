"""What the other State says, told on the case that it is about; and letters whose case is not known yet."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from dedere.clerk.exchange.keys import Keys, keys
from dedere.clerk.files import find_case
from dedere.docket.case import Case
from dedere.docket.entries import CaseLinked, Line, OtherStateSaid, ReceiptGiven
from dedere.docket.exchange import message
from dedere.docket.exchange.message import Message
from dedere.registry import journal, worklists
from dedere.registry.exchange import dispatch, file, inbox
from dedere.registry.exchange.drawn import receipt_key
from dedere.registry.models import CaseRow, InboxRow
from dedere.seal import receipt
from dedere.seal.receipt import Event, Receipt
from dedere.words import Refused


def say_on(number: str, key: str, said: Message, *, at: datetime, by: str = "gate") -> Case:
    """Tell on a case of ours what a letter says; within the transaction that takes or links the letter."""
    case = find_case(number)
    assert case is not None  # noqa: S101  (told to mypy: only a case that stands is linked)
    state, _, letter = key.partition("/")
    entry = OtherStateSaid(state=state, letter=letter, their_case=said.case, message=said.text())
    line = Line(number=case.version + 1, entry=entry, occurred_at=at, recorded_at=at, by=by)
    journal.append(number, [line], expected=case.version)
    after = case.after(line)
    worklists.refresh(after)
    return after


@transaction.atomic
def link(state: str, their_case: str, number: str, *, by: str, at: datetime) -> Case | Refused:
    """Say that a case of theirs is this case of ours: every letter of it that waits is told on it."""
    journal.hold()
    ours, case = keys(), find_case(number)
    if case is None:
        return Refused(code="no-such-case", facts={"case": number})
    if refused := _unfit(ours, state, their_case, number):
        return refused
    waiting = inbox.of_case(state, their_case)
    if not waiting:
        return Refused(code="no-letter-waits", facts={"case": their_case})
    file.write(state, CaseLinked(their_case=their_case, case=number), by=by, at=at)
    for row in waiting:
        case = say_on(number, row.key, message.read(inbox.message(row.key)), at=at, by=by)
        _give(ours, row, Event.DELIVERED, by=by, at=at)
    return case


@transaction.atomic
def opened(key: str, *, by: str, at: datetime) -> None:
    """Note that an officer opened a letter: the first time, its sender is told so."""
    journal.hold()
    row = InboxRow.objects.get(key=key)
    given = inbox.given(key)
    if given is not None and given.event == Event.DELIVERED.value:
        _give(keys(), row, Event.RETRIEVED, by=by, at=at)


def _unfit(ours: Keys, state: str, their_case: str, number: str) -> Refused | None:
    pair = {state, str(ours.state)}
    row = CaseRow.objects.get(number=number)
    if {row.requesting, row.requested} != pair:
        return Refused(code="case-of-other-states", facts={"case": number, "state": state})
    if inbox.link(state, their_case):
        return Refused(code="case-linked-already", facts={"case": their_case})
    if known := inbox.their_number(state, number):
        return Refused(code="case-linked-already", facts={"case": known})
    return None


def _give(ours: Keys, row: InboxRow, event: Event, *, by: str, at: datetime) -> None:
    """Sign what became of a letter later, and queue the receipt for its sender."""
    told = Receipt(event=event, envelope=row.envelope, letter=row.digest, by=ours.origin, at=at)
    signed = receipt.sign(told, ours.signer(at))
    file.write(row.state, ReceiptGiven(letter=row.key, event=event.value, receipt=signed), by=by, at=at)
    dispatch.add_receipt(receipt_key(signed), state=row.state, at=at)
