"""A comparison from folder to folder: each step once, nothing after the end, the list proved afterwards."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from hashlib import sha512
from pathlib import Path

import polars as pl
import pytest

from dedere.persons.apart.exchange import Hand
from dedere.persons.apart.message import UnreadableMessage
from dedere.persons.apart.sitting import Sitting, UnreadableSitting, open_sitting
from dedere.persons.apart.steps import answer, find, found, give_back, holds, offer
from dedere.persons.apart.terms import Terms, UnreadableTerms, read_terms
from dedere.words import Refused, State

TERMS = Terms(
    session="0" * 32,
    offers=State("US"),
    answers=State("MX"),
    kinds=("curp", "two-names-date"),
    offered=4,
    answered=5,
    until=date(2027, 1, 31),
    rest=30,
)
LATER = replace(TERMS, session="1" * 32)
WANTED = {"curp|INVENTED-1": ["w1"], "two-names-date|ARSE+BRITO|1980-03-05": ["w1", "w2"]}
HELD = {"two-names-date|ARSE+BRITO|1980-03-05": ["h7"], "curp|INVENTED-9": ["h9"]}
DAY = date(2026, 11, 24)


def hand(name: str, terms: Terms = TERMS) -> Hand:
    return Hand(terms=terms, secret=sha512(name.encode()).digest())


def begun(result: Sitting | Refused) -> Sitting:
    assert isinstance(result, Sitting), result
    return result


def table(result: pl.DataFrame | Refused) -> pl.DataFrame:
    assert isinstance(result, pl.DataFrame), result
    return result


class Two:
    """Two States, each with a folder of its own; a message is a file of the other's folder."""

    def __init__(self, place: Path) -> None:
        self.us, self.mx = place / "us", place / "mx"
        self.asking = begun(offer(self.us, hand("us"), WANTED, DAY))
        self.offered = self.asking.folder / "offer.apart"
        self.asked = begun(answer(self.mx, hand("mx"), HELD, self.offered, DAY))
        self.answered = self.asked.folder / "answer.apart"

    def ended(self) -> tuple[pl.DataFrame, pl.DataFrame]:
        ours = table(give_back(self.asking, hand("us"), self.answered))
        return ours, table(find(self.asked, self.asking.folder / "return.apart"))


@pytest.fixture
def two(tmp_path: Path) -> Two:
    return Two(tmp_path)


def test_each_side_ends_with_its_own_records_that_both_have_and_one_name_for_the_key(two: Two) -> None:
    ours, theirs = two.ended()
    assert ours["ids"].to_list() == [["w1", "w2"]]
    assert theirs["ids"].to_list() == [["h7"]]
    assert ours.select("key", "token").equals(theirs.select("key", "token"))
    assert found(open_sitting(two.asking.folder)).equals(ours)


def test_both_sides_can_seal_the_same_transcript(two: Two) -> None:
    two.ended()
    assert list(two.asking.transcript()) == list(two.asked.transcript())
    assert [each["file"] for each in two.asked.transcript()] == [
        "terms.json",
        "offer.apart",
        "answer.apart",
        "return.apart",
    ]


def test_what_a_side_keeps_is_for_its_owner_alone(two: Two) -> None:
    two.ended()
    assert two.asking.folder.stat().st_mode & 0o077 == 0
    assert [path.name for path in two.asking.folder.iterdir() if path.stat().st_mode & 0o077] == []


def test_an_offer_is_answered_once(two: Two) -> None:
    again = answer(two.mx, hand("mx again"), HELD, two.offered, DAY)
    assert isinstance(again, Refused)
    assert again.code == "apart-held-already"


def test_a_second_answer_in_the_same_session_is_refused(two: Two, tmp_path: Path) -> None:
    more = begun(answer(tmp_path / "more", hand("more"), WANTED, two.offered, DAY))
    two.ended()
    again = give_back(two.asking, hand("us"), more.folder / "answer.apart")
    assert again == Refused(code="apart-answered-already", facts={"session": TERMS.session})


def test_the_same_answer_gives_the_same_message_and_result_again(two: Two) -> None:
    ours, theirs = two.ended()
    again, once_more = two.ended()
    assert again.equals(ours)
    assert once_more.equals(theirs)


