"""A handover signed by both: the receiving State's signature comes as a letter; so does a promise's."""

from __future__ import annotations

import pytest

from clerk.promising import recorded
from clerk.story import PLACE, carried, giving, ready
from dedere import clerk
from dedere.clerk import accords
from dedere.clerk.exchange import comparing, said, sending
from dedere.docket.entries import OtherStateSaid, TakenOver
from dedere.docket.handover.parts import Step
from dedere.gate.played import Played
from dedere.registry import journal
from dedere.registry.models import LetterRow
from dedere.registry.rebuild import rebuild
from dedere.words import Refused
from gate.test_played import AT, Stage, arrive, played

import cast

__all__ = ["played"]
pytestmark = pytest.mark.django_db


def test_the_receiving_states_signature_to_a_leg_comes_as_a_letter(played: Played) -> None:
    filed = ready(1)
    id, number = filed.handover.id, filed.handover.active[0].case
    carried(id, giving(number))
    stage = Stage(played)
    while sending.send_due(stage, at=AT).answered:
        pass
    assert {row.kind for row in LetterRow.objects.all()} == {"handover"}
    file = played.files[id]
    taken = {
        "case": number,
        "leg": "1",
        "place": PLACE,
        "officer": "Dolores",
        "despite_stays": [],
    }
    file.lines = [{**file.lines[-1], "number": 1, "entry": {"code": "taken-over", **taken}}]
    file.number = "H-2025-0077"
    assert [arrive(raw).fault for raw in played.answers(AT)] == [""]
    assert isinstance(clerk.handover(id).lines[-1].entry, OtherStateSaid)
    (offer,) = comparing.signed_by_them(id)
    assert offer.act.entry == TakenOver(case=number, leg="1", place=PLACE, officer="Dolores")
    accepted = comparing.accept_step(id, offer.letter, 1, by=cast.BRUNO, at=AT)
    assert isinstance(accepted, clerk.FiledHandover), accepted
    assert accepted.handover.listed(number).step is Step.TAKEN_OVER
    assert accepted.lines[0].sources == (f"letter-{offer.letter}",)
    assert comparing.signed_by_them(id) == ()
    assert isinstance(comparing.accept_step(id, offer.letter, 1, by=cast.BRUNO, at=AT), Refused)
    assert journal.verify()
    assert rebuild().differing == 0


def test_a_letter_on_a_handover_is_no_case_of_ours(played: Played) -> None:
    filed = ready(1)
    id, number = filed.handover.id, filed.handover.active[0].case

    def refused(state: str, ours: str) -> str:
        linked = said.link(state, "H-2025-0009", ours, by=cast.ANA, at=AT)
        assert isinstance(linked, Refused)
        return linked.code

    assert refused("US", number) == "no-such-case"
    assert refused("US", id) == "no-letter-waits"
    assert refused("GB", id) == "case-of-other-states"


def test_a_promise_that_our_side_signs_is_told_and_theirs_is_told_on_it(played: Played) -> None:
    file = recorded().file
    signing = accords.sign_act(file.number, on=cast.NOON.date(), at=cast.NOON)
    filed = accords.file_accord(file.number, signing, by=cast.ANA, at=cast.NOON)
    signed = accords.sign_proposed(file.number, filed.file.lines[-1].number, by=cast.BRUNO, at=cast.NOON)
    assert isinstance(signed, accords.FiledAccord), signed
    assert LetterRow.objects.get().kind == "accord"
    assert sending.send_due(Stage(played), at=AT).answered == 1
    theirs = played.files[file.number]
    assert [line["entry"]["code"] for line in theirs.lines] == ["accord-recorded", "text-signed"]
    theirs.number = "A-2025-0077"
    assert [arrive(raw).fault for raw in played.answers(AT)] == [""]
    assert isinstance(journal.read(file.number)[-1].entry, OtherStateSaid)
    assert rebuild().differing == 0
