"""The pages of the statistics: written as HTML asks, in both languages, holding only what is published."""

from __future__ import annotations

import csv
import io
import json
import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from django.utils import translation
from jsonschema import Draft202012Validator

from dedere.docket.choices import GROUNDS
from dedere.docket.stage import Stage, TrackKind
from dedere.law.assurances.assurance import ABOUT, CHANGES
from dedere.press.statistics.folder import write_edition
from dedere.press.statistics.pages import edition
from dedere.press.statistics.said import Said
from dedere.press.statistics.sections import PAGES
from dedere.tally.release import Release, publish
from dedere.tally.route import Given, Operation
from dedere.tally.rule import house_rule
from dedere.words import Source
from press.page import Page
from tally.rows import counted, handed, route

ROOT = Path(__file__).parents[2]
SOURCES = {
    "S-1": Source(
        id="S-1",
        outlet="Gaceta <de> prueba",
        date="2025-01-02",
        language="es",
        tier="official-repost",
        address="https://example.org/",
    )
}


def release() -> Release:
    """A docket with three refusals, two of them hidden apart, and a published handover of twelve."""
    routes = [route(consent="not-given")] * 14 + [handed(operation="H-2025-0001")] * 12
    routes += [route(stage="refused", ground="nationality", consent="given", decided="2024")] * 2
    routes += [route(stage="refused", ground="evidence", consent="given", decided="2024")] * 9
    routes += [route(direction="made", opened="2023", consent="not-given")] * 8
    routes += [handed(direction="made", days_to_surrender=31 * each) for each in range(1, 8)]
    operation = Operation(
        id="H-2025-0001", on=date(2025, 1, 2), giving="MX", receiving="US", persons=12, sources=("S-1",)
    )
    given = [Given(about="death-penalty", standing="given")] * 12
    return publish(counted(routes, given, [operation]), house_rule())


RELEASE = release()
EDITIONS = {each: edition(RELEASE, SOURCES, each, demonstration=True) for each in ("en", "es")}
HTML = [(language, f"{page}.html") for language in EDITIONS for page in PAGES]


def page(language: str, file: str) -> Page:
    return Page(EDITIONS[language][file].decode())


@pytest.mark.parametrize(("language", "file"), HTML)
def test_a_page_is_written_as_html_asks(language: str, file: str) -> None:
    assert page(language, file).complaints == []


@pytest.mark.parametrize(("language", "file"), HTML)
def test_every_link_of_a_page_leads_to_a_file_of_the_edition(language: str, file: str) -> None:
    for link in page(language, file).links:
        if link.startswith("../../"):
            _, _, other, _, name = link.split("/")
            assert name in EDITIONS[other]
        elif not link.startswith("#"):
            assert link in EDITIONS[language]


@pytest.mark.parametrize("language", EDITIONS)
def test_every_table_has_its_csv_with_the_same_cells(language: str) -> None:
    shown = {cell for name in PAGES for cell in page(language, f"{name}.html").cells}
    tables = [name for name in EDITIONS[language] if name.endswith(".csv")]
    assert len(tables) == 13
    for name in tables:
        rows = list(csv.reader(io.StringIO(EDITIONS[language][name].decode("utf-8-sig"))))
        assert {cell for row in rows[1:] for cell in row[1:]} <= {*shown, ""}, name


@pytest.mark.parametrize("language", EDITIONS)
def test_nothing_is_written_that_is_not_published(language: str) -> None:
    """Every number in a cell, a bar or a file is a published count, a day of a median, or a year."""
    middles = [each.middle for each in RELEASE.durations if each.middle]
    allowed = {value for table in RELEASE.tables for value in table.values.values() if value is not None}
    allowed |= {int(each) for middle in middles for each in (middle.median, middle.least, middle.most)}
    allowed |= {each.persons for each in RELEASE.operations} | {middle.number for middle in middles}
    hidden = {"hidden", "oculto"}
    cells = [cell for name in PAGES for cell in page(language, f"{name}.html").cells]
    assert hidden & set(cells)
    numbers = {int(cell) for cell in cells if cell.isdecimal()}
    assert numbers - allowed - {2023, 2024, 2025} == set()
    assert 2 not in numbers


