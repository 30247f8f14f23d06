"""The 47 accords of the two States: each with its sources, each side as it published, nothing made up."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from dedere.accords.reading import Reading, Why
from dedere.clerk.accords import accord_file, follow_up_of
from dedere.clerk.example import KeptAccords, keep_accords, load, read_example
from dedere.clerk.figures import count
from dedere.docket.accords import AccordFile
from dedere.registry import journal
from dedere.registry.models import AccordRow, ColumnRow, PublishedSource
from dedere.registry.rebuild import rebuild

pytestmark = pytest.mark.django_db
FOLDER = Path(__file__).parents[2] / "examples" / "mexico-2025"


def rows(name: str) -> list[dict[str, str]]:
    with (FOLDER / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="module")
def kept(django_db_setup: None, django_db_blocker: object) -> object:
    """Load it once for all the tests that only look."""
    from django.db import transaction

    with django_db_blocker.unblock(), transaction.atomic():
        example = read_example(FOLDER)
        load(example)
        yield keep_accords(FOLDER, example)
        transaction.set_rollback(True)


def of(kept: KeptAccords, id: str) -> AccordFile:
    return accord_file(kept.numbers[id])


def test_all_47_rows_stand_in_the_ledger_each_with_sources_that_are_published(kept: KeptAccords) -> None:
    assert (len(kept.numbers), AccordRow.objects.count(), ColumnRow.objects.count()) == (47, 47, 94)
    known = set(PublishedSource.objects.values_list("id", flat=True))
    for number in kept.numbers.values():
        for line in journal.read(number):
            assert line.sources
            assert set(line.sources) <= known
            assert not line.simulated
    kinds = [row.kind for row in AccordRow.objects.all()]
    assert {kind: kinds.count(kind) for kind in set(kinds)} == {
        "agreement": 7,
        "commitment": 16,
        "measure": 14,
        "meeting": 10,
    }


def test_everything_that_a_side_says_is_taken_from_what_it_published(kept: KeptAccords) -> None:
    said = [
        statement
        for number in kept.numbers.values()
        for column in accord_file(number).columns
        for statement in column.statements
    ]
    assert len(said) == len(rows("positions.csv")) == 12
    assert all(each.published and each.sources for each in said)


def test_the_words_are_the_ledgers_own_in_both_languages(kept: KeptAccords) -> None:
    for number in kept.numbers.values():
        accounts = accord_file(number).recorded.accounts
        assert {each.original for each in accounts} == {""}
        assert all(each.silent or (each.words.en != each.words.es) for each in accounts)


def test_the_national_guard_stands_as_each_president_told_it(kept: KeptAccords) -> None:
    file = of(kept, "K-18")
    mexico, states = file.recorded.of("MX"), file.recorded.of("US")
    assert ("migrants" in mexico.words.en, "migrants" in states.words.en) == (False, True)
    assert ("migrantes" in mexico.words.es, "migrantes" in states.words.es) == (False, True)
    assert (file.read.apart, file.read.reading) == (True, Reading.ONE_SAYS_KEPT)
    assert file.column("US").current.sources == ("STATE-0403",)


def test_the_flow_of_arms_is_disputed_because_one_account_leaves_it_out(kept: KeptAccords) -> None:
    file = of(kept, "K-19")
    assert (file.recorded.by, file.recorded.beneficiary) == (("US",), "MX")
    assert (file.recorded.of("US").silent, file.recorded.of("MX").silent) == (True, False)
    assert (file.read.reading, file.read.why) == (Reading.DISPUTED, (Why.LEFT_OUT,))


def test_what_mexico_denies_is_disputed_because_it_says_so(kept: KeptAccords) -> None:
    file = of(kept, "K-33")
    assert (file.read.reading, file.read.why) == (Reading.DISPUTED, (Why.SAID_SO,))


def test_the_docket_proves_two_of_the_three_handovers_and_waits_for_the_one_of_the_demonstration(
    kept: KeptAccords,
) -> None:
    counted = {id: count(of(kept, id).recorded.figure) for id in ("K-26", "K-30", "K-45")}
    assert {id: (each.value, each.figure.target, each.proves) for id, each in counted.items()} == {
        "K-26": (0, 29, False),  # planned: the demonstration opens on the day before
        "K-30": (26, 26, True),
        "K-45": (37, 37, True),
    }


def test_an_undertaking_on_file_is_shown_and_proves_nothing_by_itself(kept: KeptAccords) -> None:
    counted = [count(of(kept, id).recorded.figure) for id in ("K-31", "K-46")]
    assert [(each.value, each.proves) for each in counted] == [(26, None), (37, None)]


def test_no_interval_is_supplied_where_only_regularly_was_said(kept: KeptAccords) -> None:
    file = of(kept, "K-25")
    assert (file.recorded.every, file.recorded.due, file.due) == (0, None, None)


def test_after_the_meeting_of_27_february_it_is_said_what_is_open(kept: KeptAccords) -> None:
    found = follow_up_of(kept.numbers["K-23"])
    assert found.made == (kept.numbers["K-24"], kept.numbers["K-25"])
    assert {side: len(each) for side, each in found.open.items()} == {"MX": 7, "US": 8}


def test_the_treaty_is_signed_by_both_as_its_published_text_says(kept: KeptAccords) -> None:
    file = of(kept, "K-01")
    assert all(file.signed_by(side).published for side in ("MX", "US"))
    assert {line.second for line in file.lines[1:]} == {"", "example-sources"}


def test_it_is_filed_once(kept: KeptAccords) -> None:
    again = keep_accords(FOLDER, read_example(FOLDER))
    assert (again.fresh, again.numbers) == (False, kept.numbers)


def test_its_rows_are_what_the_journal_says(kept: KeptAccords) -> None:
    assert rebuild(write=False).differing == 0
