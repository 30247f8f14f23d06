"""What a command prints: JSON with stable keys, text for people, one clear line when it stops."""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping, Sequence
from typing import NoReturn

import typer
from rich.console import Console

DONE, AGAINST, UNREADABLE = 0, 1, 2


def console() -> Console:
    """The console for people, on standard output, as wide as the terminal is."""
    return Console(highlight=False, soft_wrap=not sys.stdout.isatty())


def progress_console() -> Console:
    """The console for progress, on standard error, so that what is piped stays clean."""
    return Console(stderr=True, highlight=False)


def print_json(value: Mapping[str, object] | Sequence[object]) -> None:
    """Print JSON, UTF-8, two spaces, keys in the order given."""
    sys.stdout.write(json.dumps(value, ensure_ascii=False, indent=2) + "\n")


def print_text(text: str) -> None:
    """Print text for people as it is."""
    sys.stdout.write(text + "\n")


def stop(complaint: str, code: int = UNREADABLE) -> NoReturn:
    """Say on one line of standard error why the command stops, and leave with the exit code."""
    sys.stderr.write("dedere: " + " ".join(complaint.split()) + "\n")
    raise typer.Exit(code)
