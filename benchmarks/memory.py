"""How much memory does the server hold at its peak, with the example loaded and its open pages asked for?"""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterable
from pathlib import Path

from benchmarks.child import peak
from benchmarks.rows import OURS, Row, main

DEDERE = Path(sys.executable).with_name("dedere")


def measure(quick: bool) -> Iterable[Row]:
    """Serve the example from a folder of its own, ask for pages, read the peak of every process."""
    with tempfile.TemporaryDirectory() as folder, socket.create_server(("127.0.0.1", 0)) as free:
        port = str(free.getsockname()[1])
        free.close()
        here = {
            **os.environ,
            "DEDERE_FOLDER": folder,
            "DEDERE_SECRET_KEY": "a benchmark keeps no secret, so this one may be read by all",
            "DEDERE_DEMO_PASSWORD": "nadie la conoce, salvo todos",
        }
        subprocess.run([str(DEDERE), "demo", "--json"], env=here, check=True, stdout=subprocess.DEVNULL)
        server = subprocess.Popen(
            [str(DEDERE), "serve", "--port", port],
            env=here,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        try:
            _ask(f"http://127.0.0.1:{port}", 50 if quick else 500)
            held = sum(peak(process) for process in _family(server.pid))
        finally:
            server.terminate()
            server.wait()
    yield Row(
        work="serve, peak of all its processes", who=OURS, figure=round(held), unit="MiB", better="lower"
    )


def _ask(address: str, times: int) -> None:
    for _ in range(120):
        try:
            urllib.request.urlopen(f"{address}/health").read()  # noqa: S310  (loopback)
            break
        except OSError:
            time.sleep(0.5)
    for _ in range(times):
        for path in ("/health", "/es/sign-in/", "/en/sign-in/"):
            urllib.request.urlopen(f"{address}{path}").read()  # noqa: S310  (loopback)


def _family(pid: int) -> list[int]:
    children = Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii").split()
    return [pid, *(each for child in children for each in _family(int(child)))]


if __name__ == "__main__":
    main(measure, __doc__ or "")
