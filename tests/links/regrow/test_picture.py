"""Picture and words of an outlook: no figure without its interval, in both languages, without colour."""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path
from xml.etree import ElementTree

import numpy as np
import pytest

from dedere.links.regrow.outlook import Interval, Outlook
from dedere.links.regrow.picture import picture
from dedere.links.regrow.replacement import CAVEATS as REPLACED
from dedere.links.regrow.replacement import PREFERENCES, Given, replacement
from dedere.links.regrow.report import report
from dedere.links.regrow.scenario import CAVEATS as NATIONAL
from dedere.links.regrow.scenario import INSTEAD, national
from dedere.links.regrow.spoken import rounded, told
from dedere.links.regrow.study import STUDIES, read_study
from dedere.links.regrow.succession import CAVEATS as SUCCESSION
from dedere.links.regrow.succession import succession
from dedere.links.structure import of_ends
from dedere.words.wording import codes

NAME = "{http://www.w3.org/2000/svg}"


@cache
def outlook(model: str) -> Outlook:
    if model == "national":
        return national(29, ("recruitment", "no-recruitment"), years=2, draws=8)
    if model == "succession":
        return succession(3, (), years=2, draws=8)
    chain = of_ends(6, np.arange(5, dtype=np.int32), np.arange(1, 6, dtype=np.int32))
    gone = np.array([False, False, True, False, False, False])
    return replacement(Given(structure=chain, gone=gone, role=np.zeros(6, np.int32), kin=chain), draws=8)


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize(
    ("model", "figure"), [("national", "members"), ("replacement", "efficiency"), ("succession", "groups")]
)
def test_a_picture_says_in_words_every_median_with_its_interval(
    model: str, figure: str, language: str
) -> None:
    drawn = ElementTree.fromstring(picture(outlook(model), figure, language, id="here"))  # noqa: S314
    title, described = drawn.find(f"{NAME}title"), drawn.find(f"{NAME}desc")
    assert title is not None
    assert described is not None
    assert drawn.attrib["aria-labelledby"] == f"{title.attrib['id']} {described.attrib['id']}"
    for outcome in outlook(model).outcomes:
        found = outcome.figures[figure]
        for value in (found.low, found.median, found.high):
            assert rounded(value, figure) in (described.text or "")


def test_each_scenario_has_a_line_of_its_own_kind() -> None:
    text = picture(outlook("national"), "members", "en")
    courses = re.findall(r'class="rg__median [^"]*" d="M76\.0[^"]*" [^>]*stroke-dasharray="([^"]*)"', text)
    assert len(courses) == len(set(courses)) == len(outlook("national").outcomes)
    assert "style=" not in text


def test_a_figure_is_told_no_finer_than_its_model_is() -> None:
    assert (
        told(Interval(low=194172.3, median=208894.5, high=229703.8), "members")
        == "208,894 [194,172; 229,704]"
    )
    assert told(Interval(low=-7.93, median=-6.52, high=5.73), "killed", signed=True) == "−6.5 [−7.9; +5.7]"
    assert told(Interval(low=-0.0, median=0.0, high=0.5127), "density") == "0 [0; 0.513]"


@pytest.mark.parametrize("model", ["national", "replacement", "succession"])
def test_a_report_is_plain_json_with_every_source_in_full(model: str) -> None:
    plain = json.loads(json.dumps(report(outlook(model))))
    assert {row["code"] for row in plain["assumptions"]} == set(outlook(model).study.assumptions)
    assert all(len(source) > 20 for row in plain["assumptions"] for source in row["sources"])
    assert len(plain["scenarios"]) == len(outlook(model).outcomes)


def test_every_code_of_an_outlook_has_words_and_no_words_lack_a_code() -> None:
    models = [outlook(model) for model in ("national", "replacement", "succession")]
    used = {f"scenario.{code}" for code in (*INSTEAD, *PREFERENCES)}
    used |= {f"scenario.{each.scenario}" for found in models for each in found.outcomes}
    used |= {f"figure.{code}" for found in models for each in found.outcomes for code in each.figures}
    studies = [read_study(path) for path in Path(STUDIES).glob("*.toml")]
    used |= {f"assumption.{code}" for each in studies for code in each.assumptions}
    used |= {f"assumption-basis.{row.basis}" for each in studies for row in each.assumptions.values()}
    used |= {f"regrow-caveat.{code}" for code in (*NATIONAL, *REPLACED, *SUCCESSION, "no-kin")}
    said = codes().keys()
    groups = {key.partition(".")[0] for key in used}
    assert used == {key for key in said if key.partition(".")[0] in groups}


def test_every_source_of_a_study_is_cited_by_one_of_its_numbers() -> None:
    for path in sorted(STUDIES.glob("*.toml")):
        found = read_study(path)
        numbers = [*found.assumptions.values(), *found.published.values()]
        assert {key for each in numbers for key in each.sources} == set(found.sources), path.name
