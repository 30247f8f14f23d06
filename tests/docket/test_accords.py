"""The ledger of two States: each side speaks for itself, signatures take two officers, nothing is lost."""

from dataclasses import replace
from datetime import date

import pytest

from dedere.accords.accord import Attendant, Words
from dedere.accords.figures import Figure
from dedere.accords.position import Position
from dedere.accords.reading import Reading, Why
from dedere.docket import text
from dedere.docket.accords import AccordFile, allowed_in, decide_accord, fold_accord
from dedere.docket.acts import Act
from dedere.docket.entries import AccordRecorded
from dedere.docket.told import told as say
from promised import MADE, NAMED, Play, accord, account

import cast


def recorded(told=None, home: str = "MX") -> Play:
    play = Play(home=home)
    assert play.records(told) == ""
    return play


def test_an_accord_is_recorded_once_by_the_act_of_its_kind():
    play = Play()
    assert play.records(accord("measure"), code="record-commitment") == "accord-of-another-kind"
    assert play.states("kept") == "no-such-accord"
    assert play.records() == ""
    assert play.records() == "accord-exists"
    assert play.file.read.reading is Reading.UNKNOWN


@pytest.mark.parametrize(
    ("more", "field"),
    [
        ({"between": ("MX", "MX")}, "between"),
        ({"between": ("MX", "Us")}, "between"),
        ({"by": ("GT",)}, "by"),
        ({"beneficiary": "GT"}, "beneficiary"),
        ({"on": "3 February"}, "on"),
        ({"on": "2025-02-30"}, "on"),
        ({"until": "2024"}, "until"),
        ({"every": -1}, "every"),
        ({"accounts": (account("GT"),)}, "whose"),
        ({"accounts": (account("US", None),)}, "silent"),
        ({"accounts": (account("ledger", None, silent=True),)}, "silent"),
        ({"accounts": (account("US", None, silent=True),)}, "accounts"),
        ({"accounts": (account(), account())}, "accounts"),
        ({"accounts": (account(words=Words(en="x", es="")),)}, "es"),
        ({"attended": (Attendant(state="MX", name="the minister"),)}, "attended"),
        ({"area": "weather"}, "area"),
        ({"figure": Figure(name="persons-handed-over", about="death-penalty")}, "figure"),
        (
            {"figure": Figure(name="requests-received", since=date(2025, 2, 1), until=date(2025, 1, 1))},
            "figure",
        ),
    ],
)
def test_an_accord_that_cannot_be_told_is_refused_with_the_field(more, field):
    play = Play()
    assert play.records(accord(**more)).startswith("content-")
    assert play.file.version == 0
    refused = decide(accord(**more))
    assert refused.facts == {"field": field}


def decide(promised, code=""):
    entry = AccordRecorded(accord=promised)
    act = Act(code=code or f"record-{promised.kind}", entry=entry, occurred_at=cast.NOON)
    return decide_accord(AccordFile(number=""), act, home="MX", by=cast.ANA, at=cast.NOON)


def test_a_ledger_holds_only_what_our_state_is_a_side_of():
    assert Play(home="GT").records() == "not-a-side"
    assert decide(accord(figure=Figure(name="votes-cast"))).code == "no-such-figure"


def test_our_officers_speak_for_our_state_and_for_no_other():
    play = recorded()
    assert play.states("kept", side="US") == "not-our-side"
    assert play.states("kept") == ""
    assert play.file.column("MX").position is Position.KEPT
    assert play.file.column("US").position is Position.UNKNOWN
    assert play.file.read.reading is Reading.ONE_SAYS_KEPT


def test_what_the_other_state_says_needs_its_source_and_stands_marked_as_published():
    play = recorded()
    assert play.publishes("kept", sources=()) == "source-missing"
    assert play.publishes("kept", side="GT") == "not-a-side"
    assert play.publishes("kept") == ""
    said = play.file.column("US").current
    assert (said.published, said.sources, said.position) == (True, ("S-1",), Position.KEPT)


def test_a_statement_is_replaced_by_a_later_one_of_its_side_and_never_by_an_older_one():
    play = recorded()
    play.publishes("open", on=date(2025, 1, 14))
    play.publishes("kept", on=date(2025, 1, 12))
    own = play.file.column("US")
    assert own.position is Position.OPEN
    assert [each.position for each in own.statements] == [Position.KEPT, Position.OPEN]
    play.publishes("broken", on=date(2025, 1, 14))
    assert play.file.column("US").position is Position.BROKEN


def test_a_statement_is_neither_of_a_day_to_come_nor_of_one_before_the_promise():
    play = recorded()
    assert play.states("kept", on=cast.later(days=1).date()) == "in-the-future"
    assert play.states("kept", on=date(2025, 1, 9)) == "before-the-promise"
    assert play.states("kept", on=MADE) == ""


def test_what_the_other_side_said_is_struck_by_two_officers_only_and_stays_to_be_read():
    play = recorded()
    play.publishes("broken")
    assert play.strikes(1) == "no-position-there"
    assert play.strikes(9) == "no-such-line"
    assert play.strikes(2) == ""
    assert play.file.column("US").position is Position.BROKEN
    assert play.countersigns(by=cast.ANA) == "same-officer"
    assert play.countersigns() == ""
    own = play.file.column("US")
    assert (own.position, [each.struck for each in own.statements]) == (Position.UNKNOWN, [True])
    assert play.strikes(2) == "no-position-there"


