"""An assessment is repeated from its report: the same files say the same, and a changed one is named."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from dedere.law.assess import assess
from dedere.law.library import amended, library, text_of
from dedere.law.readcase import read_case
from dedere.law.repeat import UnreadableReport, read_report, repeat
from dedere.law.report import report

CASES = Path(__file__).parents[1] / "cases"
CASE = read_case(CASES / "t02-eleven-months.toml")


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    """The report of the case, as it was printed."""
    path = tmp_path / "report.json"
    path.write_text(json.dumps(report(assess(CASE, library()))), encoding="utf-8")
    return path


def test_every_case_file_repeated_from_its_report_comes_out_as_then(tmp_path: Path) -> None:
    for path in sorted(CASES.glob("t1*.toml")):
        case, told = read_case(path), tmp_path / "report.json"
        told.write_text(json.dumps(report(assess(case, library()))), encoding="utf-8")
        done = repeat(case, read_report(told), library())
        assert done.same, path.name
        assert all(each.same for each in done.instruments)


def test_the_day_is_the_reports_and_not_the_files(kept: Path) -> None:
    later = replace(CASE, on=date(2030, 1, 1))
    assert repeat(later, read_report(kept), library()).on == CASE.on


def test_a_changed_instrument_is_named_and_so_is_what_it_changes(kept: Path) -> None:
    text = text_of(library().instruments["us-mx-1978"], library())
    changed = text.replace("months   = 12", "months   = 6", 1)
    assert changed != text
    done = repeat(CASE, read_report(kept), amended(library(), "us-mx-1978", changed.encode()))
    assert [each.id for each in done.instruments if not each.same] == ["us-mx-1978"]
    (differing,) = done.differences
    assert differing.article == "2(1)"
    assert differing.before is not None
    assert differing.after is not None
    assert (differing.before.says, differing.after.says) == ("not-met", "met")


def test_a_report_of_another_case_is_refused(kept: Path) -> None:
    with pytest.raises(UnreadableReport, match="it is about"):
        repeat(replace(CASE, id="another"), read_report(kept), library())


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("[]", "this is not a report"),
        ("{", "this is not a report"),
        ('{"route": "x"}', "'on' is missing"),
        ('{"route": "x", "on": "soon"}', "'on' is no day"),
        ('{"route": "x", "on": "2020-01-01", "charges": [{"findings": [{}]}]}', "'instrument' is missing"),
    ],
)
def test_what_is_no_report_is_refused_with_the_remedy(tmp_path: Path, content: str, said: str) -> None:
    path = tmp_path / "report.json"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(UnreadableReport) as caught:
        read_report(path)
    assert said in caught.value.what
    assert caught.value.remedy
