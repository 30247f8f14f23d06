"""Each State is a witness to the other's journal: a past rewritten, or an old backup put back, is caught."""

from __future__ import annotations

import shutil
from datetime import timedelta
from pathlib import Path

import pytest
from django.db import connection

from dedere.clerk import checkpoints
from dedere.clerk.checkpoints import Countersigned
from dedere.clerk.exchange.keys import keys
from dedere.registry import checkpoints as kept
from dedere.registry import journal
from dedere.registry.guards import lower_guards, raise_guards
from dedere.registry.models import CheckpointRow, JournalLine
from dedere.seal import growth, verifier
from dedere.seal.leaf import commitment, line_hash
from dedere.seal.tree import Frontier
from dedere.seal.unsealed import NotOpened
from dedere.seal.verifier import Head
from dedere.words import Refused
from registry.lines import notes
from twostates import Installation

import cast

Both = tuple[Installation, Installation]
CASE = "MX-2025-0001"
LATER = cast.NOON + timedelta(hours=1)


def recorded(first: int, last: int) -> None:
    from django.db import transaction

    with transaction.atomic():
        journal.append(CASE, notes(first, last), expected=first - 1)


def shown(mexico: Installation, since: int = 0) -> str:
    with mexico.here():
        told = checkpoints.grown(since, at=cast.NOON)
        assert isinstance(told, str), told
        return told


def seen(america: Installation, told: str) -> Countersigned | Refused:
    with america.here():
        return checkpoints.countersign(told, at=LATER)


def witnessed(mexico: Installation, america: Installation, since: int = 0) -> int:
    """Have the other State cosign what is there now; return how many lines that was."""
    given = seen(america, shown(mexico, since))
    assert isinstance(given, Countersigned), given
    with mexico.here():
        assert checkpoints.take(given, by="us.dedere.example", at=LATER) == LATER
    return given.size


def rewritten(position: int) -> None:
    """What an operator with every key of the database can do: change a line and all that follows from it."""
    lower_guards(connection)
    grown = Frontier()
    for row in JournalLine.objects.order_by("position"):
        if row.position == position:
            row.text = row.text.replace("nota", "NOTA")
        leaf = line_hash(row.position, row.stream, row.number, commitment(bytes(row.salt), row.text))
        row.nodes = grown.add(leaf)
        row.save()
    raise_guards(connection)


def test_a_journal_that_grew_is_cosigned_and_both_desks_say_how_far(states: Both) -> None:
    mexico, america = states
    with mexico.here():
        recorded(1, 3)
    size = witnessed(mexico, america)
    with mexico.here():
        recorded(4, 9)
    assert witnessed(mexico, america, since=size) == size + 6
    with mexico.here():
        recorded(10, 10)
        standing = kept.standing()
        assert (standing.cosigned, standing.cosigned_at) == (size + 6, LATER)
        found = checkpoints.verify()
        assert isinstance(found, Head)
        assert (found.size, found.cosigned) == (size + 7, size + 6)
    with america.here():
        (theirs,) = kept.all_witnessed()
        assert (theirs.state, theirs.size, theirs.refused) == ("MX", size + 6, "")


def test_an_export_carries_both_signatures_and_verifies_alone(states: Both, tmp_path: Path) -> None:
    mexico, america = states
    with mexico.here():
        recorded(1, 3)
    size = witnessed(mexico, america)
    path = tmp_path / "copy.jsonl"
    with mexico.here():
        recorded(4, 4)
        path.write_text("".join(checkpoints.export(at=LATER)), encoding="utf-8")
        ours = verifier.Key.read(str(keys().card.signing[0][0]))
    found = verifier.verify(path, [ours])
    assert isinstance(found, Head)
    assert (found.size, found.signed, found.cosigned) == (size + 1, size + 1, 0)
    found = verifier.verify(path)
    assert isinstance(found, Head)
    assert found.cosigned == size


def test_a_rewritten_past_is_refused_by_the_other_state_and_shown_there(states: Both) -> None:
    mexico, america = states
    with mexico.here():
        recorded(1, 5)
    size = witnessed(mexico, america)
    with mexico.here():
        rewritten(size - 2)
        assert journal.verify(), "the database alone looks sound"
        assert not checkpoints.verify(), "what was signed before does not"
        assert refused(checkpoints.sign(at=LATER)) == checkpoints.REWRITTEN
        CheckpointRow.objects.all().delete()
        recorded(6, 6)
    assert refused(seen(america, shown(mexico, size))) == checkpoints.REWRITTEN
    with america.here():
        (theirs,) = kept.all_witnessed()
        assert (theirs.size, theirs.refused) == (size, checkpoints.REWRITTEN)


def test_an_old_backup_put_back_is_refused_however_far_it_grows_again(states: Both) -> None:
    mexico, america = states
    with mexico.here():
        recorded(1, 3)
    database = mexico.folder / "dedere.sqlite3"
    shutil.copy(database, mexico.folder / "old")
    with mexico.here():
        recorded(4, 6)
    size = witnessed(mexico, america)
    shutil.copy(mexico.folder / "old", database)
    assert refused(seen(america, shown(mexico))) == checkpoints.SHORTENED
    with mexico.here():
        recorded(4, 12)
    assert refused(seen(america, shown(mexico))) == "witness-elsewhere"
    assert refused(seen(america, shown(mexico, size))) == checkpoints.REWRITTEN


def test_nothing_is_signed_that_does_not_go_on_from_what_was_signed(states: Both) -> None:
    mexico, _ = states
    with mexico.here():
        recorded(1, 5)
        checkpoints.sign(at=cast.NOON)
        rewritten(journal.head().size - 1)
        recorded(6, 6)
        assert refused(checkpoints.sign(at=LATER)) == checkpoints.REWRITTEN
        assert refused(checkpoints.grown(0, at=LATER)) == checkpoints.REWRITTEN
        CheckpointRow.objects.update(size=10**6)
        assert refused(checkpoints.sign(at=LATER)) == checkpoints.SHORTENED
        assert refused(checkpoints.sign(at=cast.NOON - timedelta(days=900))) == checkpoints.SHORTENED


def test_keys_that_do_not_hold_sign_nothing(states: Both) -> None:
    mexico, _ = states
    with mexico.here():
        assert refused(checkpoints.sign(at=cast.NOON - timedelta(days=900))) == "no-key-holds"


@pytest.mark.parametrize("told", ["", "old 0\n\n", "old x\n\nnote", "old 0\nAAAA\n\nnote", "old 00\n\nnote"])
def test_what_shows_no_growth_is_not_believed(states: Both, told: str) -> None:
    assert refused(seen(states[1], told)) == "checkpoint-not-believed"


def test_growth_has_one_form(states: Both) -> None:
    with states[0].here():
        recorded(1, 9)
        told = checkpoints.grown(5, at=cast.NOON)
    assert isinstance(told, str)
    assert growth.read(told).text() == told
    with pytest.raises(NotOpened):
        growth.read(told.replace("old 5", "old  5"))


def test_a_stranger_s_journal_is_not_cosigned_nor_a_stranger_s_line_kept(states: Both) -> None:
    mexico, america = states
    with mexico.here():
        recorded(1, 2)
    told = shown(mexico)
    assert refused(seen(mexico, told)) == "checkpoint-not-believed"
    given = seen(america, told)
    assert isinstance(given, Countersigned)
    with mexico.here():
        assert refused(checkpoints.take(given, by="else.example", at=LATER)) == "cosignature-not-believed"


def refused(found: object) -> str:
    assert isinstance(found, Refused), found
    return found.code
