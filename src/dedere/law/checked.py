"""A treaty file checked whole: every clause's first complaint, what its cases come to, and warnings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from dedere.law.articles import brackets
from dedere.law.assess import assess
from dedere.law.assessment import Effect
from dedere.law.casefile import CaseFile
from dedere.law.clauses import read_clause
from dedere.law.expect import Expectation, failures
from dedere.law.instrument import Clause, Instrument
from dedere.law.library import Library
from dedere.law.report import Json
from dedere.law.shelf import UnreadableTreaty, Written
from dedere.law.table import Table, parse
from dedere.law.written import agree_with, read_parsed
from dedere.words.wording import codes

WARNINGS = ("unchecked", "no-case", "no-decider", "unknown-entry", "no-words")
_DECIDED = frozenset({Effect.DISCRETION, Effect.DEFERRAL, Effect.MANDATORY_BAR})
Case = tuple[CaseFile, tuple[Expectation, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Warned:
    """Something to look at that does not keep the file from being used, as a code of ``WARNINGS``."""

    code: str
    clause: str
    article: str
    about: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """What a check found: complaints, or an instrument with its failing cases and warnings."""

    where: str
    complaints: tuple[UnreadableTreaty, ...] = ()
    instrument: Instrument | None = None
    failing: tuple[tuple[str, str], ...] = ()
    cases: int = 0
    warnings: tuple[Warned, ...] = ()


def check(written: Written, library: Library) -> tuple[Instrument | None, tuple[UnreadableTreaty, ...]]:
    """The instrument, or what must be mended first: the first complaint of each clause, then of the rest."""
    try:
        table, _ = parse(written.where, written.raw, UnreadableTreaty)
    except UnreadableTreaty as complaint:
        return None, (complaint,)
    of_clauses = tuple(_of_clauses(table.again(), library))
    if of_clauses:
        return None, of_clauses
    try:
        instrument = read_parsed(table, written, library)
        agree_with(instrument, library.instruments, written.where)
    except UnreadableTreaty as complaint:
        return None, (complaint,)
    return instrument, ()


def _of_clauses(table: Table, library: Library) -> Iterator[UnreadableTreaty]:
    try:
        choices = brackets(table, library)
        rows = table.tables("clause")
    except UnreadableTreaty as complaint:
        yield complaint
        return
    for row in rows:
        try:
            read_clause(row.again(brackets=choices), "", library.facts, library.sources)
        except UnreadableTreaty as complaint:
            yield complaint


def checked(written: Written, library: Library, cases: Iterable[Case], entries: Iterable[str]) -> Checked:
    """Check a file, run its cases, and gather warnings; ``entries`` are the entries a docket knows."""
    instrument, complaints = check(written, library)
    if instrument is None:
        return Checked(where=written.where, complaints=complaints)
    every = tuple(cases)
    return Checked(
        where=written.where,
        instrument=instrument,
        failing=tuple(_failing(every, _with(library, instrument))),
        cases=len(every),
        warnings=tuple(_warnings(instrument, every, frozenset(entries))),
    )


def _with(library: Library, instrument: Instrument) -> Library:
    return replace(library, instruments={**library.instruments, instrument.id: instrument})


def _failing(cases: Iterable[Case], library: Library) -> Iterator[tuple[str, str]]:
    for case, expectations in cases:
        assessment = assess(case, library)
        for expected in expectations:
            for said in failures(expected, assessment):
                yield case.id, said


def _warnings(instrument: Instrument, cases: tuple[Case, ...], entries: frozenset[str]) -> Iterator[Warned]:
    wanted = [expected for _, expectations in cases for expected in expectations]
    said = codes().keys()
    for clause in instrument.clauses:
        for code, about in _of_clause(clause, entries, said):
            yield Warned(code=code, clause=clause.id, article=clause.citation.article, about=about)
        if not any(_speaks_of(expected, instrument, clause) for expected in wanted):
            yield Warned(code="no-case", clause=clause.id, article=clause.citation.article)


def _of_clause(clause: Clause, entries: frozenset[str], said: frozenset[str]) -> Iterator[tuple[str, str]]:
    if not clause.citation.checked:
        yield "unchecked", ""
    if clause.effect in _DECIDED and not clause.decider:
        yield "no-decider", ""
    if clause.clock is None:
        return
    rule = clause.clock
    for entry in (*rule.start, *rule.stop, *rule.pause, *rule.resume):
        if entry not in entries:
            yield "unknown-entry", entry
    if f"clock.{rule.rule}" not in said:
        yield "no-words", rule.rule


def _speaks_of(expected: Expectation, instrument: Instrument, clause: Clause) -> bool:
    if expected.instrument != instrument.id:
        return False
    named = expected.clause in ("", clause.id) and bool(expected.clause or expected.article)
    article = expected.article in ("", clause.citation.article, *clause.citation.article.split(", "))
    return (named and article) or (clause.clock is not None and expected.rule == clause.clock.rule)


def report_checked(found: Checked) -> Json:
    """A check as JSON, told by docs/reference/treaty-check.schema.json."""
    return {
        "file": found.where,
        "id": found.instrument.id if found.instrument else None,
        "digest": found.instrument.digest if found.instrument else None,
        "complaints": [
            {"where": each.where, "what": each.what, "remedy": each.remedy} for each in found.complaints
        ],
        "cases": found.cases,
        "failures": [{"case": case, "says": said} for case, said in found.failing],
        "warnings": [
            {"code": each.code, "clause": each.clause, "article": each.article, "about": each.about}
            for each in found.warnings
        ],
    }
