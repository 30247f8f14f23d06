"""A decision binds every run while both records say what they said; it travels as a table."""

import json

import pytest

from dedere.persons.decided import Queue, Verdict, queue
from dedere.persons.decisionfile import UnreadableDecisions, read_decisions, write_csv, write_json
from dedere.persons.proposal import Band
from dedere.persons.told import read_proposal, write_proposal
from rolls import decision, held, pair, proposal, wanted


@pytest.mark.parametrize(
    ("verdict", "stands"),
    [
        (Verdict.SAME, Queue.DECIDED),
        (Verdict.NOT_THE_SAME, Queue.DECIDED),
        (Verdict.CANNOT_SAY, Queue.UNSETTLED),
    ],
)
def test_a_decided_pair_stands_as_decided_in_whatever_band_a_run_puts_it(verdict, stands):
    made = decision(verdict, wanted(), held())
    for band in (Band.STRONG, Band.REVIEW):
        assert queue(band, made, wanted=wanted().digest, register=held().digest) is stands


def test_an_undecided_pair_stands_in_its_band():
    assert queue(Band.REVIEW, None, wanted="", register="") is Queue.REVIEW


def test_a_changed_record_opens_the_pair_again():
    made = decision(Verdict.NOT_THE_SAME, wanted(), held())
    changed = held(surname_2="Arze")
    assert queue(Band.REVIEW, made, wanted=wanted().digest, register=changed.digest) is Queue.REOPENED


def test_a_decision_that_awaits_a_second_officer_is_neither_open_nor_decided():
    assert queue(Band.STRONG, None, wanted="", register="", awaiting=True) is Queue.AWAITING


def test_no_two_pairs_share_a_key_by_the_way_their_ids_are_put_together():
    assert pair("1", "12").key != pair("11", "2").key


@pytest.mark.parametrize("write", [write_csv, write_json])
def test_decisions_travel_as_a_table_and_come_back(tmp_path, write):
    made = [
        decision(Verdict.CANNOT_SAY, wanted("W-2"), held(), reason="no finger-prints;\n«sin huellas»"),
        decision(Verdict.SAME, wanted(), held()),
    ]
    path = tmp_path / "decisions"
    path.write_text(write(made), encoding="utf-8")
    assert read_decisions(path) == {each.pair: each for each in made}


def test_the_table_does_not_depend_on_the_order_of_the_decisions():
    made = [decision(Verdict.SAME, wanted(f"W-{n}"), held()) for n in range(3)]
    assert write_csv(made) == write_csv(reversed(made))


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        ({"verdict": "perhaps"}, "'perhaps' is no verdict; write one of: same, not-the-same, cannot-say"),
        ({"at": "noon"}, "'noon' is no instant"),
        ({"at": "2025-01-15T12:00:00"}, "has no zone"),
        ({"reason": ""}, "reason is missing"),
    ],
)
def test_a_row_that_is_no_decision_is_named(tmp_path, change, complaint):
    told = json.loads(write_json([decision(Verdict.SAME, wanted(), held())]))
    told["decisions"][0] |= change
    path = tmp_path / "d.json"
    path.write_text(json.dumps(told), encoding="utf-8")
    with pytest.raises(UnreadableDecisions, match=complaint) as refused:
        read_decisions(path)
    assert refused.value.where == "d.json: 1"


@pytest.mark.parametrize("text", ["{broken", '{"decisions": 3}', "[1]"])
def test_a_file_that_holds_no_decisions_is_refused(tmp_path, text):
    path = tmp_path / "d.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(UnreadableDecisions):
        read_decisions(path)


def test_a_pair_decided_twice_in_one_file_is_refused(tmp_path):
    path = tmp_path / "d.csv"
    text = write_csv([decision(Verdict.SAME, wanted(), held())])
    path.write_text(text + text.splitlines()[1] + "\n", encoding="utf-8")
    with pytest.raises(UnreadableDecisions, match="has a decision above"):
        read_decisions(path)


def test_a_file_in_another_encoding_is_refused(tmp_path):
    path = tmp_path / "d.csv"
    path.write_bytes("señor".encode("latin-1"))
    with pytest.raises(UnreadableDecisions, match="not UTF-8"):
        read_decisions(path)


def test_a_proposal_comes_back_from_its_text():
    assert read_proposal(write_proposal(proposal(rivals=("R-2",)))) == proposal(rivals=("R-2",))
