"""A run with its proposals travels as a file of lines, one text for one run, each broken line named."""

from pathlib import Path

import pytest

from clerk.pairday import RUN, proposed
from dedere.persons.explained import UnreadableExplained, read_explained, write_explained
from rolls import held


def written(folder: Path, *more: str) -> Path:
    path = folder / "run.jsonl"
    pairs = [proposed(), proposed(other=held("R-2"), rivals=("R-1",))]
    path.write_text("".join([*write_explained(RUN, pairs), *more]), encoding="utf-8")
    return path


def test_a_run_comes_back_from_its_file_with_every_pair(tmp_path):
    run, pairs = read_explained(written(tmp_path))
    assert run == RUN
    assert list(pairs) == [proposed(), proposed(other=held("R-2"), rivals=("R-1",))]


def test_the_same_run_is_the_same_file(tmp_path):
    path = written(tmp_path)
    assert "".join(write_explained(*read_explained(path))) == path.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("line", "complaint"), [("{", "it is not JSON"), ("[]", "it is no object"), ("{}", "it is no pair")]
)
def test_a_line_that_is_no_pair_is_named(tmp_path, line, complaint):
    _, pairs = read_explained(written(tmp_path, line + "\n"))
    with pytest.raises(UnreadableExplained, match=complaint) as refused:
        list(pairs)
    assert refused.value.where == "run.jsonl: 4"


@pytest.mark.parametrize("text", ["", "{}\n", '{"format":2}\n', '{"format":1,"inputs":[]}\n'])
def test_a_file_that_begins_with_no_run_is_refused(tmp_path, text):
    path = tmp_path / "run.jsonl"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(UnreadableExplained):
        read_explained(path)
