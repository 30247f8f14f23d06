"""A folder of events and claims is read whole, or refused with its file, its line and a remedy."""

from __future__ import annotations

from pathlib import Path

import pytest

from dedere.claims.claim import Bound, SentenceKind
from dedere.claims.folder import UnreadableClaims, has_claims, read_claims
from dedere.claims.recordedfile import UnreadableRecord, records
from dedere.claims.stands import stands

EVENTS = """id,handover,on,giving,receiving,title_en,title_es
X1,H-2031-0001,2031-05-06,AA,BB,Twelve handed over,Entrega de doce
"""
CLAIMS = "id,row,event,about,attribute,value,bound,negated,kind,words,source,speaker,party,corrects\n"
SOURCES = """id,outlet,date,language,tier,address
S1,AP via The Daily,2031-05-07,en,news,
"""
ROW = "c1,,X1,,count,12,at-least,yes,reported,a dozen,S1,the minister,AA,\n"
HANDOVERS = """[[handover]]
id = "H-2031-0001"
on = 2031-05-06
giving = "AA"
receiving = "BB"
basis = "treaty-extradition"
place = "Toluca"
sources = ["S1"]
"""


def folder(path: Path, *, events: str = EVENTS, claims: str = CLAIMS + ROW) -> Path:
    for name, text in (("events.csv", events), ("claims.csv", claims), ("sources.csv", SOURCES)):
        (path / name).write_text(text, encoding="utf-8")
    return path


def test_a_claim_is_read_with_what_is_known_of_its_source(tmp_path: Path) -> None:
    told = read_claims(folder(tmp_path))
    (claim,) = told.claims
    assert (claim.value, claim.bound, claim.negated, claim.kind) == (
        "12",
        Bound.AT_LEAST,
        True,
        SentenceKind.REPORTED,
    )
    assert (claim.tier, claim.origin, claim.on, claim.party) == ("news", "AP", "2031-05-07", "AA")
    assert told.events[0].handover == "H-2031-0001"


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (ROW.replace("X1", "X9"), "no event 'X9'"),
        (ROW.replace("S1", "S9"), "'S9' is not known"),
        (ROW.replace("count", "guilt"), "'guilt' is not known"),
        (ROW.replace("12", "a dozen"), "no whole number"),
        (ROW.replace("at-least", "roughly"), "roughly"),
    ],
)
def test_a_row_that_cannot_be_read_is_named(tmp_path: Path, row: str, said: str) -> None:
    with pytest.raises(UnreadableClaims, match=r"claims\.csv: line 2") as refused:
        read_claims(folder(tmp_path, claims=CLAIMS + row))
    assert said in str(refused.value)


def test_an_event_without_a_day_is_named(tmp_path: Path) -> None:
    with pytest.raises(UnreadableClaims, match=r"events\.csv: line 2"):
        read_claims(folder(tmp_path, events=EVENTS.replace("2031-05-06", "6 May")))


def test_a_folder_without_claims_leaves_nothing_standing(tmp_path: Path) -> None:
    assert not has_claims(tmp_path)
    assert stands(tmp_path).answers == ()


def test_the_handovers_of_the_folder_are_among_the_sources(tmp_path: Path) -> None:
    (tmp_path / "handovers.toml").write_text(HANDOVERS, encoding="utf-8")
    (tmp_path / "undertakings.toml").write_text("undertaking = []\n", encoding="utf-8")
    (tmp_path / "persons.csv").write_text("id,handover,name\nP1,H-2031-0001,Ana Ferrer\n", encoding="utf-8")
    found = {each.question.attribute: each.best for each in stands(folder(tmp_path)).answers}
    best = {attribute: best.value for attribute, best in found.items() if best}
    assert best["verb"] == "treaty-extradition"
    assert best["assurance"] == "none-recorded"
    assert best["departure"] == "Toluca"


def test_handovers_without_their_other_files_are_refused(tmp_path: Path) -> None:
    (tmp_path / "handovers.toml").write_text(HANDOVERS, encoding="utf-8")
    with pytest.raises(UnreadableRecord):
        records(tmp_path)
