"""A letter refused or given up is held, red, and sent or written anew by an officer; none is told twice."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest
from django.test import override_settings

from clerk.story import act
from dedere import clerk
from dedere.clerk.exchange import again, comparing, sending
from dedere.clerk.exchange.sending import Unreached
from dedere.docket.entries import SupplementRequested
from dedere.gate.played import Played
from dedere.registry import journal
from dedere.registry.exchange import dispatch, outbox, standing
from dedere.registry.models import DispatchRow, LetterRow
from dedere.words import Refused
from gate.story import received
from gate.test_played import AT, Stage, arrive, played

import cast

__all__ = ["played"]
pytestmark = pytest.mark.django_db


class Dead:
    """A wire that reaches nobody."""

    def letter(self, to: object, envelope: Iterator[bytes], length: int) -> str:
        raise Unreached("timeout")

    receipt = letter  # type: ignore[assignment]


def test_a_letter_whose_day_passed_is_held_and_written_anew_in_its_place(played: Played) -> None:
    received()
    old = LetterRow.objects.get()
    late = cast.later(days=31)
    assert sending.send_due(Dead(), at=late).abandoned == 1
    assert journal.read("X-US")[-1].entry.reason == "expired"
    assert standing.counts(late)["letters_held"] == 1
    assert isinstance(again.write_again("none", by=cast.ANA, at=late), Refused)
    fresh = again.write_again(old.id, by=cast.ANA, at=late)
    row = LetterRow.objects.get(id=fresh)
    assert (row.sequence, row.first, row.last) == (old.sequence, old.first, old.last)
    answer = played.take(b"".join(outbox.envelope(fresh)), late)
    assert '"event":"delivered"' in answer
    assert isinstance(again.write_again(old.id, by=cast.ANA, at=late), Refused)


def test_a_gate_that_never_answers_is_tried_later_each_time_and_then_given_up(played: Played) -> None:
    received()
    at, waits = AT, []
    while DispatchRow.objects.get().standing == dispatch.DUE:
        row = DispatchRow.objects.get()
        waits.append(row.next_at - at)
        at = max(row.next_at, at)
        sending.send_due(Dead(), at=at)
    assert len(waits) == dispatch.MOST_TRIES + 1
    assert waits[1:4] == [timedelta(seconds=5), timedelta(seconds=10), timedelta(seconds=20)]
    assert max(waits) == dispatch.CEILING
    id = LetterRow.objects.get().id
    assert isinstance(again.send_again(id, at=at), LetterRow)
    assert sending.send_due(Stage(played), at=at).answered == 1
    assert isinstance(again.send_again(id, at=at), Refused)


def test_a_refusal_holds_the_letter_and_those_after_it_in_the_case(played: Played) -> None:
    number = received().case.number
    played.believe(played.signed_card())  # it no longer knows this desk
    assert sending.send_due(Stage(played), at=AT).refused == 1
    assert DispatchRow.objects.get().said == "unknown-sender"
    asked = act("request-supplement", SupplementRequested(missing=("evidence",)), track="t1")
    clerk.file(number, asked, by=cast.ANA, at=AT)
    assert sending.send_due(Stage(played), at=AT).tried == 0
    assert standing.unacknowledged(AT + standing.PATIENCE).count() == 2


def test_what_theirs_says_is_taken_over_as_an_act_of_ours(played: Played) -> None:
    played.without = frozenset()
    number = received().case.number
    sending.send_due(Stage(played), at=AT)
    file = played.files[number]
    file.lines.append(
        {**file.lines[-1], "number": 5, "track": "", "entry": {"code": "arrested", "place": "Tijuana"}}
    )
    assert arrive(played.answers(AT)[0]).fault == ""
    compared = comparing.both_records(number)
    assert [each.field for each in compared.differences][:1] == ["custody.holder"]
    (offer,) = compared.offers
    accepted = comparing.accept(number, offer.letter, 5, by=cast.ANA, at=AT)
    assert isinstance(accepted, clerk.Filed)
    assert accepted.lines[0].sources == (f"letter-{offer.letter}",)
    assert comparing.both_records(number).offers == ()
    assert isinstance(comparing.accept(number, offer.letter, 5, by=cast.ANA, at=AT), Refused)


def test_a_desk_without_keys_tells_nobody_and_records_all_the_same(played: Played) -> None:
    with override_settings(DEDERE_KEYS="/nowhere"):
        received()
    assert not LetterRow.objects.exists()
