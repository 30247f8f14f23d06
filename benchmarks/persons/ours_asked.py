"""Ours asked for one person at a time, every proposal explained, with the index left in the folder."""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

from benchmarks.child import peak
from benchmarks.persons.ours import index
from benchmarks.persons.peer import WANTED, roll
from dedere.persons.matching.explain import proposals
from dedere.persons.matching.search import Search
from dedere.persons.model.model import load

ASKED, WARM = 2_000, 20


def seconds(folder: Path) -> tuple[list[float], list[float]]:
    """How long each of the first wanted persons takes, and of that the processor; some before warm both."""
    search = Search(index(folder), load())
    wanted = roll(folder / WANTED).head(ASKED + WARM)
    taken, spent = [], []
    for at in range(len(wanted)):
        begun, idle = time.perf_counter(), time.process_time()
        proposals(search, wanted[at : at + 1])
        taken.append(time.perf_counter() - begun)
        spent.append(time.process_time() - idle)
    return taken[WARM:], spent[WARM:]


if __name__ == "__main__":
    taken, spent = seconds(Path(sys.argv[1]))
    print(json.dumps({"taken": taken, "processor": spent, "peak": round(peak())}))
