"""What the other State says, told on the file that it is about; and letters whose file is not known yet."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from dedere.clerk.exchange.keys import Keys, keys
from dedere.docket.accords import fold_accord
from dedere.docket.case import fold
from dedere.docket.entries import CaseLinked, Line, OtherStateSaid, ReceiptGiven
from dedere.docket.exchange import message
from dedere.docket.exchange.message import Message
from dedere.docket.handover import fold_handover
from dedere.docket.sort import Sort, sort_of
from dedere.registry import accords, journal, worklists
from dedere.registry.commit import together
from dedere.registry.exchange import dispatch, file, inbox
from dedere.registry.exchange.drawn import receipt_key
from dedere.registry.models import InboxRow
from dedere.seal import receipt
from dedere.seal.receipt import Event, Receipt
from dedere.words import Refused


@dataclass(frozen=True, slots=True, kw_only=True)
class Linked:
    """Their file is now this one of ours, and so many letters that had waited are told on it."""

    number: str
    letters: int


def say_on(number: str, key: str, said: Message, *, at: datetime, by: str = "gate") -> None:
    """Tell on a file of ours what a letter says; within the transaction that takes or links the letter."""
    lines = journal.read(number)
    state, _, letter = key.partition("/")
    entry = OtherStateSaid(state=state, letter=letter, their_case=said.case, message=said.text())
    line = Line(number=len(lines) + 1, entry=entry, occurred_at=at, recorded_at=at, by=by)
    journal.append(number, [line], expected=len(lines))
    _redraw(number, (*lines, line))


@together
def link(state: str, their_case: str, number: str, *, by: str, at: datetime) -> Linked | Refused:
    """Say that a file of theirs is this one of ours: every letter of it that waits is told on it."""
    journal.hold()
    ours, waiting = keys(), inbox.of_case(state, their_case)
    if (refused := _unfit(ours, state, their_case, number)) is not None:
        return refused
    if not waiting:
        return Refused(code="no-letter-waits", facts={"case": their_case})
    file.write(state, CaseLinked(their_case=their_case, case=number), by=by, at=at)
    tell_waiting(ours, state, their_case, number, by=by, at=at)
    return Linked(number=number, letters=len(waiting))


def tell_waiting(ours: Keys, state: str, their_case: str, number: str, *, by: str, at: datetime) -> None:
    """Tell on a file of ours every letter of theirs that came before it was known whose it was."""
    for row in inbox.of_case(state, their_case):
        given = inbox.given(row.key)
        if given is not None and given.event == Event.ACCEPTED.value:
            say_on(number, row.key, message.read(inbox.message(row.key)), at=at, by=by)
            _give(ours, row, Event.DELIVERED, by=by, at=at)


@together
def opened(key: str, *, by: str, at: datetime) -> None:
    """Note that an officer opened a letter: the first time, its sender is told so."""
    journal.hold()
    row = InboxRow.objects.get(key=key)
    given = inbox.given(key)
    if given is not None and given.event == Event.DELIVERED.value:
        _give(keys(), row, Event.RETRIEVED, by=by, at=at)


def _redraw(number: str, lines: tuple[Line, ...]) -> None:
    match sort_of(number):
        case Sort.HANDOVER:
            handover = fold_handover(number, lines)
            worklists.refresh_handover(handover, worklists.cases_of(each.case for each in handover.active))
        case Sort.ACCORD:
            accords.refresh(fold_accord(number, lines))
        case _:
            worklists.refresh(fold(number, lines))


def _unfit(ours: Keys, state: str, their_case: str, number: str) -> Refused | None:
    states = inbox.between(number)
    if not states or sort_of(number) is not sort_of(their_case):
        return Refused(code="no-such-case", facts={"case": number})
    if states != {state, str(ours.state)}:
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
