"""The picture of before and after: well formed, told in words, escaped, the same without colour."""

from __future__ import annotations

from functools import cache
from itertools import pairwise
from xml.etree import ElementTree

import pytest

from dedere.links.effect.caveats import ALWAYS as CAVEATS
from dedere.links.effect.effect import effect
from dedere.links.effect.picture import SHOWN, picture
from dedere.links.effect.report import report_effect
from dedere.links.effect.spoken import number
from dedere.links.effect.stated import Adding, Effect, Verdict
from dedere.links.measures.measure import ALWAYS, BETWEEN_ENDS
from dedere.words.wording import codes
from links.networks import network

SOMETIMES = ("many-looked-at", "sampled-sources", "fewer-draws", "best-for", "best-not-sought")
NAME = "{http://www.w3.org/2000/svg}"


@cache
def found() -> Effect:
    return effect(
        network("<ana> - beto", "beto - carla"),
        {"group": ["beto"]},
        ends=[("<ana>", "carla")],
        draws=20,
        seek=0.1,
    )


def drawing(language: str) -> ElementTree.Element:
    return ElementTree.fromstring(picture(found().groups[0], language, id="here"))  # noqa: S314 (our own text)


@pytest.mark.parametrize("language", ["en", "es"])
def test_the_picture_is_well_formed_and_says_in_words_what_it_shows(language: str) -> None:
    drawn = drawing(language)
    title, described = drawn.find(f"{NAME}title"), drawn.find(f"{NAME}desc")
    assert title is not None
    assert described is not None
    assert (
        drawn.attrib["aria-labelledby"]
        == f"{title.attrib['id']} {described.attrib['id']}"
        == "here-title here-desc"
    )
    assert "<ana>" in (described.text or "")
    assert (described.text or "").count(";") == len(SHOWN) - 1


def test_nothing_is_told_by_colour_or_by_a_style() -> None:
    text = picture(found().groups[0], "en")
    assert "style" not in text
    assert {part.split('"')[0] for part in text.split('fill="')[1:]} == {"currentColor", "none"}


def test_no_two_lines_of_words_stand_on_each_other() -> None:
    drawn = drawing("es")
    heights = sorted({float(text.attrib["y"]) for text in drawn.iter(f"{NAME}text")})
    assert min(low - high for high, low in pairwise(heights)) >= 11


def test_figures_are_written_for_people() -> None:
    assert [number(1234567), number(-3, signed=True), number(2, signed=True), number(0.25)] == [
        "1,234,567",
        "−3",
        "+2",
        "0.250",
    ]


def test_every_code_of_an_effect_has_words() -> None:
    wanted = {
        *(f"measure.{measure.code}" for measure in (*ALWAYS, *BETWEEN_ENDS)),
        *(f"verdict.{verdict.value}" for verdict in Verdict),
        *(f"adding.{adding.value}" for adding in Adding),
        *(f"network-caveat.{code}" for code in (*CAVEATS, *SOMETIMES)),
        *(f"network-caveat.{caveat.code}" for caveat in found().caveats),
        *(f"network-finding.{finding.code}" for finding in found().groups[0].findings),
    }
    assert wanted - codes().keys() == set()


def test_the_report_writes_whole_figures_whole() -> None:
    largest = report_effect(found())["groups"][0]["figures"][0]
    assert (largest["before"]["value"], largest["after"]["value"]) == (3, 1)
    assert isinstance(largest["before"]["value"], int)
