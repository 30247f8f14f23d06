"""Splink 5 asked for one person at a time: ``predict_between``, with the model and rules it was tuned to."""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

from splink import Linker

from benchmarks.child import peak
from benchmarks.persons.peer import rolls
from benchmarks.persons.prepared import prepared
from benchmarks.persons.tuned import MODEL, registered

ASKED = 25


def seconds(folder: Path) -> list[float]:
    """How long each of the first wanted persons takes, the first of all left out: it warms the database."""
    wanted, register = prepared(*rolls(folder))
    frames = registered(wanted, register)
    linker = Linker(frames, folder / MODEL, log_level=None)
    for column in ("given", "g1", "surnames", "s1", "birth_state"):
        linker.table_management.compute_tf_table(column)
    database = linker._db_api
    taken = []
    for number, key in enumerate(wanted["id"].unique(maintain_order=True).head(ASKED + 1)):
        person = wanted.filter(id=key).to_arrow()
        begun = time.perf_counter()
        left = database.register(person, dataset_display_name=f"a_wanted_{number}")
        linker.inference.predict_between(left, frames[1], warning_mode="never").as_duckdbpyrelation().pl()
        taken.append(time.perf_counter() - begun)
    return taken[1:]


if __name__ == "__main__":
    print(json.dumps({"taken": seconds(Path(sys.argv[1])), "peak": round(peak())}))
