"""``dedere read`` as an operator runs it: text, HTML, standard input, and what is no report."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from cli.run import Shell, here

import cast

SCHEMA = Path(__file__).parents[2] / "docs" / "reference" / "read.schema.json"
PAGE = """<!doctype html><html lang="en"><head><title>Shop</title>
<script>var x = "Mexico extradited 99";</script>
<meta property="article:published_time" content="2025-02-28T08:00:00Z"></head><body>
<nav>Mexico extradited 7</nav><h1>Mexico extradites 12 prisoners</h1>
<p>Mexico handed over <b>12</b> prisoners, among them Ana Luc&iacute;a
Ferrer Montes, to the United&nbsp;States on Thursday.</p>
<p>They were <i>not</i> extradited, officials said."""
KNOWN = "id,name,aliases\nC-1,Ana Lucía Ferrer Montes,La Notaria\n"


@pytest.fixture(autouse=True)
def _no_desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DEDERE_FOLDER", str(tmp_path / "nowhere"))
    monkeypatch.delenv("DATABASE_URL", raising=False)


@pytest.fixture
def page(tmp_path: Path) -> Path:
    (tmp_path / "known.csv").write_text(KNOWN, encoding="utf-8")
    path = tmp_path / "report.html"
    path.write_text(PAGE, encoding="utf-8")
    return path


def test_html_is_read_as_a_reader_sees_it_and_spans_count_in_the_text_given_back(page: Path) -> None:
    ran = here("read", page, "--known", page.parent / "known.csv", "--json")
    assert ran.code == 0, ran.error
    Draft202012Validator(json.loads(SCHEMA.read_text(encoding="utf-8"))).validate(ran.json)
    assert ran.json["date"] == "2025-02-28"
    text = ran.json["text"]
    assert "99" not in text
    found = {
        (each["attribute"], each["value"]): text[each["start"] : each["end"]] for each in ran.json["claims"]
    }
    assert found[("count", 12)] == "12 prisoners"
    assert found[("date", "2025-02-27")] == "Thursday"
    assert found[("to_state", "US")] == "United States"
    assert found[("person", "Ana Lucía Ferrer Montes")] == "Ana Lucía Ferrer Montes"
    assert ("verb", "not-extradited") in found
    assert [each["headline"] for each in ran.json["headline_against_body"]] == ["extradited"]


def test_in_words_each_claim_stands_with_what_it_rests_on(page: Path) -> None:
    ran = here("read", page)
    assert ran.code == 0
    assert "how many: 12 — “12 prisoners”" in ran.out
    assert "Headline against body" in ran.out


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "there is no text"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01", "report.txt"),
        (b"Mexico extradited 12. " * 100_000, "2,000,000 bytes"),
        (b"Mexico extradited 12. " * 5_000, "100,000 characters"),
        ("México extraditó a 12 presos. Año, niño, acción, Ñ.".encode("mac-roman") * 9, "report.txt"),
    ],
)
def test_what_is_no_report_is_refused_in_one_line(tmp_path: Path, data: bytes, said: str) -> None:
    path = tmp_path / "report.txt"
    path.write_bytes(data)
    ran = here("read", path)
    assert ran.code == 2
    assert said in ran.complaint


def test_a_text_without_claims_ends_with_one(tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    path.write_text("The orchestra played in the park.", encoding="utf-8")
    assert here("read", path).code == 1


@pytest.mark.parametrize(("option", "value"), [("--lang", "fr"), ("--date", "Thursday")])
def test_an_option_that_cannot_be_is_refused(page: Path, option: str, value: str) -> None:
    ran = here("read", page, option, value)
    assert ran.code == 2
    assert option in ran.complaint


def test_a_table_of_persons_without_names_is_refused(page: Path) -> None:
    known = page.parent / "bad.csv"
    known.write_text("id,aliases\nC-1,La Notaria\n", encoding="utf-8")
    ran = here("read", page, "--known", known)
    assert ran.code == 2
    assert "no column name" in ran.complaint


def test_without_a_table_the_persons_of_this_desk_are_known(desk: Shell, tmp_path: Path) -> None:
    name = cast.LISTED[0]
    path = tmp_path / "report.txt"
    path.write_text(f"Mexico handed over {name} to the United States.", encoding="utf-8")
    claims = desk.run("read", path, "--json").json["claims"]
    found = [each for each in claims if each["attribute"] == "person"]
    assert [each["value"] for each in found] == [name]
    assert found[0]["id"]


def test_each_claim_is_set_beside_what_stands_of_the_event(tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    path.write_text(
        "On 27 February 2025 Mexico extradited 29 prisoners to the United States.\n"
        "Mexico sent 23 men to the United States, an outlet said.",
        encoding="utf-8",
    )
    ran = here("read", path, "--json")
    Draft202012Validator(json.loads(SCHEMA.read_text(encoding="utf-8"))).validate(ran.json)
    found = {(each["attribute"], each["value"]): each for each in ran.json["claims"]}
    assert found[("count", 29)]["verdict"] == "supported"
    assert {"DOJ-0227", "FGR-0227"} <= set(found[("count", 29)]["against"])
    assert found[("verb", "extradited")]["verdict"] == "contested"
    assert found[("count", 23)]["verdict"] == "contradicted"
    text = here("read", path, "--lang", "es").out + here("read", path).out
    assert "contested; what stands" in text


def test_events_to_compare_with_may_be_handed_in(page: Path, tmp_path: Path) -> None:
    ran = here("read", page, "--against", tmp_path, "--json")
    assert {each["verdict"] for each in ran.json["claims"]} == {"unsupported"}


def test_a_desk_compares_with_its_own_events(desk: Shell, tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    path.write_text("On 27 February 2025 Mexico extradited 29 prisoners.", encoding="utf-8")
    claims = desk.run("read", path, "--json").json["claims"]
    assert {each["verdict"] for each in claims} == {"unsupported"}
