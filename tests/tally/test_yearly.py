"""The yearly return: every cell answered or named as missing, and no question claimed that was not read."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from dedere.docket.stage import TrackKind
from dedere.press.statistics.yearly import as_text, told, yearly_csv, yearly_pdf
from dedere.tally.yearly.answer import EXTRADITION, MEASURES, Answer, answers
from dedere.tally.yearly.question import questionnaire
from dedere.words.wording import LANGUAGES, codes
from paper.printed import Printed
from tally.rows import counted, handed, route

import cast

SCHEMA = Path(__file__).parents[2] / "docs" / "reference" / "statistics-return.schema.json"
DOCKET = counted(
    [
        *[route(direction="made", opened="2025")] * 3,
        route(direction="made", opened="2024"),
        route(direction="made", opened="2025", track="deportation"),
        *[handed(consent="given", decided="2025", days_held=each) for each in (10, 30)],
        handed(consent="given", decided="2025"),
        handed(consent="not-given", decided="2025"),
        *[route(stage="refused", decided="2025", ground="nationality")] * 2,
        route(stage="refused", decided="2025", ground="evidence"),
        route(stage="refused", decided="2024", ground="evidence"),
        route(arrested="2025"),
        *[handed(track="national-security-transfer")] * 4,
    ]
)


def answered(year: int = 2025) -> dict[str, Answer]:
    return {question.id: answer for question, answer in answers(DOCKET, year)}


def test_counts_are_of_extraditions_of_the_year_and_exact() -> None:
    found = answered()
    assert {id: found[id].value for id in ("issued", "surrendered-by-us", "surrendered-consenting")} == {
        "issued": 3,
        "surrendered-by-us": 4,
        "surrendered-consenting": 3,
    }
    assert (found["arrested"].value, found["surrendered-to-us"].value) == (1, 0)
    assert found["refused"].parts == {"evidence": 1, "nationality": 2}
    assert found["other-routes"].parts == {"national-security-transfer": 4}


def test_a_mean_says_on_how_many_it_rests_and_who_lacks_a_day() -> None:
    assert answered()["days-consenting"] == Answer(value=20, of=2, without=1)
    assert answered()["days-not-consenting"] == Answer(missing="no-day-on-file", without=1)
    assert answered(2023)["days-consenting"].missing == "nobody-decided"


def test_every_cell_has_a_value_or_says_why_it_has_none() -> None:
    for id, answer in answered().items():
        assert (answer.value is None) == bool(answer.missing), id
    assert {id for id, answer in answered().items() if answer.missing.endswith("-not-kept")} == {
        "channel-interpol",
        "channel-sis",
        "channel-ejn",
        "offences",
    }


def test_no_question_is_claimed_of_a_document_that_was_not_read() -> None:
    """While the document is unchecked, each question names where such a thing was read, or says: nowhere."""
    asked = questionnaire()
    assert asked.checked == ""
    assert [question.id for question in asked.questions if not question.read] == ["other-routes"]
    for question in asked.questions:
        assert set(question.read) <= set(asked.read)
        assert bool(question.measure) != bool(question.missing)
    assert {question.measure for question in asked.questions if question.measure} == set(MEASURES)
    assert {kind.value for kind in TrackKind} > EXTRADITION


def test_each_cell_that_may_be_missing_has_words() -> None:
    missing = {question.missing for question in questionnaire().questions if question.missing}
    missing |= {"no-day-on-file", "nobody-decided"}
    said = {key.partition(".")[2] for key in codes().keys() if key.startswith("yearly-missing.")}  # noqa: SIM118
    assert said == missing


def test_the_json_is_what_its_schema_says() -> None:
    Draft202012Validator(json.loads(SCHEMA.read_text(encoding="utf-8"))).validate(told(DOCKET, 2025))


@pytest.mark.parametrize("language", LANGUAGES)
def test_text_csv_and_paper_say_the_same(language: str) -> None:
    table = list(csv.reader(io.StringIO(yearly_csv(DOCKET, 2025, language).decode("utf-8-sig"))))
    assert len(table) == 1 + len(questionnaire().questions) + 3  # the head, and two grounds and a route
    text = "\n".join(as_text(DOCKET, 2025, language))
    paper = Printed(yearly_pdf(DOCKET, 2025, language, at=cast.NOON)).text
    for _, question, value, missing, _ in table[1:]:
        assert question in text
        assert missing in text
        assert question.split(":")[0].split(",")[0] in " ".join(paper.split())
        assert value in paper
    assert "11356/13" in paper
