"""What is true of every clause, fact and source, whatever it says."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

import dedere.law
from dedere.docket.entries import KINDS as ENTRIES
from dedere.docket.stage import TrackKind
from dedere.law.instrument import Clause
from dedere.law.library import PACKAGED, library
from dedere.words.wording import codes

LAW = Path(dedere.law.__file__).parent
SAID = codes().keys()
CLAUSES = [
    pytest.param(clause, id=f"{instrument.id}:{clause.id}")
    for instrument in library().instruments.values()
    for clause in instrument.clauses
]
# Read by nobody: what the list of provisions marks as from general knowledge, in whole or in part,
# and what was read in a draft only.
GENERAL_KNOWLEDGE = {
    "us-mx-1978": "4, 5(1), 5(2), 5(3), 6, 9(1), 9(2), 10(1), 10(2), 10(3), 10(4), 10(5), 10(6)(a), "
    "10(6)(b), 11(1), 11(3), 11(4), 15(3), 16, 17(1), 17(1)(b), 17(2), 18, 19, 20, 21, 22, 23",
    "mx-lei-1975": "5, 6, 7(II), 7(III), 7(IV), 8, 9, 10, 10(II), 11, 12, 14, 15, 16, 17, 18, 19, 20, "
    "21, 22, 23, 24, 26, 27, 28, 29, 30, 31, 32, 34, 35, 37",
    "mx-constitution": "15, 22, 89, 119",
    "mx-amparo": "17, 17(I), 17(IV)",
    "us-18usc-209": "3184, 3188 (Jimenez, 1963), 3193-3195, 28 USC 2241",
    "us-18usc-209-incoming": "3192",
    "us-mx-1976": "II(3), II(5), IV, IV(4), V, VII, 18 USC 4100-4115",
    "mx-scjn-life-2001": "Constitution 22",
}


@pytest.mark.parametrize("clause", CLAUSES)
def test_a_clause_that_was_read_names_where(clause: Clause) -> None:
    assert clause.citation.checked in ("", *clause.sources)


@pytest.mark.parametrize("clause", CLAUSES)
def test_a_paraphrase_stands_in_two_languages_and_ends(clause: Clause) -> None:
    for text in (clause.text, clause.reading or clause.text):
        assert text["en"] != text["es"]
        assert text["en"].endswith(".")
        assert text["es"].endswith(".")


@pytest.mark.parametrize("instrument", GENERAL_KNOWLEDGE)
def test_a_clause_from_general_knowledge_is_unchecked(instrument: str) -> None:
    articles = set(GENERAL_KNOWLEDGE[instrument].split(", "))
    found = {
        article
        for clause in library().instruments[instrument].clauses
        if not clause.citation.checked
        for article in clause.citation.article.split(", ")
    }
    assert articles <= found
    assert found - articles <= {"14(4)"}  # read, save for the length that Mexican law gives it


def test_every_entry_that_moves_a_clock_exists() -> None:
    unknown = {
        (clause.id, code)
        for instrument in library().instruments.values()
        for clause in instrument.clauses
        if clause.clock
        for code in (*clause.clock.start, *clause.clock.stop, *clause.clock.pause, *clause.clock.resume)
        if code not in ENTRIES
    }
    assert unknown == set()


def test_every_route_is_a_track() -> None:
    tracks = {track.value for track in TrackKind}
    assert {route for each in library().instruments.values() for route in each.routes} <= tracks


def test_no_fact_is_declared_that_nothing_asks() -> None:
    asked = {
        fact
        for instrument in library().instruments.values()
        for clause in instrument.clauses
        for fact in clause.question.facts
    }
    computed = "".join(
        path.read_text(encoding="utf-8")
        for path in (*(LAW / "limitation").glob("*.py"), *PACKAGED.glob("*/limitation.toml"))
    )
    of_a_side = re.compile(r"-(requesting|requested)$")
    asked |= {fact for fact in library().facts if f'"{of_a_side.sub("-{side}", fact)}"' in computed}
    assert sorted(set(library().facts) - asked) == []


def test_no_question_is_worded_that_no_fact_asks() -> None:
    said = {key.removeprefix("fact.") for key in SAID if key.startswith("fact.")}
    assert said == set(library().facts)


def test_every_code_that_answers_a_fact_has_words() -> None:
    wanted = {f"answer.{fact.name}.{code}" for fact in library().facts.values() for code in fact.codes}
    assert {key for key in SAID if key.startswith("answer.")} == wanted


def test_every_source_is_an_address() -> None:
    assert library().sources
    assert [key for key, address in library().sources.items() if not address.startswith("http")] == []


def test_conflicting_lengths_are_clocks_of_their_own() -> None:
    lengths = {
        (clause.clock.rule, clause.requested): (clause.clock.length, clause.clock.unit, clause.clock.expiry)
        for instrument in library().instruments.values()
        for clause in instrument.clauses
        if clause.clock
    }
    assert lengths == {
        ("provisional-arrest", ""): (60, "days", "released-at-once"),
        ("detention-constitution", ""): (60, "calendar-days", "released-at-once"),
        ("precautionary-measures", ""): (2, "calendar-months", "released-at-once"),
        ("exceptions", ""): (3, "days", "opinion-follows"),
        ("proof", ""): (20, "days", "opinion-follows"),
        ("opinion", ""): (5, "days", "no-stated-sanction"),
        ("opinion-on-consent", ""): (3, "days", "no-stated-sanction"),
        ("ministry-decision", ""): (20, "days", "no-stated-sanction"),
        ("amparo-lei", ""): (15, "days", "surrender-follows"),
        ("amparo-general", ""): (15, "working-days", "no-stated-sanction"),
        ("amparo-extradition", ""): (30, "working-days", "no-stated-sanction"),
        ("removal-lei", ""): (60, "calendar-days", "barred-for-good"),
        ("removal-treaty", "MX"): (60, "calendar-days", "may-refuse-later"),
        ("removal-treaty", "US"): (2, "calendar-months", "may-refuse-later"),
        ("us-commitment", ""): (2, "calendar-months", "release-on-application"),
        ("us-commitment-after-litigation", ""): (2, "calendar-months", "release-on-application"),
        ("speciality", ""): (60, "days", "protection-ends"),
        ("speciality-lei", ""): (2, "calendar-months", "protection-ends"),
        ("provisional-arrest-may", ""): (18, "days", "may-release"),
        ("surrender-may", ""): (15, "days", "may-release"),
        ("surrender", ""): (30, "days", "released-at-once"),
        ("warrant-decision-on-consent", ""): (10, "days", "no-stated-sanction"),
        ("warrant-decision", ""): (60, "days", "no-stated-sanction"),
        ("warrant-decision-extended", ""): (90, "days", "no-stated-sanction"),
        ("warrant-surrender", ""): (10, "days", "released-at-once"),
        ("speciality-consent", ""): (30, "days", "no-stated-sanction"),
    }


def test_the_appendix_is_marked_unchecked_and_claims_no_numbers() -> None:
    appendix = tomllib.loads((PACKAGED / "us-mx-1978" / "appendix.toml").read_text(encoding="utf-8"))
    assert appendix["checked"] == ""
    assert len(appendix["item"]) < appendix["counted"]
    assert all({"en", "es"} <= set(item) <= {"en", "es", "iccs"} for item in appendix["item"].values())
    assert set(appendix["source"]) <= set(library().sources)
