"""One method on one graph, in a process of its own that is ended where it does not finish."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path

import numpy as np

from benchmarks.child import peak
from benchmarks.network.measures import gone_until, largest_after, most, robustness
from benchmarks.network.methods import TARGETS, Order
from dedere.links.structure import Structure, of_ends

Method = Callable[[Structure], list[Order]]
FORK = get_context("fork")  # what is imported and compiled is there at once


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """R, the size of the set for each target, seconds, seconds of the processor, and peak memory in MiB."""

    robustness: float
    sets: tuple[int, ...]
    seconds: float
    processor: float
    peak: float


def warmed(method: Method) -> None:
    """Try a method on a triangle, so that no compiling is counted."""
    method(of_ends(3, np.array([0, 1, 2], np.int32), np.array([1, 2, 0], np.int32)))


def tried(structure: Structure, method: Method, patience: float) -> Outcome | None:
    """What a method comes to on a graph, or nothing if that took longer than ``patience`` seconds."""
    near, far = FORK.Pipe(duplex=False)
    process = FORK.Process(target=lambda: far.send(_outcome(structure, method)))
    process.start()
    far.close()
    try:
        return near.recv() if near.poll(patience) else None
    finally:
        process.kill()
        process.join()


def _outcome(structure: Structure, method: Method) -> Outcome:
    Path("/proc/self/clear_refs").write_text("5", encoding="ascii")  # the peak from here on
    begun, spent = time.perf_counter(), time.process_time()
    orders = method(structure)
    seconds, processor, held = time.perf_counter() - begun, time.process_time() - spent, peak()
    assert all(len(np.unique(order)) == structure.parties for order in orders), "each stands once in an order"
    largest = [largest_after(structure, order) for order in orders]
    return Outcome(
        robustness=robustness(largest[0]),
        sets=tuple(
            gone_until(after, most(structure, share))
            for after, share in zip(largest[1:], TARGETS, strict=True)
        ),
        seconds=seconds,
        processor=processor,
        peak=held,
    )
