"""The history of an exchange is checked from two journals alone, and each fault is named by its letter."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence

import pytest

from dedere.docket.entries import (
    CaseOpened,
    Entry,
    LetterTaken,
    LetterWritten,
    Line,
    Noted,
    OtherStateSaid,
    ReceiptKept,
)
from dedere.docket.exchange.message import of_file
from dedere.docket.exchange.release import release
from dedere.gate.pair.history import History, Untrue, history, untrue

import cast


def lines(entries: Sequence[Entry]) -> tuple[Line, ...]:
    return tuple(
        Line(number=n, entry=entry, occurred_at=cast.NOON, recorded_at=cast.NOON, by=cast.ANA)
        for n, entry in enumerate(entries, 1)
    )


def written(letter: str, sequence: int) -> LetterWritten:
    place = {"case": "MX-2025-0001", "sequence": sequence, "kind": "case", "first": 1, "last": 1}
    return LetterWritten(letter=letter, note=f"note {letter}", envelope=f"e{letter}", receipt="r", **place)


def taken(letter: str, sequence: int, **more: str) -> LetterTaken:
    told = {"note": f"note {letter}", "envelope": f"e{letter}", "event": "delivered", "receipt": "r", **more}
    return LetterTaken(letter=letter, their_case="MX-2025-0001", sequence=sequence, kind="case", **told)


def receipted(letter: str, event: str = "delivered") -> ReceiptKept:
    return ReceiptKept(letter=letter, event=event, receipt="r")


SENT = (written("a", 1), written("b", 2), receipted("a"), receipted("b"))
TAKEN = (taken("a", 1), taken("b", 2))


def checked(sent: Sequence[Entry] = SENT, came: Sequence[Entry] = TAKEN) -> History:
    return history(lines(sent), lines(came))


def test_an_exchange_in_which_everything_arrived_once_is_faultless() -> None:
    found = checked()
    assert (found.letters, found.receipts, found.faultless) == (2, 2, True)


@pytest.mark.parametrize(
    ("fault", "named", "sent", "came"),
    [
        ("lost", ("b",), SENT, TAKEN[:1]),
        ("doubled", ("b",), SENT, (*TAKEN, taken("b", 3))),
        ("altered", ("b",), SENT, (TAKEN[0], taken("b", 2, note="note c"))),
        ("altered", ("b",), SENT, (TAKEN[0], taken("b", 2, envelope="other bytes"))),
        ("strange", ("c",), SENT, (*TAKEN, taken("c", 3))),
        ("disordered", ("MX-2025-0001",), SENT, TAKEN[::-1]),
        ("unreceipted", ("b",), SENT[:3], TAKEN),
        ("unreceipted", ("b",), (*SENT[:3], receipted("b", "accepted")), TAKEN),
    ],
)
def test_each_fault_is_named_by_its_letter(
    fault: str, named: tuple[str, ...], sent: Sequence[Entry], came: Sequence[Entry]
) -> None:
    found = checked(sent, came)
    assert getattr(found, fault) == named
    assert not found.faultless


def test_a_letter_written_anew_in_the_place_of_another_is_not_lost() -> None:
    sent = (*SENT[:3], written("c", 2), receipted("c"))
    assert checked(sent, (TAKEN[0], taken("c", 2))).faultless
    assert checked((*sent, receipted("b")), TAKEN).faultless


OPENED = CaseOpened(person=cast.TEODORO, requesting="US", requested="MX")
FILE = lines((OPENED, Noted(title="Nota", text="reservado")))


def told() -> OtherStateSaid:
    message = of_file("case", "MX-2025-0001", "", release(FILE, 0)).text()
    return OtherStateSaid(state="MX", letter="a", their_case="MX-2025-0001", message=message)


def test_a_ledger_that_still_says_what_was_told_is_true() -> None:
    assert untrue([told()], {"MX-2025-0001": FILE}) is None
    later = (*FILE, *lines((Noted(title="Nota", text="más"),)))
    assert untrue([told()], {"MX-2025-0001": later}) is None


def test_who_rewrites_what_was_told_is_named_by_who_was_told() -> None:
    rewritten = dataclasses.replace(FILE[0], entry=dataclasses.replace(OPENED, person=cast.LISTED[0]))
    expected = Untrue(stream="MX-2025-0001", number=1, letter="a")
    assert untrue([told()], {"MX-2025-0001": (rewritten, FILE[1])}) == expected
    assert untrue([told()], {"MX-2025-0001": ()}) == expected
    assert untrue([told()], {}) == expected