def test_hidden_cells_are_written_alike_whatever_they_hold() -> None:
    """The bar of a hidden number is no bar, so that no length tells it."""
    text = EDITIONS["en"]["requests.html"].decode()
    drawn = text[text.index('id="refusals"') : text.index('id="consent"')]
    assert "hidden" in drawn
    assert drawn.count("<rect") == drawn.count("<text") // 2 - drawn[: drawn.index("<table")].count(
        ">hidden<"
    )


def test_a_page_reads_without_its_style() -> None:
    said = page("en", "index.html").said
    assert said.index("Overview") < said.index("Data recorded up to 15 January 2025.")
    assert "Demonstration with public data: these are not the figures of an authority." in said
    assert any("official text, repeated by another outlet" in each for each in said)


def test_the_json_is_what_its_schema_says_and_names_nobody() -> None:
    told = json.loads(EDITIONS["en"]["statistics.json"])
    schema = json.loads((ROOT / "docs" / "reference" / "statistics.schema.json").read_text())
    Draft202012Validator(schema).validate(told)
    assert "H-2025-0001" not in EDITIONS["en"]["statistics.json"].decode()


def test_no_sentence_of_the_statistics_is_said_to_nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    said: set[str] = set()
    say = Said.say
    monkeypatch.setattr(Said, "say", lambda self, key, **facts: said.add(key) or say(self, key, **facts))
    five = [handed(days_to_surrender=each, decided="2024", days_to_decision=each) for each in range(5)]
    for routes in ((), five):
        made = publish(counted(routes), house_rule())
        edition(replace(made, until=None) if not routes else made, {}, "en", demonstration=False)
    edition(RELEASE, SOURCES, "en", demonstration=True)
    wording = (ROOT / "src/dedere/words/codes/statistics.toml").read_text(encoding="utf-8")
    assert set(re.findall(r"^\[(statistics[a-z-]*\.[a-z-]+)\]", wording, re.MULTILINE)) - said == set()


@pytest.mark.parametrize("language", EDITIONS)
def test_every_code_that_a_table_may_hold_has_words(language: str) -> None:
    codes = {
        "track": [each.value for each in TrackKind],
        "stage": [each.value for each in Stage],
        "ground": GROUNDS,
        "about": ABOUT,
        "standing": ("given", "not-known", *CHANGES),
    }
    for told, keys in codes.items():
        for key in keys:
            assert Said(language).key(told, key)[0].isupper()


def test_an_edition_is_the_same_whatever_language_its_builder_speaks() -> None:
    """A drawing higher than a thousand has its height as SVG reads it: no comma, no point."""
    stages = [stage.value for stage in Stage][:25]
    many = publish(counted([route(stage=stage) for stage in stages for _ in range(5)]), house_rule())
    with translation.override("en"):
        made = edition(many, {}, "es", demonstration=False)
    with translation.override("es"):
        assert made == edition(many, {}, "es", demonstration=False)
    assert 'height="1200"' in made["requests.html"].decode()


def test_an_edition_replaces_the_one_before_as_a_whole(tmp_path: Path) -> None:
    write_edition(RELEASE, SOURCES, tmp_path, demonstration=False)
    stray = tmp_path / "es" / "statistics" / "old.csv"
    stray.write_text("1", encoding="utf-8")
    kept = tmp_path / "es" / "robots.txt"
    kept.write_text("", encoding="utf-8")
    written = write_edition(RELEASE, SOURCES, tmp_path, demonstration=False)
    assert (stray.exists(), kept.exists()) == (False, True)
    assert sorted(written) == sorted(tmp_path.rglob("statistics/*"))
