"""A run is kept sealed; what a person decides of its pairs stands in the ledger and binds every later run."""

import itertools
from dataclasses import asdict, replace

import pytest

from clerk.pairday import RUN, confirms, decides, declines, kept, proposed, queued, undoes
from dedere.clerk import NoSuchFile
from dedere.clerk.matches import keep
from dedere.clerk.pairs import FiledPair, pair_file
from dedere.docket.entries import RunKept
from dedere.persons.proposal import Band
from dedere.registry import journal, matches
from dedere.registry.models import DecidedRow, PairRow, RunRow
from dedere.registry.rebuild import rebuild
from rolls import held, pair, wanted

import cast

pytestmark = pytest.mark.django_db


def test_a_run_is_sealed_in_the_ledger_with_what_it_read_and_what_it_proposed():
    hidden = proposed(wanted("W-2"), band=Band.HIDDEN)
    row = kept(proposed(), proposed(other=held("R-2"), band=Band.REVIEW), hidden)
    (line,) = journal.read(row.number)
    assert isinstance(line.entry, RunKept)
    assert (row.number, line.entry.model, [asdict(each) for each in line.entry.inputs]) == (
        "R-2025-0001",
        "es-1",
        [asdict(each) for each in RUN.inputs],
    )
    assert (line.entry.strong, line.entry.review, PairRow.objects.count()) == (1, 1, 2)
    assert line.entry.parameters == '{"review":0.3,"strong":0.95}'
    assert line.entry.proposals == matches.seal_of(row.number) == row.proposals
    assert journal.verify()


def test_the_seal_does_not_depend_on_the_order_of_the_proposals_and_notices_a_change():
    pairs = [proposed(), proposed(other=held("R-2")), proposed(wanted("W-2"))]
    seals = {kept(*order).proposals for order in itertools.permutations(pairs)}
    assert len(seals) == 1
    assert kept(proposed(bits=3.0), *pairs[1:]).proposals not in seals


def test_a_run_that_does_not_say_by_which_model_is_refused_and_leaves_the_queue_as_it_was():
    kept()
    nameless = replace(RUN, model="")
    refused = keep(nameless, [], by=cast.ANA, at=cast.NOON)
    assert (refused.code, refused.facts) == ("content-missing", {"field": "model"})
    assert (queued(), RunRow.objects.count(), len(journal.read("R-2025-0002"))) == ("strong", 1, 0)


def test_a_decision_gives_the_pair_a_file_and_takes_it_out_of_the_queue():
    kept()
    filed = decides("not-the-same")
    assert isinstance(filed, FiledPair)
    assert filed.file.number == "P-2025-0001"
    assert filed.lines[0].entry.seen == PairRow.objects.get().proposal
    assert filed.lines[0].entry.run == "R-2025-0001"
    assert (queued(), DecidedRow.objects.get().verdict) == ("decided", "not-the-same")
    assert pair_file("P-2025-0001") == filed.file


def test_the_same_awaits_a_second_officer_and_stands_in_no_band_meanwhile():
    kept()
    decides("same")
    assert queued() == "awaiting"
    assert confirms(by=cast.ANA).code == "same-officer"
    confirms()
    row = DecidedRow.objects.get()
    assert (queued(), row.verdict, row.by, row.second, row.awaiting) == (
        "decided",
        "same",
        cast.ANA,
        cast.BRUNO,
        0,
    )


def test_a_declined_signature_puts_the_pair_back_into_its_band():
    kept()
    decides("same")
    declines()
    assert (queued(), DecidedRow.objects.get().verdict) == ("strong", "")


@pytest.mark.parametrize(
    ("verdict", "stands"), [("same", "decided"), ("not-the-same", "decided"), ("cannot-say", "unsettled")]
)
def test_later_runs_replace_the_queue_and_never_a_decision(verdict, stands):
    kept()
    decides(verdict)
    if verdict == "same":
        confirms()
    kept(proposed(band=Band.REVIEW, bits=1.0), proposed(other=held("R-2")))
    assert (queued(), DecidedRow.objects.get().verdict) == (stands, verdict)
    assert queued(pair(register="R-2").key) == "strong"
    kept(proposed(wanted("W-2")))
    assert (queued(), DecidedRow.objects.get().verdict) == ("", verdict)


@pytest.mark.parametrize("order", list(itertools.permutations(("first run", "second run", "decision"))))
def test_the_order_of_runs_and_decisions_leaves_the_pair_in_the_same_queue(order):
    kept()
    steps = {
        "first run": lambda: kept(proposed(band=Band.REVIEW)),
        "second run": lambda: kept(proposed(bits=1.0)),
        "decision": lambda: decides("not-the-same"),
    }
    for step in order:
        steps[step]()
    assert queued() == "decided"


def test_runs_of_other_rolls_leave_the_queue_alone():
    kept()
    kept(proposed(), run=replace(RUN, wanted_roll="mx-wanted", register_roll="us-register"))
    assert PairRow.objects.count() == 2


def test_a_changed_record_opens_the_pair_again_and_it_may_be_decided_anew():
    kept()
    decides("not-the-same")
    changed = held(surname_2="Arze")
    kept(proposed(other=changed))
    assert queued() == "reopened"
    assert decides("cannot-say").code == "words-changed"
    decides("cannot-say", words=(wanted(), changed))
    assert (queued(), len(pair_file("P-2025-0001").standing)) == ("unsettled", 2)
    undoes()
    assert (queued(), DecidedRow.objects.get().verdict) == ("reopened", "not-the-same")
    kept(proposed())
    assert queued() == "decided"


def test_an_undone_decision_puts_the_pair_back_into_its_band():
    kept()
    decides("cannot-say")
    undoes()
    assert (queued(), DecidedRow.objects.get().line) == ("strong", 0)


def test_an_officer_whose_page_was_older_is_told_what_came_first():
    kept()
    decides("cannot-say")
    refused = decides("not-the-same", by=cast.BRUNO, seen=0)
    assert (refused.code, refused.facts["by"]) == ("overtaken", cast.ANA)
    assert refused.facts["theirs"] == "pair-decided"
    assert undoes(seen=0).code == "overtaken"


def test_a_pair_that_no_run_proposes_is_not_decided():
    kept()
    assert decides("not-the-same", key=pair("W-9").key).code == "pair-not-proposed"
    assert journal.head().size == 1


def test_a_refused_decision_uses_up_no_number():
    kept()
    decides("not-the-same", words=(wanted(), held(sex="F")))
    assert decides("not-the-same").file.number == "P-2025-0001"


def test_a_file_that_is_no_pairs_is_not_found():
    kept()
    for number in ("R-2025-0001", "P-2025-0009"):
        with pytest.raises(NoSuchFile):
            pair_file(number)


def test_a_rebuild_draws_runs_decisions_and_queues_from_the_journal():
    kept(proposed(), proposed(other=held("R-2")))
    decides("not-the-same")
    assert rebuild(write=False).differing == 0
    RunRow.objects.all().delete()
    DecidedRow.objects.update(verdict="same")
    PairRow.objects.update(queue="strong")
    rebuilt = rebuild()
    assert (rebuilt.pairs, rebuilt.runs, rebuilt.cases, rebuilt.differing) == (1, 1, 0, 3)
    assert (rebuild().differing, queued()) == (0, "decided")
