"""A lawyer's sheet of an instrument: each clause, our paraphrase, our reading, checked or not, its cases."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from dedere.law.expect import Expectation
from dedere.law.inpoint import told
from dedere.law.instrument import Clause, Instrument
from dedere.law.library import PACKAGED, Library
from dedere.law.logic import ALWAYS, Condition
from dedere.law.readcase import case_files, read_cases
from dedere.law.speech import Speech, speech

Case = tuple[str, Mapping[str, str], Expectation]  # its id, its title, one thing it expects
Cases = Iterable[Case]


def sheet(instrument: Instrument, library: Library, language: str = "en", cases: Cases = ()) -> str:
    """The sheet as Markdown, in ``en`` or ``es``; clauses in the order of the text."""
    say = speech(library, language)
    return "\n".join(_lines(instrument, say, tuple(cases))).rstrip() + "\n"


def cases_of(instrument: Instrument, folders: Iterable[Path] = ()) -> Cases:
    """What the cases kept beside an instrument, and those in and below further folders, expect of it."""
    kept = PACKAGED / instrument.id / "cases.toml"
    for path in (*([kept] if kept.exists() else ()), *case_files(*folders)):
        for case, expectations in read_cases(path):
            for expected in expectations:
                if expected.instrument == instrument.id:
                    yield case.id, case.title, expected


def _lines(instrument: Instrument, say: Speech, cases: tuple[Case, ...]) -> Iterator[str]:
    yield f"# {instrument.title[say.language]}"
    yield ""
    yield from _head(instrument, say)
    yield say.word("sheet.paraphrase")
    yield f"SHA-256 `{instrument.digest}`"
    for clause in instrument.clauses:
        yield from _clause(clause, say)
        yield from _reservations(clause, instrument, say)
        yield from _expected(clause, say, cases)


def _head(instrument: Instrument, say: Speech) -> Iterator[str]:
    if instrument.in_force:
        yield say.word("sheet.head", since=instrument.in_force.isoformat(), official=instrument.official)
    else:
        yield say.word("sheet.never", official=instrument.official)
    if instrument.until:
        yield say.word("sheet.until", until=instrument.until.isoformat())
    for option in instrument.options:
        unit = say.word(f"unit.{option.unit}") if option.unit else ""
        choices = " / ".join(str(choice) for choice in option.choices)
        yield (
            "- "
            + say.word(
                "sheet.option", option=option.id, article=option.article, choices=choices, unit=unit
            ).rstrip()
        )
    if instrument.bound:
        yield say.word("sheet.parties", parties=", ".join(instrument.parties))


def _reservations(clause: Clause, instrument: Instrument, say: Speech) -> Iterator[str]:
    for each in instrument.reservations:
        if clause.id in each.clauses:
            until = (
                f" ({say.word('sheet.until', until=each.withdrawn.isoformat())})" if each.withdrawn else ""
            )
            yield f"- {say.reserved(told(each, reciprocal=False))}{until}"


def _clause(clause: Clause, say: Speech) -> Iterator[str]:
    yield ""
    kind = say.word(f"kind.{clause.kind}")
    yield f"## {say.word('sheet.article', article=clause.citation.article)} · {kind} (`{clause.id}`)"
    yield ""
    yield clause.text[say.language]
    yield ""
    yield f"- {say.word('sheet.effect')}: {say.word(f'effect.{clause.effect.value}')}"
    if clause.decider:
        yield f"- {say.word('sheet.decider')}: {say.word(f'decider.{clause.decider}')}"
    yield from _limits(clause, say)
    yield f"- {_checked(clause, say)}"
    yield f"- {say.word('sheet.reading')}:"
    if clause.reading:
        yield f"  - {clause.reading[say.language]}"
    yield from _reading(clause, say)


def _checked(clause: Clause, say: Speech) -> str:
    if clause.citation.checked:
        return say.word("sheet.checked", source=clause.citation.checked)
    return say.word("sheet.unchecked")


def _limits(clause: Clause, say: Speech) -> Iterator[str]:
    if clause.requesting or clause.requested:
        state, side = (
            (clause.requesting, "requesting") if clause.requesting else (clause.requested, "requested")
        )
        yield f"- {say.word(f'sheet.{side}', state=state)}"
    if clause.held_from:
        yield f"- {say.word('sheet.from', day=clause.held_from.isoformat())}"
    if clause.held_until:
        yield f"- {say.word('sheet.held-until', day=clause.held_until.isoformat())}"
    if clause.at_request_of:
        yield f"- {say.word(f'sheet.at-request-of-{clause.at_request_of}')}"
    for key, option in clause.options.items():
        yield f"- {say.word('sheet.bracket', value=key, option=option)}"
    for place in clause.instead_of:
        yield f"- {say.word('sheet.instead-of', clause=place)}"
    if clause.without_treaty:
        yield f"- {say.word('force.a-treaty-binds')}"


def _reading(clause: Clause, say: Speech) -> Iterator[str]:
    if clause.clock:
        unit = say.word(f"unit.{clause.clock.unit}")
        yield f"  - {say.word('sheet.clock', length=clause.clock.length, unit=unit)}"
        yield f"  - {say.word('sheet.expiry')}: {say.word(f'expiry.{clause.clock.expiry}')}"
        return
    question = clause.question
    if question.guard != ALWAYS:
        yield from _tree(question.guard, say, 1, say.word("reason.guard"))
    yield from _tree(question.condition, say, 1, "")


def _tree(condition: Condition, say: Speech, depth: int, lead: str) -> Iterator[str]:
    yield f"{'  ' * depth}- {lead}{say.asked_of(condition)}"
    for part in condition.parts():
        yield from _tree(part, say, depth + 1, "")


def _expected(clause: Clause, say: Speech, cases: tuple[Case, ...]) -> Iterator[str]:
    for case, title, expected in cases:
        articles = (clause.citation.article, *clause.citation.article.split(", "))
        if expected.clause == clause.id or (not expected.clause and expected.article in articles):
            came = expected.finding or expected.state or expected.standing
            group = "clock.state" if expected.state else "finding" if expected.finding else "standing"
            outcome = say.word(f"{group}.{came}") if came else ""
            yield f"- {say.word('sheet.case')}: {title.get(say.language, case)}: {outcome}".rstrip(": ")
