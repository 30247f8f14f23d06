"""A court has a text erased: two officers sign, the text is gone, the place and every proof stay."""

from __future__ import annotations

import pytest
from django.db import DatabaseError, transaction

from clerk.story import act, opened
from dedere.clerk import checkpoints
from dedere.clerk.files import case
from dedere.clerk.filing import file, sign
from dedere.docket.entries import Corrected, Erased, Noted, SignatureAwaited, TextErased
from dedere.registry import journal, nodes
from dedere.registry.models import EntryRow, JournalLine
from dedere.registry.rebuild import rebuild
from dedere.seal import tree
from dedere.words import Refused

import cast

pytestmark = pytest.mark.django_db
SECRET = "domicilio de la víctima"
ORDER = {"court": "Juzgado Primero de Distrito (inventado)", "order": "amparo 7/2025"}


def filed(number: str, code: str, entry: object) -> int:
    """File an act, have a second officer sign it where one must; return the number of its line."""
    done = file(number, act(code, entry), by=cast.ANA, at=cast.NOON)
    assert not isinstance(done, Refused), done
    if isinstance(done.lines[-1].entry, SignatureAwaited):
        done = sign(number, done.lines[-1].number, by=cast.BRUNO, at=cast.NOON)
        assert not isinstance(done, Refused), done
    return done.lines[-1].number


def refused(number: str, line: int) -> str:
    done = file(number, act("erase-text", TextErased(line=line, **ORDER)), by=cast.ANA, at=cast.NOON)
    assert isinstance(done, Refused), done
    return done.code


@pytest.fixture
def struck() -> tuple[str, int]:
    """A case, and the number of a note that was struck."""
    number = opened().number
    line = filed(number, "note", Noted(title="nota", text=SECRET))
    filed(number, "correct", Corrected(line=line, reason="por orden judicial"))
    return number, line


def test_a_text_is_erased_by_two_signatures_and_its_proof_stays(struck: tuple[str, int]) -> None:
    number, line = struck
    row = JournalLine.objects.get(stream=number, number=line)
    size, leaf = journal.head().size, bytes.fromhex(row.leaf)
    before, proof = nodes.root(size), nodes.inclusion(row.position, size)
    filed(number, "erase-text", TextErased(line=line, **ORDER))
    row.refresh_from_db()
    assert (row.text, bytes(row.salt)) == ("", b"")
    assert nodes.root(size) == before
    assert tree.includes(before, size, row.position - 1, leaf, proof)
    assert journal.verify() == journal.head()
    assert SECRET not in str(list(JournalLine.objects.values_list("text", flat=True)))
    copy = "".join(checkpoints.export(at=cast.NOON))
    assert SECRET not in copy
    assert '"commitment":' in copy


def test_the_case_says_by_whose_order_and_keeps_who_recorded_it(struck: tuple[str, int]) -> None:
    number, line = struck
    version = case(number).version
    filed(number, "erase-text", TextErased(line=line, **ORDER))
    (sign_of,) = (each for each in case(number).lines if each.number == line)
    assert sign_of.entry == Erased(**ORDER)
    assert (sign_of.by, sign_of.recorded_at) == (cast.ANA, cast.NOON)
    assert case(number).version == version + 2
    assert journal.read_all([number])[number] == case(number).lines
    assert rebuild(write=False).differing == 0
    assert EntryRow.objects.get(stream=number, number=line).kind == "noted"
    assert refused(number, line) == "already-erased"


def test_what_still_counts_or_is_not_there_is_not_erased() -> None:
    number = opened().number
    line = filed(number, "note", Noted(title="nota", text=SECRET))
    assert refused(number, line) == "not-struck"
    assert refused(number, 1) == "not-struck"
    assert refused(number, 99) == "no-such-line"


def test_what_was_signed_is_erased_only_after_what_proposed_it(
    struck: tuple[str, int],
) -> None:
    number, _ = struck
    proposal = next(each.number for each in case(number).lines if isinstance(each.entry, SignatureAwaited))
    signed = proposal + 1
    filed(number, "correct", Corrected(line=signed, reason="la propia corrección"))
    assert refused(number, signed) == "carried-elsewhere"
    filed(number, "erase-text", TextErased(line=proposal, **ORDER))
    filed(number, "erase-text", TextErased(line=signed, **ORDER))
    assert case(number).proposals == ()
    assert journal.verify()


def test_the_database_lets_no_more_be_changed_than_that(struck: tuple[str, int]) -> None:
    number, line = struck
    filed(number, "erase-text", TextErased(line=line, **ORDER))
    for change in ({"text": "x"}, {"commitment": bytes(32)}, {"salt": bytes(16)}, {"nodes": bytes(32)}):
        with pytest.raises(DatabaseError), transaction.atomic():
            JournalLine.objects.filter(stream=number, number=line).update(**change)
    for change in (
        {"text": "", "salt": b"", "commitment": None},
        {"text": "", "salt": b"", "commitment": bytes(31)},
        {"text": "", "salt": b"", "commitment": bytes(32), "nodes": bytes(32)},
        {"text": "", "salt": b"", "commitment": bytes(32), "number": 77},
    ):
        with pytest.raises(DatabaseError), transaction.atomic():
            JournalLine.objects.filter(stream=number, number=1).update(**change)
