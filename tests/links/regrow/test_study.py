"""A study is read whole or refused: no number without its range, its basis and its source."""

from __future__ import annotations

from pathlib import Path

import pytest

from dedere.links.regrow.study import STUDIES, UnreadableStudy, read_study

WHOLE = """
id = "invented"
[sources]
here = "Invented, A. (2020). Nothing at all."
[[assumption]]
code = "rate"
value = 0.2
low = 0.1
high = 0.3
basis = "stated"
sources = ["here"]
checked = "invented"
"""


def written(folder: Path, text: str) -> Path:
    path = folder / "invented.toml"
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize("path", sorted(STUDIES.glob("*.toml")), ids=lambda path: path.stem)
def test_every_study_that_is_shipped_is_read(path: Path) -> None:
    assert read_study(path).assumptions


@pytest.mark.parametrize(
    ("was", "becomes", "complaint"),
    [
        ("value = 0.2", "value = 0.4", "is not between"),
        ('basis = "stated"', 'basis = "guessed"', "basis is unknown"),
        ('sources = ["here"]', "sources = []", "names no source"),
        ('sources = ["here"]', 'sources = ["there"]', "names no source"),
        ('checked = "invented"', "", "missing"),
        ('checked = "invented"', 'checked = "invented"\nsure = true', "unknown"),
    ],
)
def test_a_number_out_of_range_or_without_a_source_is_refused(
    tmp_path: Path, was: str, becomes: str, complaint: str
) -> None:
    with pytest.raises(UnreadableStudy, match=complaint):
        read_study(written(tmp_path, WHOLE.replace(was, becomes)))


def test_one_value_is_its_own_range(tmp_path: Path) -> None:
    plain = WHOLE.replace("low = 0.1\n", "").replace("high = 0.3\n", "")
    rate = read_study(written(tmp_path, plain)).assumptions["rate"]
    assert (rate.low, rate.value, rate.high) == (0.2, 0.2, 0.2)