def test_a_message_replayed_into_a_later_session_is_refused_and_leaves_nothing(two: Two) -> None:
    with pytest.raises(UnreadableMessage, match="another session"):
        answer(two.mx, hand("mx", LATER), HELD, two.offered, date(2027, 1, 1))
    assert not (two.mx / LATER.session).exists()


@pytest.mark.parametrize(
    ("terms", "on", "code"),
    [
        (LATER, date(2027, 2, 1), "apart-over"),
        (LATER, date(2026, 12, 23), "apart-too-soon"),
        (replace(LATER, offered=1), date(2026, 12, 24), "apart-list-too-long"),
    ],
)
def test_a_comparison_that_may_not_begin_is_refused(two: Two, terms: Terms, on: date, code: str) -> None:
    refused = offer(two.us, hand("us", terms), WANTED, on)
    assert isinstance(refused, Refused)
    assert refused.code == code
    assert not (two.us / terms.session).exists()


def test_after_the_days_agreed_the_two_may_compare_again(two: Two) -> None:
    assert begun(offer(two.us, hand("us", LATER), WANTED, date(2026, 12, 24))).terms == LATER


def test_a_begun_folder_left_by_a_crash_is_no_comparison_and_is_laid_down_anew(two: Two) -> None:
    left = two.us / f".{LATER.session}.part"
    left.mkdir()
    (left / "terms.json").write_bytes(LATER.as_bytes())
    assert begun(offer(two.us, hand("us", LATER), WANTED, date(2026, 12, 24))).offers
    assert not left.exists()


def test_the_list_compared_can_be_proved_and_no_other(two: Two) -> None:
    assert holds(two.asking, hand("us"), WANTED)
    assert not holds(two.asking, hand("us"), WANTED | {"curp|INVENTED-2": ["w3"]})
    assert not holds(two.asked, hand("another secret"), HELD)


def test_a_step_out_of_order_says_what_is_missing(two: Two, tmp_path: Path) -> None:
    with pytest.raises(UnreadableSitting, match=r"found\.parquet is not here; take the steps in their order"):
        found(two.asking)
    with pytest.raises(UnreadableSitting, match="no folder of a comparison"):
        open_sitting(tmp_path)


@pytest.mark.parametrize(
    ("change", "what"),
    [
        ({"session": "short"}, "no session"),
        ({"answers": State("US")}, "one State both offers and answers"),
        ({"kinds": ("shoe-size",)}, "no keys are known as shoe-size"),
        ({"kinds": ()}, "no keys are known as nothing"),
        ({"offered": 0}, "lists of 0 and 5 keys"),
        ({"rest": -1}, "-1 days"),
        ({"standard": "another"}, "keys by standard another"),
    ],
)
def test_terms_that_do_not_stand_are_refused(tmp_path: Path, change: dict[str, object], what: str) -> None:
    path = tmp_path / "terms.json"
    path.write_bytes(replace(TERMS, **change).as_bytes())  # type: ignore[arg-type]
    with pytest.raises(UnreadableTerms, match=what):
        read_terms(path)


@pytest.mark.parametrize(
    "written",
    [
        b"",
        b"[]",
        b"{}",
        b"\xff",
        b"[" * 100_000,
        TERMS.as_bytes().replace(b'"US"', b'"us"'),
        TERMS.as_bytes().replace(b":4,", b":4.5,"),
        TERMS.as_bytes().replace(b":4,", b":true,"),
        TERMS.as_bytes().replace(b"{", b'{"more":1,'),
    ],
)
def test_what_is_no_terms_is_refused(tmp_path: Path, written: bytes) -> None:
    path = tmp_path / "terms.json"
    path.write_bytes(written)
    with pytest.raises(UnreadableTerms, match="no terms"):
        read_terms(path)


def test_terms_written_otherwise_are_refused_since_their_digest_differs(tmp_path: Path) -> None:
    path = tmp_path / "terms.json"
    path.write_bytes(TERMS.as_bytes().replace(b":", b": "))
    with pytest.raises(UnreadableTerms, match="rewritten"):
        read_terms(path)
    path.write_bytes(TERMS.as_bytes())
    assert read_terms(path) == TERMS
