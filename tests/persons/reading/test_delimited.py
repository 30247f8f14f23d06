"""Text in columns: encodings, delimiters and quoting as they come, each broken row named, nothing lost."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dedere.files import lines, records
from dedere.files.faults import UnreadableFile
from dedere.persons.reading.roll import open_roll
from persons.reading.rollfile import ANSELMO, BERNARDA, HEAD, TEODORO, batches, faults, read, rollfile

ROWS = (TEODORO, ANSELMO, BERNARDA)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_an_encoding_is_told_by_the_bytes(tmp_path: Path, encoding: str, end: str) -> None:
    path = rollfile(tmp_path, *ROWS, encoding=encoding, end=end)
    frame, aside = read(path)
    assert frame["surname_1"].to_list() == ["Quiñones", "Barragán", "Cuéllar"]
    assert frame["curp"].to_list() == ["QUAT750312HSLXRD07", None, None]
    assert aside == []
    facts = open_roll(path).source.facts
    assert (facts["encoding"], facts["delimiter"]) == (encoding, ",")


@pytest.mark.parametrize("encoding", ["cp850", "mac_roman", "utf-32"])
def test_an_encoding_that_cannot_be_told_is_refused_by_name(tmp_path: Path, encoding: str) -> None:
    rows = (row.replace("é", "e").replace("á", "a").replace("ñ", "n") for row in ROWS)
    path = rollfile(tmp_path, *rows, "R-9,Iñigo,Ñúñez,,,,,,", encoding=encoding)
    with pytest.raises(UnreadableFile) as refused:
        read(path)
    assert refused.value.code in ("encoding-unclear", "no-text")
    assert str(path) in str(refused.value)
    assert "UTF-8" in refused.value.remedy


def test_letters_first_met_far_down_tell_the_encoding(tmp_path: Path) -> None:
    plain = (f"R-{number},Ana,Luna,,,,,," for number in range(100, 60_000))
    frame, aside = read(rollfile(tmp_path, *plain, BERNARDA, encoding="cp1252"))
    assert frame["surname_1"][-1] == "Cuéllar"
    assert aside == []


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_the_delimiter_is_the_one_that_parts_the_headings(tmp_path: Path, delimiter: str) -> None:
    head, *rows = (text.replace(";", "/").replace(",", delimiter) for text in (HEAD, *ROWS))
    frame, aside = read(rollfile(tmp_path, *rows, head=head))
    assert frame["id"].to_list() == ["R-1", "R-2", "R-3"]
    assert aside == []


def test_a_file_parted_by_one_sign_above_and_another_below_is_refused(tmp_path: Path) -> None:
    rows = (row.replace(";", "/").replace(",", ";") for row in ROWS)
    with pytest.raises(UnreadableFile, match="another sign"):
        read(rollfile(tmp_path, *rows))


def test_a_row_parted_by_another_sign_is_set_aside(tmp_path: Path) -> None:
    path = rollfile(tmp_path, TEODORO, BERNARDA.replace(",", "|"), ANSELMO)
    assert faults(path) == [(2, 3, "", "other-delimiter")]


def test_rows_with_too_few_and_too_many_cells_are_named_and_the_rest_goes_on(tmp_path: Path) -> None:
    path = rollfile(tmp_path, TEODORO, "R-8,Ana", "", ANSELMO, "R-9,Ana,Luna,,,,,,,otra cosa", BERNARDA)
    frame, aside = read(path)
    assert frame.select("row", "id").rows() == [(1, "R-1"), (3, "R-2"), (5, "R-3")]
    assert faults(path) == [(2, 3, "", "too-few-cells"), (4, 6, "", "too-many-cells")]
    assert [each.read for each in aside] == ["R-8,Ana", "R-9,Ana,Luna,,,,,,,otra cosa"]


def test_empty_cells_beyond_the_last_column_are_let_go(tmp_path: Path) -> None:
    frame, aside = read(rollfile(tmp_path, f"{TEODORO},,", ANSELMO))
    assert frame.height == 2
    assert aside == []


def test_quoting_is_read_as_the_standard_has_it(tmp_path: Path) -> None:
    head = "id,full_name,aliases,note"
    rows = (
        'R-1,"Quiñones, Teodoro","El ""Teo"";Teo",x',
        'R-2,"Barragán\nTello, Anselmo",,"dos\nlíneas"',
        '"R-3","Cuéllar","",""',
    )
    frame, aside = read(rollfile(tmp_path, *rows, head=head))
    assert frame["full_name"].to_list() == ["Quiñones, Teodoro", "Barragán\nTello, Anselmo", "Cuéllar"]
    assert frame["aliases"].to_list() == [['El "Teo"', "Teo"], [], []]
    assert frame["row"].to_list() == [1, 2, 3]
    assert aside == []


def test_a_quotation_mark_that_is_never_closed_costs_no_other_row(tmp_path: Path) -> None:
    head = "id,full_name,aliases"
    rows = (
        'R-1,"Quiñones,',
        'R-2,Anselmo "El Ché" Barragán,',
        'R-3,Ana,"Luna',
        "R-4,Bernarda,",
        'R-5,5" Luis,',
    )
    frame, aside = read(rollfile(tmp_path, *rows, head=head))
    assert frame["id"].to_list() == ["R-1", "R-2", "R-3", "R-4", "R-5"]
    assert frame["full_name"].to_list()[:2] == ['"Quiñones', 'Anselmo "El Ché" Barragán']
    assert aside == []


def test_bytes_that_are_no_letters_set_their_row_aside(tmp_path: Path) -> None:
    path = rollfile(tmp_path, TEODORO, ANSELMO, BERNARDA)
    path.write_bytes(path.read_bytes().replace(b"Anselmo", b"Ans\xff\xfelmo"))
    frame, aside = read(path)
    assert frame["id"].to_list() == ["R-1", "R-3"]
    assert [(each.row, each.line, each.code) for each in aside] == [(2, 3, "not-in-encoding")]
    assert aside[0].read.startswith("R-2,Ans")


@pytest.mark.parametrize(("encoding", "stray"), [("utf-16-le", b"\x00\xd8"), ("cp1252", b"\x81")])
def test_bytes_outside_another_encoding_set_their_row_aside_too(
    tmp_path: Path, encoding: str, stray: bytes
) -> None:
    many = (f"R-{number},Ángel,Muñoz,,,,,," for number in range(10, 60))
    path = rollfile(tmp_path, *many, ANSELMO, encoding=encoding)
    name = "Anselmo".encode(encoding)
    path.write_bytes(path.read_bytes().replace(name, stray + name))
    assert [each.code for each in read(path)[1]] == ["not-in-encoding"]


def test_a_line_longer_than_a_mebibyte_is_set_aside_and_never_held(tmp_path: Path) -> None:
    with patch.object(lines, "BLOCK", 1 << 16), patch.object(lines, "LONGEST", 1 << 10):
        path = rollfile(tmp_path, TEODORO, f"R-7,{'A' * 300_000},,,,,,,", ANSELMO, f"R-8,{'B' * 500_000}")
        frame, aside = read(path)
        sizes = [len(block.text) for block in lines.blocks(path, "utf-8")]
    assert frame["id"].to_list() == ["R-1", "R-2"]
    assert [(each.row, each.line, each.code) for each in aside] == [(2, 3, "too-long"), (4, 5, "too-long")]
    assert max(sizes) <= (1 << 16) + (1 << 10)


def test_a_long_line_within_a_block_is_set_aside(tmp_path: Path) -> None:
    with patch.object(records, "LONGEST", 1 << 10):
        path = rollfile(tmp_path, TEODORO, f"R-7,{'A' * 3000},,,,,,,", ANSELMO)
        assert faults(path) == [(2, 3, "", "too-long")]


def test_rows_in_are_rows_out_and_rows_set_aside_whatever_the_block(tmp_path: Path) -> None:
    names = ('"Luna\nSol"', "Ana", '"x', 'y"', '"a,b"', "")
    rows = [f"R-{number},{names[number % 6]},Luna,,,,,," for number in range(600)]
    path = rollfile(tmp_path, *rows)
    whole = read(path)
    for block in (1 << 9, 1 << 11, 1 << 13):
        with patch.object(lines, "BLOCK", block):
            frame, aside = read(path)
        assert frame.equals(whole[0])
        assert aside == whole[1]


CELLS = st.text(
    st.characters(codec="utf-8", exclude_characters="\r\x00", exclude_categories=["Cs"]), max_size=8
)


@given(st.lists(st.tuples(CELLS, CELLS), min_size=1, max_size=8), st.sampled_from(",;\t|"))
def test_what_a_writer_of_csv_wrote_is_read_back(rows: list[tuple[str, str]], delimiter: str) -> None:
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=delimiter, lineterminator="\n")
    writer.writerows([str(number), *cells] for number, cells in enumerate(rows))
    found = records.records(text.getvalue().encode(), records.Layout(delimiter=delimiter, width=3), last=True)
    assert found.faults == {}
    assert found.begins.size == len(rows)


@given(st.binary(max_size=200))
def test_no_bytes_lose_a_record(body: bytes) -> None:
    text = body.replace(b"\r", b"") + b"\n"
    found = records.records(text, records.Layout(delimiter=",", width=2), last=True)
    told = sorted([*found.at.tolist(), *found.mended, *found.faults])
    assert told == found.begins.tolist()


def test_a_file_of_nothing_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "roll.csv"
    for content in (b"", b"\n\n", b"\xef\xbb\xbf"):
        path.write_bytes(content)
        with pytest.raises(UnreadableFile, match="empty"):
            read(path)


def test_headings_alone_are_refused(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match="holds no person"):
        read(rollfile(tmp_path))


def test_lines_that_end_in_a_carriage_return_alone_are_refused(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match="do not end as lines do"):
        read(rollfile(tmp_path, *ROWS, end="\r"))


@pytest.mark.parametrize("content", [b"%PDF-1.7\n", b"\x1f\x8b\x08rest", b"a,b\x00c\x00,\x00\x00"])
def test_what_is_no_text_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "roll.csv"
    path.write_bytes(content)
    with pytest.raises(UnreadableFile, match=r"not a list of persons|not text"):
        read(path)


def test_a_batch_never_passes_its_size(tmp_path: Path) -> None:
    rows = (f"{number},a" for number in range(450_000))
    found = batches(rollfile(tmp_path, *rows, head="id,name"))
    assert max(batch.frame.height for batch in found) <= 200_000
    assert sum(batch.read for batch in found) == 450_000
