"""One installation in processes of its own: its officers, its gate and, where it is served, its desk."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import AbstractContextManager
from multiprocessing import get_context
from pathlib import Path
from typing import ParamSpec, TypeVar

from dedere.cli.output import stop

COMMAND = (sys.executable, "-c", "from dedere.cli.main import app; app()")
PATIENCE = 60.0  # seconds until a gate must listen
P = ParamSpec("P")
T = TypeVar("T")


class Office(AbstractContextManager["Office"]):
    """A State's installation in a folder; what is asked of it runs in a process of its own."""

    def __init__(self, state: str, folder: Path) -> None:
        self.state, self.folder, self.port = state, folder, free_port()
        self._own = _own(state, folder)
        self._started: list[subprocess.Popen[bytes]] = []
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        self._officers = ProcessPoolExecutor(
            max_workers=1, mp_context=get_context("spawn"), initializer=_settle, initargs=(self._own,)
        )

    @property
    def address(self) -> str:
        """Return where its gate is."""
        return f"https://127.0.0.1:{self.port}"

    def begin(self, task: Callable[P, T], *given: P.args, **named: P.kwargs) -> Future[T]:
        """Have its officers do a thing, and go on meanwhile."""
        return self._officers.submit(task, *given, **named)

    def do(self, task: Callable[P, T], *given: P.args, **named: P.kwargs) -> T:
        """Have its officers do a thing, and return what comes of it."""
        return self.begin(task, *given, **named).result()

    def start(self, *arguments: str, **more: str) -> subprocess.Popen[bytes]:
        """Start a command of its own that runs until the office closes; it writes to a file beside."""
        with (self.folder / f"{arguments[0]}-{arguments[1].lstrip('-')}.log").open("ab") as log:
            process = subprocess.Popen(
                [*COMMAND, *arguments],
                env=_environment({**self._own, **more}),
                stdout=log,
                stderr=log,
                stdin=subprocess.DEVNULL,
            )
        self._started.append(process)
        return process

    def open_gate(self) -> None:
        """Serve its gate, and return when it listens."""
        process, until = self.start("gate", "serve", "--port", str(self.port)), time.monotonic() + PATIENCE
        while process.poll() is None and time.monotonic() < until:
            with socket.socket() as tried:
                if tried.connect_ex(("127.0.0.1", self.port)) == 0:
                    return
            time.sleep(0.05)
        stop(f"the gate of {self.state} did not open; {self.folder / 'gate-serve.log'} says why")

    def __exit__(self, *raised: object) -> None:
        for process in self._started:
            process.terminate()
        for process in self._started:
            try:
                process.wait(timeout=10)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
        self._officers.shutdown()


def free_port() -> int:
    """Return a port of this machine on which nothing listens."""
    with socket.create_server(("127.0.0.1", 0)) as found:
        return int(found.getsockname()[1])


def _own(state: str, folder: Path) -> dict[str, str]:
    """Return the settings that make a process this installation's: nothing of the other's, nothing shared."""
    return {
        "DEDERE_HOME": state,
        "DEDERE_FOLDER": str(folder),
        "DEDERE_KEYS": str(folder / "keys"),
        "DATABASE_URL": "",
    }


def _environment(own: Mapping[str, str]) -> dict[str, str]:
    """Return the environment of a command, which chooses its settings itself."""
    inherited = {name: value for name, value in os.environ.items() if name != "DJANGO_SETTINGS_MODULE"}
    return {**inherited, **own}


def _settle(own: Mapping[str, str]) -> None:
    """Make this process the installation's, with tables laid."""
    os.environ.update(own)
    from dedere.cli.registry import prepare_registry

    prepare_registry()
