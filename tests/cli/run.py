"""Runs ``dedere`` as an operator does: a process of its own, a folder of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from typer.testing import CliRunner

COMMAND = [sys.executable, "-c", "from dedere.cli.main import app; app()"]
KEPT = ("PATH", "HOME", "LANG", "VIRTUAL_ENV", "PYTHONPATH")
# Compiled once for the whole run, and never beside the sources.
COMPILED = tempfile.TemporaryDirectory(prefix="dedere-compiled-")


@dataclass(frozen=True)
class Ran:
    """What a command left: its exit code and what it printed."""

    code: int
    out: str
    error: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)

    @property
    def complaint(self) -> str:
        """The one line of standard error."""
        lines = self.error.strip().splitlines()
        assert len(lines) == 1, self.error
        return lines[0]


def here(*arguments: str | Path) -> Ran:
    """Run a command that needs no registry, in this process."""
    from dedere.cli.main import app

    done = CliRunner().invoke(app, list(map(str, arguments)))
    return Ran(code=done.exit_code, out=done.stdout, error=done.stderr)


@dataclass(frozen=True)
class Shell:
    """A folder with a registry, and an environment."""

    folder: Path
    more: dict[str, str] = field(default_factory=dict)

    @property
    def environment(self) -> dict[str, str]:
        kept = {name: os.environ[name] for name in KEPT if name in os.environ}
        own = {"DEDERE_FOLDER": str(self.folder), "COLUMNS": "200", "PYTHONPYCACHEPREFIX": COMPILED.name}
        return {**kept, **own, **self.more}

    def run(self, *arguments: str | Path, **more: str) -> Ran:
        done = subprocess.run(
            [*COMMAND, *map(str, arguments)],
            env={**self.environment, **more},
            capture_output=True,
            text=True,
            check=False,
            timeout=300,
        )
        return Ran(code=done.returncode, out=done.stdout, error=done.stderr)

    def start(self, *arguments: str, **more: str) -> subprocess.Popen[str]:
        return subprocess.Popen(
            [*COMMAND, *arguments],
            env={**self.environment, **more},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
