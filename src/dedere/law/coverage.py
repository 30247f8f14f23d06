"""Which case files come to which outcome of which clause, and the page that shows it."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from dedere.law.assess import assess
from dedere.law.expect import Expectation, meant
from dedere.law.instrument import Clause, Instrument
from dedere.law.library import PACKAGED, Library
from dedere.law.logic.explain import ways
from dedere.law.readcase import case_files, read_cases

FINDINGS = ("met", "not-met", "unknown", "not-in-point")
READINGS = ("running", "paused", "stopped", "expired", "not-started", "not-in-point")
LEAST = 3  # cases of every clause

HEAD = """# Which cases prove which clause

Every clause of every instrument with the case files that expect something of it, by what it comes to. A
dash stands where no case need show that: a clause without a condition is *met* wherever it is in point, and
beside the point by direction, route, day, or because a treaty binds. **none** marks an outcome that no case
shows. The files are in `tests/cases/`; each of them is run by the tests.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Covered:
    """One clause, what its cases should show, and the files that show each outcome (with how often)."""

    clause: Clause
    wanted: tuple[str, ...]
    shown: Mapping[str, Counter[Path]]

    def lacking(self) -> tuple[str, ...]:
        """The outcomes that no case shows; ``cases`` where there are too few in all."""
        missing = tuple(outcome for outcome in self.wanted if not self.shown.get(outcome))
        few = sum(files.total() for files in self.shown.values()) < LEAST
        return (*missing, "cases") if few else missing


Coverage = Mapping[str, tuple[Covered, ...]]
"""By instrument, its clauses in the order of the text."""


def coverage(library: Library, *folders: Path) -> Coverage:
    """Assess every case in the folders, and those kept beside the instruments, and sort them by clause."""
    shown: dict[tuple[str, str], dict[str, Counter[Path]]] = {}
    for path in (*case_files(*folders), *sorted(PACKAGED.glob("*/cases.toml"))):
        for case, expectations in read_cases(path):
            assessment = assess(case, library)
            # A case shows an outcome of a clause once, however many charges it has.
            outcomes = {
                (expected.instrument, clause, outcome)
                for expected in expectations
                if (outcome := _outcome(expected))
                for clause in meant(expected, assessment) or _named(expected, library)
            }
            for instrument, clause, outcome in outcomes:
                shown.setdefault((instrument, clause), {}).setdefault(outcome, Counter())[path] += 1
    return {
        instrument.id: tuple(
            Covered(clause=each, wanted=wanted(each, library), shown=shown.get((instrument.id, each.id), {}))
            for each in instrument.clauses
        )
        for instrument in library.instruments.values()
    }


def _outcome(expected: Expectation) -> str:
    return "not-in-point" if expected.in_force is False else expected.finding or expected.state


def _named(expected: Expectation, library: Library) -> Iterator[str]:
    """The clauses named where the assessment reads none: the instrument, or the clock, is not in point."""
    instrument = library.instruments.get(expected.instrument)
    for clause in instrument.clauses if instrument else ():
        by_article = not expected.clause and expected.article == clause.citation.article
        if expected.clause == clause.id or by_article:
            yield clause.id


def wanted(clause: Clause, library: Library) -> tuple[str, ...]:
    """What the cases of a clause should show: all that it can come to."""
    if clause.clock is not None:
        can = {"running", "stopped" if clause.clock.stop else "", "expired"}
        can.add("paused" if clause.clock.pause else "")
        return tuple(outcome for outcome in READINGS if outcome in can)
    reached = {
        finding.value for finding, found in ways(clause.question, {}, library.asked()).items() if found
    }
    reached.add("unknown" if len(reached) > 1 else "not-in-point")
    return tuple(outcome for outcome in FINDINGS if outcome in reached)


def page(library: Library, place: Path, *folders: Path) -> str:
    """The page as Markdown, with links from the folder ``place`` to each file."""
    return "\n".join(_lines(library, coverage(library, *folders), place)).rstrip() + "\n"


def _lines(library: Library, found: Coverage, place: Path) -> Iterator[str]:
    yield from HEAD.splitlines()
    yield ""
    yield "| instrument | clauses | files | shown in full |"
    yield "|---|---:|---:|---:|"
    for name, rows in found.items():
        files = {path for row in rows for shown in row.shown.values() for path in shown}
        full = sum(not row.lacking() for row in rows)
        yield f"| [`{name}`](#{name}) | {len(rows)} | {len(files)} | {full} |"
    for name, rows in found.items():
        yield from _instrument(library.instruments[name], rows, place)


def _instrument(instrument: Instrument, rows: Iterable[Covered], place: Path) -> Iterator[str]:
    clauses = tuple(row for row in rows if row.clause.clock is None)
    clocks = tuple(row for row in rows if row.clause.clock is not None)
    yield from ("", f"## {instrument.id}", "", instrument.title["en"])
    for some, outcomes in ((clauses, FINDINGS), (clocks, READINGS)):
        if some:
            yield from ("", f"| article | clause | {' | '.join(outcomes)} |".replace("-", " "))
            yield "|---|---|" + "---|" * len(outcomes)
        for row in some:
            cells = (_cell(row, outcome, place) for outcome in outcomes)
            yield f"| {row.clause.citation.article} | `{row.clause.id}` | {' | '.join(cells)} |"


def _cell(row: Covered, outcome: str, place: Path) -> str:
    files = row.shown.get(outcome)
    if not files:
        return "**none**" if outcome in row.wanted else "–"
    return ", ".join(_link(path, times, place) for path, times in files.items())


def _link(path: Path, times: int, place: Path) -> str:
    target = os.path.relpath(path, place).replace(os.sep, "/")
    return f"[{path.stem}]({target})" + (f" ×{times}" if times > 1 else "")
