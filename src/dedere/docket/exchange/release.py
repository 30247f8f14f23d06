"""What of a file may cross to the other State: an allow-list of fields, as data that lawyers can read."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from dedere.docket.acts import RULES
from dedere.docket.entries import Corrected, Line
from dedere.docket.text import tree_of, tree_of_line

Tree = Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Released:
    """What crosses of some lines: each as plain JSON values, what stayed by its name, and the caveats."""

    lines: tuple[Tree, ...]
    withheld: tuple[str, ...]
    caveats: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Crossing:
    """Which fields of one kind of entry cross, and under which caveat (empty for none)."""

    fields: frozenset[str]
    caveat: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """The whole allow-list."""

    own: frozenset[str]
    tells: frozenset[str]
    line: frozenset[str]
    crosses: Mapping[str, Crossing]


@cache
def rules() -> Rules:
    """Read the allow-list that lies beside this module."""
    told = tomllib.loads((Path(__file__).parent / "release.toml").read_text(encoding="utf-8"))
    crosses = {
        code: Crossing(fields=frozenset(row["fields"]), caveat=row.get("caveat", ""))
        for code, row in told["crosses"].items()
    }
    telling = {rule.records.code for rule in RULES if rule.tells}
    return Rules(
        own=frozenset(told["own"]),
        tells=frozenset(telling | set(told["tells"])),
        line=frozenset(told["line"]),
        crosses=crosses,
    )


def tells(file: Sequence[Line], fresh: Iterable[Line]) -> bool:
    """Tell whether the other State is to be told of one of these lines of a file."""
    return any(line.entry.code in rules().tells or _corrects_told(file, line) for line in fresh)


def release(file: Sequence[Line], after: int, until: int | None = None) -> Released:
    """Return what may cross of a file's lines after a number, up to another."""
    lines = file[after:until]
    crossing = [line for line in lines if _crosses(file, line)]
    return Released(
        lines=tuple(_released(line) for line in crossing),
        withheld=tuple(sorted({name for line in lines for name in _withheld(file, line)})),
        caveats=tuple(sorted({_caveat(line) for line in crossing} - {""})),
    )


def _crosses(file: Sequence[Line], line: Line) -> bool:
    """A correction crosses where the line that it speaks of did."""
    if isinstance(line.entry, Corrected):
        return line.entry.line <= len(file) and _crosses(file, file[line.entry.line - 1])
    return line.entry.code in rules().crosses


def _corrects_told(file: Sequence[Line], line: Line) -> bool:
    entry = line.entry
    return (
        isinstance(entry, Corrected)
        and entry.line <= len(file)
        and file[entry.line - 1].entry.code in rules().tells
    )


def _caveat(line: Line) -> str:
    return rules().crosses[line.entry.code].caveat


def _released(line: Line) -> Tree:
    fields = rules().crosses[line.entry.code].fields | {"code"}
    whole = tree_of_line(line)
    return {
        **{name: value for name, value in whole.items() if name in rules().line},
        "entry": {name: value for name, value in whole["entry"].items() if name in fields},
    }


def _withheld(file: Sequence[Line], line: Line) -> Iterator[str]:
    """Name what stays of a line: its kind, or those of its fields that say something."""
    code = line.entry.code
    if code in rules().own:
        return
    if not _crosses(file, line):
        yield code
        return
    for name, value in tree_of(line.entry).items():
        if name != "code" and name not in rules().crosses[code].fields and value not in ("", [], None):
            yield f"{code}.{name}"