def test_our_state_signs_the_text_by_two_officers():
    play = recorded()
    assert play.signs(side="US") == "not-our-side"
    assert play.signs() == ""
    assert play.file.signed_by("MX") is None
    assert play.signs() == "accord-awaits-signature"
    assert play.countersigns() == ""
    signed = play.file.signed_by("MX")
    assert (signed.by, signed.second, signed.published) == (cast.ANA, cast.BRUNO, False)
    assert play.signs() == "signed-already"


def test_the_other_states_signature_is_taken_from_what_it_published():
    play = recorded()
    assert play.publishes_signature(sources=()) == "source-missing"
    assert play.publishes_signature() == ""
    assert play.countersigns() == ""
    assert play.file.signed_by("US").published


def test_a_correction_takes_two_officers_and_leaves_signatures_on_the_older_text():
    play = recorded()
    play.signs()
    play.countersigns()
    assert play.corrects(play.file.recorded) == "nothing-corrected"
    assert play.corrects(accord("measure")) == "accord-of-another-kind"
    told = accord(due=date(2025, 2, 1))
    assert play.corrects(told) == ""
    assert play.file.recorded.due is None
    assert play.countersigns() == ""
    assert play.file.recorded == told
    assert play.file.signed_by("MX") is None
    assert len(play.file.column("MX").signatures) == 1
    assert play.signs(digest="0" * 64) == "text-changed"


def test_a_text_that_changed_before_the_second_signature_is_read_again():
    play = recorded()
    play.signs()
    assert play.declines(99) == "no-such-proposal"
    assert play.declines(2) == ""
    assert play.file.awaiting is None
    assert play.declines(2) == "no-such-proposal"


def test_evidence_says_what_it_is_and_where_it_is():
    play = recorded()
    assert play.evidence(en=" ") == "content-missing"
    assert play.evidence(document="") == "source-missing"
    assert play.evidence(document="D-7") == ""
    assert play.evidence() == ""
    assert [line.sources for line in play.file.evidence] == [(), ("S-1",)]


def test_evidence_from_the_docket_is_a_figure_of_the_list():
    play = recorded()
    assert play.states("kept", figure=Figure(name="votes-cast")) == "no-such-figure"
    assert play.states("kept", figure=Figure(name="persons-handed-over")) == ""


def test_a_promise_that_one_account_leaves_out_reads_as_disputed_until_both_own_it():
    told = accord(accounts=(account("MX"), account("US", None, silent=True)))
    play = recorded(told)
    assert (play.file.read.reading, play.file.read.why) == (Reading.DISPUTED, (Why.LEFT_OUT,))
    play.states("open")
    assert play.file.read.reading is Reading.DISPUTED
    play.publishes("open")
    assert play.file.read.reading is Reading.AGREED_OPEN


def test_a_dispute_stays_visible_whatever_the_other_side_says():
    play = recorded()
    play.publishes("disputed")
    for position in ("kept", "broken", "open", "unknown"):
        play.states(position)
        assert (play.file.read.reading, Why.SAID_SO in play.file.read.why) == (Reading.DISPUTED, True)


def test_sides_that_contradict_each_other_read_as_disputed():
    play = recorded()
    play.states("kept")
    play.publishes("broken")
    assert (play.file.read.reading, play.file.read.why) == (Reading.DISPUTED, (Why.CONTRADICTED,))
    play.publishes("kept")
    assert play.file.read.reading is Reading.AGREED_KEPT


def test_texts_that_differ_are_both_kept():
    other = Words(en="lend two ferries and a tug", es="prestar dos transbordadores y un remolcador")
    play = recorded(accord(accounts=(account("MX"), account("US", other))))
    assert play.file.read.apart
    assert (play.file.recorded.of("MX").words, play.file.recorded.of("US").words) == (NAMED, other)


def test_what_may_be_filed_follows_the_file():
    assert {act.code for act in allowed_in(Play().file)} == {
        "record-meeting",
        "record-agreement",
        "record-commitment",
        "record-measure",
    }
    play = recorded()
    assert "sign-accord" in {act.code for act in allowed_in(play.file)}
    play.signs()
    after = {act.code for act in allowed_in(play.file)}
    assert ("sign-accord" in after, "refuse-signature" in after, "state-position" in after) == (
        False,
        True,
        True,
    )


def test_a_file_comes_back_from_the_journal_as_it_was():
    told = replace(
        accord("meeting", attended=(Attendant(state="US", name="the ministers"),)),
        agenda=NAMED,
        figure=Figure(name="persons-handed-over", since=MADE, target=2),
    )
    play = recorded(told)
    play.states("kept", figure=Figure(name="persons-handed-over"))
    play.publishes("open")
    play.signs()
    again = [text.read(text.write(line)) for line in play.file.lines]
    assert fold_accord("A-2025-0001", again) == play.file


def test_every_refusal_of_an_accord_is_told_in_words():
    refused = decide(accord(by=("GT",)))
    assert say(refused, "es")
    measure = decide(accord("measure"), code="record-commitment")
    assert say(measure, "en") == (
        "This is of another kind (Measure): each kind is recorded by its own act, "
        "and a correction does not change it."
    )
