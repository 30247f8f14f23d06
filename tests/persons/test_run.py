"""A sealed run says what made it; a change to any of it, or to a file, is found."""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dedere.persons.run import Listed, SealedRun, UnreadableRun, differing, digest_of, read_run, write_run

import cast

RUN = SealedRun(
    dedere="0.1.0",
    engine="local",
    model="1",
    model_digest="a" * 64,
    parameters={"floor": 1.5, "each": 20, "bands": "strong, review"},
    wanted=Listed(file="wanted.csv", digest="b" * 64, rows=20, aside={"no-id": 1}, blank=2),
    register=Listed(file="register.parquet", digest="c" * 64, rows=1000),
    index_digest="d" * 64,
    decisions_digest="e" * 64,
    pairs=17,
    bands={"strong": 12, "review": 5},
    output="matches.parquet",
    output_digest="f" * 64,
    at=cast.NOON,
)


def test_a_run_is_read_as_it_was_written() -> None:
    assert read_run("run", write_run(RUN)) == (RUN, RUN.seal)
    assert differing(RUN, RUN.seal, RUN.digests) == ()


def test_a_run_is_written_in_one_way_alone() -> None:
    told = json.loads(write_run(RUN))
    turned = json.dumps(dict(reversed(told.items())), indent=2)
    assert write_run(read_run("run", turned)[0]) == write_run(RUN)


@pytest.mark.parametrize(
    "changed",
    [
        {"dedere": "0.1.1"},
        {"engine": "spark"},
        {"model_digest": "0" * 64},
        {"parameters": {"floor": 1.6, "each": 20, "bands": "strong, review"}},
        {"wanted": replace(RUN.wanted, rows=21)},
        {"register": replace(RUN.register, aside={"no-id": 1})},
        {"decisions_digest": ""},
        {"pairs": 18},
        {"at": cast.NOON.replace(second=1)},
    ],
)
def test_whatever_is_changed_breaks_the_seal(changed: dict[str, object]) -> None:
    other = replace(RUN, **changed)  # type: ignore[arg-type]
    assert differing(other, RUN.seal, {}) == ("seal",)


@given(st.sampled_from(sorted(RUN.digests)))
def test_a_file_that_is_another_is_named(part: str) -> None:
    assert differing(RUN, RUN.seal, {**RUN.digests, part: "0" * 64}) == (part,)


def test_a_file_the_run_did_without_is_not_asked_for() -> None:
    run = replace(RUN, decisions_digest="")
    assert "decisions" not in run.digests
    assert differing(run, run.seal, {"decisions": "0" * 64}) == ()


def test_a_files_digest_is_that_of_its_bytes(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes(b"id,name\n" * 300_000)
    assert digest_of(path) == hashlib.sha256(path.read_bytes()).hexdigest()


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"format": 1, "seal": ""}', write_run(RUN)[:-20]])
def test_what_is_no_run_is_refused_by_name(text: str) -> None:
    with pytest.raises(UnreadableRun, match=r"matches.run.json: this is no record of a run"):
        read_run("matches.run.json", text)


def test_a_run_of_a_format_to_come_is_refused() -> None:
    with pytest.raises(UnreadableRun, match="format is 2"):
        read_run("run", write_run(RUN).replace('"format":1', '"format":2'))
