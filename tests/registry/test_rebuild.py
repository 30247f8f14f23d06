"""What the worklists hold is what the journal says, bit for bit."""

import pytest
from django.db import connection

from clerk.story import charges, opened, planned, reminder, track
from dedere.registry.models import CaseRow, ClockRow, EntryRow, HandoverRow, ListedRow, ProposalRow, WordRow
from dedere.registry.rebuild import rebuild

import cast

pytestmark = pytest.mark.django_db
TABLES = (CaseRow, ClockRow, EntryRow, HandoverRow, ListedRow, ProposalRow, WordRow)


def stored() -> dict[str, list[tuple[object, ...]]]:
    """Every worklist as the engine itself returns it, in the order of its key."""
    rows = {}
    with connection.cursor() as cursor:
        for model in TABLES:
            cursor.execute(f"SELECT * FROM {model._meta.db_table}")  # noqa: S608  (our own tables' names)
            rows[model.__name__] = sorted(cursor.fetchall(), key=repr)
    return rows


def a_desk_at_work() -> None:
    planned(3)
    opened(track(), charges(), reminder(cast.later(days=4)), aliases=("El Güero",))


def test_a_rebuild_from_nothing_gives_the_same_rows_bit_for_bit() -> None:
    a_desk_at_work()
    before = stored()
    assert all(
        before[name] for name in ("CaseRow", "ClockRow", "EntryRow", "HandoverRow", "ListedRow", "WordRow")
    )
    for model in TABLES:
        model.objects.all().delete()
    rebuilt = rebuild()
    assert (rebuilt.cases, rebuilt.handovers, rebuilt.written) == (4, 1, True)
    assert rebuilt.differing > 0
    assert stored() == before


def test_a_rebuild_of_sound_rows_finds_nothing_and_changes_nothing() -> None:
    a_desk_at_work()
    before = stored()
    assert rebuild().differing == 0
    assert stored() == before


def test_a_rebuild_names_the_row_and_the_field_that_differ() -> None:
    a_desk_at_work()
    CaseRow.objects.filter(number="MX-2025-0002").update(stage="granted")
    found = rebuild(write=False)
    assert found.differing == 1
    assert (found.shown[0].table, found.shown[0].key) == ("CaseRow", "MX-2025-0002")
    assert (found.shown[0].field, found.shown[0].stored, found.shown[0].drawn) == (
        "stage",
        "granted",
        "opened",
    )
    assert CaseRow.objects.get(number="MX-2025-0002").stage == "granted"
    assert rebuild().differing == 1
    assert rebuild().differing == 0


@pytest.mark.parametrize("model", TABLES)
def test_a_row_of_a_file_that_the_journal_does_not_know_is_named_and_removed(model: type) -> None:
    a_desk_at_work()
    if model is ProposalRow:
        ProposalRow.objects.create(
            key="MX-2031-0001/1", case_id="MX-2031-0001", line=1, act="x", by="x", at=cast.NOON
        )
    else:
        stray = model.objects.first()
        for name in ("number", "id", "key", "case_id", "handover_id"):
            if hasattr(stray, name) and model is not EntryRow:
                setattr(stray, name, "MX-2031-0001")
        if hasattr(stray, "position"):
            stray.position = 9999
        stray._state.adding = True
        stray.save(force_insert=True)
    found = rebuild()
    assert found.differing == 1
    assert found.shown[0].stored == "there"
    assert rebuild(write=False).differing == 0
