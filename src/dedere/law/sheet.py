"""A lawyer's sheet of an instrument: each clause, our paraphrase, our reading, checked or not, its cases."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from dedere.law.expect import Expectation
from dedere.law.inpoint import told
from dedere.law.instrument import Clause, Instrument
from dedere.law.library import PACKAGED, Library
from dedere.law.logic import ALWAYS, Condition, Not, plain
from dedere.law.readcase import case_files, read_cases
from dedere.law.speech import Speech, speech

Case = tuple[str, Mapping[str, str], Expectation]  # its id, its title, one thing it expects
Cases = Iterable[Case]


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetClause:
    """One clause as a lawyer reads it.

    ``steps`` are our reading: how deep each stands, and what it asks; ``notes`` its effect, who
    decides and where it is limited; ``cases`` the title and outcome of each that tests it.
    """

    id: str
    article: str
    kind: str
    text: str
    other_text: str
    notes: tuple[str, ...]
    checked: str
    read_in: str
    steps: tuple[tuple[int, str], ...]
    reservations: tuple[str, ...]
    cases: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """An instrument as a lawyer reads it, in one language."""

    title: str
    other_title: str
    head: tuple[str, ...]
    digest: str
    clauses: tuple[SheetClause, ...]


def sheet(instrument: Instrument, library: Library, language: str = "en", cases: Cases = ()) -> str:
    """The sheet as Markdown, in ``en`` or ``es``; clauses in the order of the text."""
    made = sheet_of(instrument, library, language, cases)
    return "\n".join(_markdown(made, speech(library, language))).rstrip() + "\n"


def sheet_of(instrument: Instrument, library: Library, language: str = "en", cases: Cases = ()) -> Sheet:
    """The sheet of an instrument, with what the cases expect of each clause."""
    say, kept = speech(library, language), tuple(cases)
    other = "es" if language == "en" else "en"
    return Sheet(
        title=instrument.title[language],
        other_title=instrument.title[other],
        head=(*_head(instrument, say), say.word("sheet.paraphrase")),
        digest=instrument.digest,
        clauses=tuple(
            SheetClause(
                id=clause.id,
                article=say.word("sheet.article", article=clause.citation.article),
                kind=say.word(f"kind.{clause.kind}"),
                text=clause.text[language],
                other_text=clause.text[other],
                notes=tuple(_notes(clause, say)),
                checked=_checked(clause, say),
                read_in=clause.citation.checked,
                steps=tuple(_reading(clause, say)),
                reservations=tuple(_reservations(clause, instrument, say)),
                cases=tuple(dict.fromkeys(_expected(clause, say, kept))),
            )
            for clause in instrument.clauses
        ),
    )


def cases_of(instrument: Instrument, folders: Iterable[Path] = ()) -> Cases:
    """What the cases kept beside an instrument, and those in and below further folders, expect of it."""
    kept = PACKAGED / instrument.id / "cases.toml"
    for path in (*([kept] if kept.exists() else ()), *case_files(*folders)):
        for case, expectations in read_cases(path):
            for expected in expectations:
                if expected.instrument == instrument.id:
                    yield case.id, case.title, expected


def _markdown(made: Sheet, say: Speech) -> Iterator[str]:
    yield from (f"# {made.title}", "", *made.head, f"SHA-256 `{made.digest}`")
    for clause in made.clauses:
        yield from ("", f"## {clause.article} · {clause.kind} (`{clause.id}`)", "", clause.text, "")
        yield from (f"- {note}" for note in (*clause.notes, clause.checked))
        yield f"- {say.word('sheet.reading')}:"
        yield from (f"{'  ' * (depth + 1)}- {text}" for depth, text in clause.steps)
        yield from (f"- {each}" for each in clause.reservations)
        for title, outcome in clause.cases:
            yield f"- {say.word('sheet.case')}: {title}: {outcome}".rstrip(": ")


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
            yield f"{say.reserved(told(each, reciprocal=False))}{until}"


def _notes(clause: Clause, say: Speech) -> Iterator[str]:
    yield f"{say.word('sheet.effect')}: {say.word(f'effect.{clause.effect.value}')}"
    if clause.decider:
        yield f"{say.word('sheet.decider')}: {say.word(f'decider.{clause.decider}')}"
    yield from _limits(clause, say)


def _checked(clause: Clause, say: Speech) -> str:
    if clause.citation.checked:
        return say.word("sheet.checked", source=clause.citation.checked)
    return say.word("sheet.unchecked")


def _limits(clause: Clause, say: Speech) -> Iterator[str]:
    if clause.requesting or clause.requested:
        state, side = (
            (clause.requesting, "requesting") if clause.requesting else (clause.requested, "requested")
        )
        yield say.word(f"sheet.{side}", state=state)
    if clause.held_from:
        yield say.word("sheet.from", day=clause.held_from.isoformat())
    if clause.held_until:
        yield say.word("sheet.held-until", day=clause.held_until.isoformat())
    if clause.at_request_of:
        yield say.word(f"sheet.at-request-of-{clause.at_request_of}")
    for key, option in clause.options.items():
        yield say.word("sheet.bracket", value=key, option=option)
    for place in clause.instead_of:
        yield say.word("sheet.instead-of", clause=place)
    if clause.without_treaty:
        yield say.word("force.a-treaty-binds")


def _reading(clause: Clause, say: Speech) -> Iterator[tuple[int, str]]:
    if clause.reading:
        yield 0, clause.reading[say.language]
    if clause.clock:
        unit = say.word(f"unit.{clause.clock.unit}")
        yield 0, say.word("sheet.clock", length=clause.clock.length, unit=unit)
        yield 0, f"{say.word('sheet.expiry')}: {say.word(f'expiry.{clause.clock.expiry}')}"
        return
    question = clause.question
    if question.guard != ALWAYS:
        yield from _tree(plain(question.guard), say, 0, True, say.word("reason.guard"))
    yield from _tree(plain(question.condition), say, 0, True, "")


def _tree(condition: Condition, say: Speech, depth: int, so: bool, lead: str) -> Iterator[tuple[int, str]]:
    """One line for each step; ``so`` is False for what must not hold."""
    if isinstance(condition, Not):
        yield from _tree(condition.member, say, depth, not so, lead)
        return
    text = say.holds(condition, so) if condition.facts() else say.heading(condition, so)
    yield depth, f"{lead}{text}"
    for part in condition.parts():
        yield from _tree(part, say, depth + 1, True, "")


def _expected(clause: Clause, say: Speech, cases: tuple[Case, ...]) -> Iterator[tuple[str, str]]:
    for case, title, expected in cases:
        articles = (clause.citation.article, *clause.citation.article.split(", "))
        if expected.clause == clause.id or (not expected.clause and expected.article in articles):
            came = expected.finding or expected.state or expected.standing
            group = "clock.state" if expected.state else "finding" if expected.finding else "standing"
            yield title.get(say.language, case), say.word(f"{group}.{came}") if came else ""
