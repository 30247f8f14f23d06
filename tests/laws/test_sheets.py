"""Tables on their way to a spreadsheet: no text in them begins a formula, and all of it comes back."""

from __future__ import annotations

import csv
import io
import tempfile
from pathlib import Path

import polars as pl
from hypothesis import example, given
from hypothesis import strategies as st

from dedere.cli.network.lists import ids
from dedere.files.frames import harmless_frame, meant_frame
from dedere.files.sheets import Sheet, harmless, meant
from dedere.links.reading import read
from dedere.links.writing import write
from links.networks import network

STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "'", " ", "＝", "＋", "－", "＠")
TEXTS = st.builds(str.__add__, st.sampled_from(("", *STARTS)), st.text(max_size=6))


def runs(cell: str) -> bool:
    """Whether a spreadsheet might take a cell for more than words."""
    return cell[:1] in ("\t", "\r", "\n") or cell.lstrip()[:1] in tuple("=+-@＝＋－＠")


@given(TEXTS)
@example("\x1c=1")
@example("''=1")
def test_no_cell_begins_a_formula_and_each_is_read_as_it_was_meant(text: str) -> None:
    assert not runs(harmless(text)) or not text
    assert meant(harmless(text)) == text


@given(st.lists(st.tuples(TEXTS, TEXTS, st.integers()), min_size=1, max_size=4))
def test_a_sheet_leads_texts_by_an_apostrophe_and_leaves_numbers(rows: list[tuple[str, str, int]]) -> None:
    file = io.StringIO(newline="")
    Sheet(file).rows(rows)
    found = list(csv.reader(io.StringIO(file.getvalue(), newline="")))
    assert not any(runs(cell) for row in found for cell in row[:2])
    assert [(meant(one), meant(other), int(number)) for one, other, number in found] == rows


@given(st.lists(TEXTS, min_size=1, max_size=4), TEXTS)
def test_a_whole_table_is_led_as_one_cell_is(texts: list[str], heading: str) -> None:
    table = pl.DataFrame({heading: texts, f"{heading}#": range(len(texts))})
    led = harmless_frame(table)
    assert led.columns == [harmless(heading), harmless(f"{heading}#")]
    assert not any(runs(cell) for cell in led[led.columns[0]])
    assert meant_frame(led)[led.columns[0]].to_list() == texts


def test_ties_written_as_a_table_come_back_with_ids_that_look_like_formulas() -> None:
    told = network("=Ana() - @Beto", "-1+2 - =Ana()")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "ties.csv"
        write(told, path)
        assert "\n'-1+2,'=Ana()" in path.read_text(encoding="utf-8")
        assert read(path).ties.select("from", "to").rows() == [("=Ana()", "@Beto"), ("-1+2", "=Ana()")]


def test_a_list_of_parties_names_them_as_they_are_meant(tmp_path: Path) -> None:
    path = tmp_path / "only.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        Sheet(file).rows([("id",), ("=Ana()",), ("'Beto",)])
    assert ids(path) == ("=Ana()", "'Beto")
