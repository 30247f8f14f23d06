"""``match --engine spark``: the local engine's pairs, weights and decisions, or a line that says why not."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
from pathlib import Path
from unittest.mock import patch

import polars as pl
import pytest

from cli.run import KEPT, here
from dedere.persons.decisionfile import COLUMNS
from dedere.persons.reading.strings import roll_of
from dedere.persons.record import record_of
from dedere.persons.synthetic import Drawn, draw, profiles

ROOT = Path(__file__).parents[2]
DEDERE = ROOT / ".venv-spark" / "bin" / "dedere"
BITS = 0.01  # what the engines may differ by; what they do differ by is the rounding of 32-bit numbers
# Two cores of this machine, loopback, no page: as little as Spark can be.
SPARK = {
    "master": "local[2]",
    "driver.memory": "1g",
    "driver.bindAddress": "127.0.0.1",
    "driver.host": "127.0.0.1",
    "ui.enabled": "false",
    "sql.shuffle.partitions": "2",
}
needs_spark = pytest.mark.skipif(
    not (DEDERE.exists() and shutil.which("java")), reason="no Spark here: ./check says how it is had"
)


def on_spark(folder: Path, *arguments: str | Path, **other: str) -> tuple[int, str, str]:
    """Run ``dedere match --engine spark`` in Spark's environment, and end all that it starts."""
    told = " ".join(f"--conf spark.{name}={value}" for name, value in {**SPARK, **other}.items())
    process = subprocess.Popen(
        [DEDERE, "match", *arguments, "--engine", "spark", "--json"],
        env={
            **{name: os.environ[name] for name in KEPT if name in os.environ},
            "PYSPARK_SUBMIT_ARGS": f"{told} --conf spark.local.dir={folder} pyspark-shell",
            "SPARK_LOCAL_IP": "127.0.0.1",
        },
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    try:
        out, error = process.communicate(timeout=600)
    finally:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
    return process.returncode, out, error


def decided(drawn: Drawn, folder: Path, same: tuple[str, str], apart: tuple[str, str]) -> Path:
    """Decisions on two pairs, taken on their records as they are."""
    lists = (("wanted", drawn.wanted), ("register", drawn.register))
    digests = {
        row["id"]: record_of(name, row).digest
        for name, table in lists
        for row in roll_of(table.filter(pl.col("id").is_in([*same, *apart]))).iter_rows(named=True)
    }
    rows = [
        ("wanted", one, "register", other, digests[one], digests[other], "prints", "ana", "", verdict)
        for (one, other), verdict in ((same, "same"), (apart, "not-the-same"))
    ]
    names = [*COLUMNS[:4], "wanted_digest", "register_digest", "reason", "by", "second", "verdict"]
    table = pl.DataFrame(rows, schema=names, orient="row").with_columns(
        at=pl.lit("2026-03-02T12:00:00-06:00")
    )
    table.write_csv(folder / "decisions.csv")
    return folder / "decisions.csv"


@needs_spark
def test_both_engines_find_the_same_pairs_of_the_same_weight(tmp_path: Path) -> None:
    drawn = draw(seed=9, recording=profiles()["usual"], register=2_000, wanted=100)
    for name in ("wanted", "register"):
        getattr(drawn, name).write_csv(tmp_path / f"{name}.csv")
    lists = (tmp_path / "wanted.csv", tmp_path / "register.csv")
    assert here("match", *lists, "-o", tmp_path / "first.csv").code == 0
    found = pl.read_csv(tmp_path / "first.csv")
    apart, stranger = found.row(0)[:2], found.row(-1)[1]
    decisions = decided(drawn, tmp_path, (apart[0], stranger), apart)
    assert here("match", *lists, "-o", tmp_path / "local.csv", "--decisions", decisions).code == 0
    code, out, error = on_spark(tmp_path, *lists, "-o", tmp_path / "spark.csv", "--decisions", decisions)
    assert code == 0, error
    local, beyond = (pl.read_csv(tmp_path / f"{name}.csv") for name in ("local", "spark"))
    assert beyond.columns == local.columns
    assert beyond.drop("weight_bits", "probability").equals(local.drop("weight_bits", "probability"))
    assert apart not in set(beyond.select("wanted_id", "register_id").iter_rows())
    weights = local["weight_bits"].fill_null(0) - beyond["weight_bits"].fill_null(0)
    assert weights.abs().max() <= BITS
    assert beyond["weight_bits"].is_null().equals(local["weight_bits"].is_null())
    told = json.loads(out)
    assert (told["engine"], told["decisions"], told["set_aside"]) == ("spark", 2, "")
    assert here("runs", "check", tmp_path / "spark.run.json", *lists).code == 0
    assert not list(tmp_path.glob(".*.work")), "no copy of a list is left behind"


@needs_spark
def test_where_spark_breaks_off_the_last_line_says_so_and_nothing_is_left(tmp_path: Path) -> None:
    lists = ROOT / "examples" / "invented-rolls"
    output = tmp_path / "spark.csv"
    code, out, error = on_spark(
        tmp_path, lists / "wanted.csv", lists / "register.csv", "-o", output, master="nowhere"
    )
    assert (code, out) == (2, "")
    assert error.strip().splitlines()[-1].startswith("dedere: --engine spark: ")
    assert not list(tmp_path.glob("**/*.parquet"))
    assert not output.exists()


@pytest.mark.parametrize("option", ["--resume", "--index"])
def test_what_spark_does_not_keep_is_refused(tmp_path: Path, option: str) -> None:
    more = [tmp_path / "index"] if option == "--index" else []
    done = here("match", "w.csv", "r.csv", "-o", tmp_path / "m.csv", "--engine", "spark", option, *more)
    assert (done.code, "leave --index" in done.complaint) == (2, True)


@pytest.mark.parametrize(
    ("missing", "said"),
    [
        ("find_spec", "install dedere[spark]"),
        ("shutil.which", "install Java"),
    ],
)
def test_without_spark_one_line_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, missing: str, said: str
) -> None:
    monkeypatch.delenv("JAVA_HOME", raising=False)
    with (
        patch("dedere.persons.spark.installed.find_spec", return_value="there"),
        patch(f"dedere.persons.spark.installed.{missing}", return_value=None),
    ):
        done = here("match", "w.csv", "r.csv", "-o", tmp_path / "m.csv", "--engine", "spark")
    assert (done.code, said in done.complaint) == (2, True)
