"""A command run in a process of its own: what it says, its peak memory, its processor time, its seconds."""

from __future__ import annotations

import json
import os
import re
import subprocess
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Ran:
    """``said`` is what was printed, as JSON; ``peak`` is resident memory in MiB; the others are seconds."""

    said: Any
    peak: int
    processor: float
    wall: float


def run(command: Sequence[str]) -> Ran:
    """Run a command that prints JSON.

    A child's peak counts what its parent held when it was begun: keep the parent small.
    """
    begun = time.perf_counter()
    with subprocess.Popen(command, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        printed = process.stdout.read()
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    assert process.returncode == 0, command
    return Ran(
        said=json.loads(printed),
        peak=round(used.ru_maxrss / 1024),
        processor=round(used.ru_utime + used.ru_stime, 1),
        wall=round(time.perf_counter() - begun, 1),
    )


def peak(pid: int | str = "self") -> float:
    """The most resident memory that a process of Linux has held since it was begun, in MiB."""
    told = re.search(r"VmHWM:\s+(\d+)", Path(f"/proc/{pid}/status").read_text(encoding="ascii"))
    return int(told[1]) / 1024 if told else 0.0
