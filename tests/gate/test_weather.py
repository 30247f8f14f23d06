"""Whatever the wire does, nothing is lost, doubled or altered, order holds, and every letter is receipted.

A state machine drives two installations over a wire that drops, holds back, doubles, reorders and flips bits,
on the way there and on the way back, with two workers and a clock that may be set back.
"""

from __future__ import annotations

import io
import shutil
from collections.abc import Iterator
from datetime import datetime, timedelta
from hashlib import sha256
from pathlib import Path
from tempfile import mkdtemp

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from pytest_django.plugin import DjangoDbBlocker

from clerk.story import act, opening, track
from dedere import clerk
from dedere.clerk.exchange import receipts, sending, taking
from dedere.clerk.exchange.sending import Unreached
from dedere.docket.entries import OtherStateSaid, RequestReceived, SupplementRequested
from dedere.docket.exchange import message
from dedere.registry import journal
from dedere.registry.exchange import dispatch, outbox
from dedere.registry.models import DispatchRow, InboxRow, LetterRow, ReceiptRow
from dedere.registry.rebuild import rebuild
from twostates import Installation, pair

import cast

HOUR = timedelta(hours=1)


class Storm:
    """A wire whose weather is set before each pass; what it holds back may come later, or twice."""

    def __init__(self, to: Installation, clock: list[datetime], weather: str) -> None:
        self.to, self.clock, self.weather = to, clock, weather
        self.held: list[bytes] = []

    def letter(self, to: object, envelope: Iterator[bytes], length: int) -> str:
        raw = b"".join(envelope)
        if self.weather in {"lost", "held"}:
            self.held += [raw] if self.weather == "held" else []
            raise Unreached("timeout")
        if self.weather == "flipped":
            raw = raw[: length // 2] + bytes([raw[length // 2] ^ 4]) + raw[length // 2 + 1 :]
        answer = self.arrive(raw)
        if self.weather == "doubled":
            answer = self.arrive(raw)
        if self.weather == "answer lost":
            raise Unreached("reset")
        return answer[:-20] if self.weather == "answer cut" else answer

    def receipt(self, to: object, signed: str) -> None:
        if self.weather not in {"fair", "doubled"}:
            raise Unreached("timeout")
        with self.to.here():
            assert receipts.keep(signed, at=self.clock[0])

    def arrive(self, raw: bytes) -> str:
        with self.to.here():
            return taking.take(io.BytesIO(raw), sha256(raw).hexdigest(), at=self.clock[0]).receipt


class Weather(RuleBasedStateMachine):
    """Mexico records, the wire does what it does, and the United States' docket must say the same."""

    empty: Path

    @initialize()
    def start(self) -> None:
        self.folder = Path(mkdtemp(prefix="dedere-weather-"))
        self.mexico, self.america = pair(self.folder, self.empty)
        self.clock, self.held, self.cases = [cast.later(hours=2)], [], {}
        for _ in range(2):
            with self.america.here():
                theirs = clerk.open_case(opening(), by=cast.ANA, at=cast.NOON).case.number
            with self.mexico.here():
                ours = clerk.open_case(opening(other_number=theirs), track(), by=cast.ANA, at=cast.NOON).case
                received = RequestReceived(office="executive", complete=True)
                self.file(ours.number, act("receive-request", received, track="t1"))
            self.cases[ours.number] = theirs

    def file(self, number: str, the_act: object) -> None:
        filed = clerk.file(number, the_act, by=cast.ANA, at=cast.later(hours=1))
        assert isinstance(filed, clerk.Filed), filed

    @rule(which=st.integers(0, 1), n=st.integers(1, 3))
    def record(self, which: int, n: int) -> None:
        with self.mexico.here():
            for _ in range(n):
                asked = SupplementRequested(missing=("evidence",))
                self.file(list(self.cases)[which], act("request-supplement", asked, track="t1"))

    @rule(
        weather=st.sampled_from(["fair", "lost", "held", "doubled", "flipped", "answer lost", "answer cut"]),
        minutes=st.sampled_from([0, 1, 70, -30]),
    )
    def send(self, weather: str, minutes: int) -> None:
        self.clock[0] = max(self.clock[0] + timedelta(minutes=minutes), cast.later(hours=2))
        storm = Storm(self.america, self.clock, weather)
        with self.mexico.here():
            sending.send_due(storm, at=self.clock[0])
        self.held += storm.held

    @precondition(lambda self: self.held)
    @rule(place=st.integers(0, 50), keep=st.booleans())
    def arrive_late(self, place: int, keep: bool) -> None:
        raw = self.held[place % len(self.held)]
        if not keep:
            self.held.remove(raw)
        Storm(self.america, self.clock, "fair").arrive(raw)

    @rule()
    def a_worker_dies_with_what_it_claimed(self) -> None:
        with self.mexico.here():
            for row in dispatch.due(self.clock[0]):
                assert dispatch.claim(row, self.clock[0])
                assert not dispatch.claim(row, self.clock[0])

    @invariant()
    def what_is_told_is_a_prefix_of_what_was_written_in_its_order(self) -> None:
        if not hasattr(self, "cases"):
            return
        with self.mexico.here():
            written = {
                number: list(LetterRow.objects.filter(case=number).order_by("sequence"))
                for number in self.cases
            }
        for number, theirs in self.cases.items():
            with self.america.here():
                lines = journal.read(theirs)
            said = [line.entry for line in lines if isinstance(line.entry, OtherStateSaid)]
            assert [entry.letter for entry in said] == written[number][: len(said)]

    def teardown(self) -> None:
        if not hasattr(self, "cases"):
            return
        storm = Storm(self.america, self.clock, "fair")
        for _ in range(200):
            self.clock[0] += 2 * HOUR
            with self.mexico.here():
                if not DispatchRow.objects.exclude(standing="done").exists():
                    break
                sending.send_due(storm, at=self.clock[0])
        self.all_is_well()
        shutil.rmtree(self.folder)

    def all_is_well(self) -> None:
        with self.mexico.here():
            assert not DispatchRow.objects.exclude(standing="done").exists()
            letters = {row.id: row for row in LetterRow.objects.all()}
            assert {outbox.rung(id).value for id in letters} == {"delivered"}
            assert all(
                ReceiptRow.objects.filter(letter=id, ours=False, event="delivered").count() == 1
                for id in letters
            )
            told = {number: clerk.case(number) for number in self.cases}
            assert journal.verify()
            assert rebuild().differing == 0
        with self.america.here():
            assert {row.key.partition("/")[2]: row.digest for row in InboxRow.objects.all()} == {
                id: row.digest for id, row in letters.items()
            }
            for number, theirs in self.cases.items():
                said = [e.entry for e in clerk.case(theirs).lines if isinstance(e.entry, OtherStateSaid)]
                numbers = [line["number"] for e in said for line in message.read(e.message).lines]
                assert numbers == [line.number for line in told[number].lines]
            assert journal.verify()
            assert rebuild().differing == 0


def test_whatever_the_wire_does_nothing_is_lost_doubled_or_altered(
    empty: Path, django_db_blocker: DjangoDbBlocker
) -> None:
    weather(empty, django_db_blocker, storms=3, steps=12)


@pytest.mark.nightly
@pytest.mark.skipif(settings.get_current_profile_name() != "nightly", reason="a thousand storms")
def test_the_same_through_a_thousand_storms(empty: Path, django_db_blocker: DjangoDbBlocker) -> None:
    weather(empty, django_db_blocker, storms=1000, steps=50)


def weather(empty: Path, blocker: DjangoDbBlocker, *, storms: int, steps: int) -> None:
    Weather.empty = empty
    Weather.TestCase.settings = settings(max_examples=storms, stateful_step_count=steps, derandomize=True)
    with blocker.unblock():
        Weather.TestCase("runTest").runTest()
