"""Each gate shows the other that its journal only grew; a past that was put back is refused at the door."""

from __future__ import annotations

import shutil
from datetime import datetime, timedelta

import pytest
from django.test import Client, override_settings

from dedere.clerk.checkpoints import Countersigned
from dedere.clerk.exchange import witnessing
from dedere.clerk.exchange.sending import Unreached
from dedere.clerk.exchange.witnessing import Shown, show_due
from dedere.registry import checkpoints
from dedere.words import Refused
from gate.story import received
from twostates import Installation

import cast

Patch = pytest.MonkeyPatch
Both = tuple[Installation, Installation]


class Line:
    """A wire to the other installation's door."""

    def __init__(self, to: Installation) -> None:
        self.to, self.shown = to, 0

    def checkpoint(self, to: object, grown: str) -> Countersigned | Refused:
        self.shown += 1
        door = override_settings(ROOT_URLCONF="dedere.gate.urls", MIDDLEWARE=[])
        with self.to.here(), door:
            answer = Client().post("/gate/checkpoints", grown, content_type="application/octet-stream")
        told = answer.json()
        if answer.status_code == 200:
            return Countersigned(size=told["size"], line=told["line"])
        return Refused(
            code=told["type"].rpartition(":")[2], facts={"size": answer.headers.get("Dedere-Size", "0")}
        )


def at(minutes: int) -> datetime:
    return cast.later(hours=2) + timedelta(minutes=minutes)


def test_what_was_recorded_is_cosigned_at_the_next_pass_and_shown_once(states: Both, monkeypatch) -> None:
    monkeypatch.setattr("dedere.gate.views.now", lambda: at(9))
    mexico, america = states
    line = Line(america)
    with mexico.here():
        received()
        assert show_due(line, at=at(1)) == Shown(cosigned=1)
        assert checkpoints.standing().cosigned == checkpoints.standing().signed > 0
        assert (show_due(line, at=at(1)), show_due(line, at=at(4)), line.shown) == (Shown(), Shown(), 1)
        received()
        assert show_due(line, at=at(5)) == Shown(cosigned=1)


def test_an_old_backup_put_back_is_refused_at_the_door(states: Both, monkeypatch: Patch) -> None:
    monkeypatch.setattr("dedere.gate.views.now", lambda: at(9))
    mexico, america = states
    database = mexico.folder / "dedere.sqlite3"
    shutil.copy(database, mexico.folder / "backup")
    with mexico.here():
        received()
        assert show_due(Line(america), at=at(1)).cosigned == 1
    shutil.copy(mexico.folder / "backup", database)
    with mexico.here():
        assert show_due(Line(america), at=at(3)).refused == ("past-shortened",)
        received(), received()
        assert show_due(Line(america), at=at(5)).refused == ("past-rewritten",)


def test_a_witness_that_knows_another_length_is_met_there(states: Both, monkeypatch: Patch) -> None:
    monkeypatch.setattr("dedere.gate.views.now", lambda: at(9))
    mexico, america = states
    with mexico.here():
        received()
        show_due(Line(america), at=at(1))
        checkpoints.CheckpointRow.objects.update(cosigned_at=None)
        received()
        line = Line(america)
        assert (show_due(line, at=at(3)), line.shown) == (Shown(cosigned=1), 2)


def test_a_gate_that_does_not_answer_or_is_no_witness_is_told(states: Both) -> None:
    class Silent:
        def checkpoint(self, to: object, grown: str) -> Countersigned:
            raise Unreached("timeout")

    class Wandering:
        def checkpoint(self, to: object, grown: str) -> Refused:
            return Refused(code=witnessing.ELSEWHERE, facts={"size": "1"})

    class Forging:
        def checkpoint(self, to: object, grown: str) -> Countersigned:
            return Countersigned(size=1, line="— us.dedere.example AAAAAAAA\n")

    with states[0].here():
        received()
        assert show_due(Silent(), at=at(1)).refused == ("unreached",)
        assert show_due(Wandering(), at=at(3)).refused == ("witness-elsewhere",)
        assert show_due(Forging(), at=at(5)).refused == ("cosignature-not-believed",)
