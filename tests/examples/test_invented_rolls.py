"""The run that comes with the invented rolls is what the matcher proposes of them today."""

from pathlib import Path

import pytest

from dedere.persons.explained import read_explained
from dedere.persons.run import digest_of

FOLDER = Path(__file__).parents[2] / "examples" / "invented-rolls"


@pytest.fixture(scope="module")
def pairs():
    return list(read_explained(FOLDER / "run.jsonl")[1])


def test_the_run_was_made_of_these_two_files():
    run, _ = read_explained(FOLDER / "run.jsonl")
    assert [(each.name, each.digest) for each in run.inputs] == [
        (name, digest_of(FOLDER / name)) for name in ("wanted.csv", "register.csv")
    ]


def test_the_matcher_proposes_the_same_today(tmp_path, pairs):
    from cli.run import here

    done = here(
        "runs", "write", FOLDER / "wanted.csv", FOLDER / "register.csv", "-o", tmp_path / "run.jsonl",
        "--wanted-roll", "invented-wanted", "--register-roll", "invented-register",
    )  # fmt: skip
    assert done.code == 0, done.error
    run, again = read_explained(tmp_path / "run.jsonl")
    assert run == read_explained(FOLDER / "run.jsonl")[0], "write the run again: see the folder's README"
    for now, then in zip(again, pairs, strict=True):
        assert (now.wanted, now.held) == (then.wanted, then.held)
        assert now.proposal.bits == pytest.approx(then.proposal.bits, abs=0.01)
        assert [each.code for each in now.proposal.evidence] == [each.code for each in then.proposal.evidence]


def test_what_was_written_by_hand_comes_out_as_its_story_wants(pairs):
    best = {}
    for pair in pairs:
        best.setdefault(pair.wanted.id, pair.held.id)
    assert {id: best.get(id) for id in ("W-29", "W-30", "W-31", "W-32", "W-33")} == {
        "W-29": "R-0394",
        "W-30": "R-0395",
        "W-31": "R-0397",
        "W-32": "R-0398",
        "W-33": "R-0399",
    }
    assert "R-0395" not in {pair.held.id for pair in pairs if pair.wanted.id == "W-40"}
