"""Mutants of an instrument: one value of its file changed, or one step of one clause's condition."""

from __future__ import annotations

import copy
import tomllib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from benchmarks.steps import changed_steps
from dedere.law.casefile import Value as Answer
from dedere.law.decider import DECIDERS
from dedere.law.instrument import Clause, Instrument
from dedere.law.kinds import KINDS, Value
from dedere.law.library import PACKAGED, Library, UnreadableTreaty
from dedere.law.logic import ask
from dedere.law.readcase import ROUTES
from dedere.law.table import Table
from dedere.law.written import read_parsed

Rows = dict[str, Any]

# What a reader is told and no finding rests on; `done` is a date of the record, not of effect.
TOLD = frozenset(
    {"id", "kind", "article", "text", "reading", "checked", "source", "sources", "title", "short"}
    | {"layer", "done", "authentic", "official", "rule", "clause"}
)
# The course of a case, by the State asked: a clock's wrong starts and stops are the entries just before.
_ENDS = ("handed-over", "temporarily-surrendered", "freed-to-leave", "left-territory")
_BEGINS = ("provisionally-arrested", "request-received", "hearing-held")
COURSES: Mapping[str, tuple[str, ...]] = {
    "MX": (
        *_BEGINS,
        *("consent-given", "exceptions-filed", "proof-closed", "opinion-given", "extradition-granted"),
        *("decision-notified", "remedy-sought", "stay-ordered", "remedy-decided", "stay-lifted"),
        *("surrender-ordered", "surrender-deferred", "deferral-ended"),
        *_ENDS,
    ),
    "US": (
        *_BEGINS,
        *("committed", "remedy-sought", "remedy-decided", "extradition-granted", "surrender-ordered"),
        *_ENDS,
    ),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Mutant:
    """One change: of which instrument and clause, what it is, and how the changed instrument is made.

    ``make`` returns None where the reader refuses the change, or it changes nothing.
    """

    instrument: str
    clause: str
    what: str
    make: Callable[[], Instrument | None]


def mutants(library: Library) -> Iterator[Mutant]:
    """Every mutant of every instrument, those of the file first."""
    for instrument in library.instruments.values():
        raw = (PACKAGED / instrument.id / "instrument.toml").read_bytes()
        rows = tomllib.loads(raw.decode())
        yield from _of_file(library, instrument, rows)
        for clause in instrument.clauses:
            yield from _of_clause(library, instrument, clause)


def _of_file(library: Library, instrument: Instrument, rows: Rows) -> Iterator[Mutant]:
    def mutant(clause: str, what: str, change: Callable[[Rows], None]) -> Mutant:
        def make() -> Instrument | None:
            changed = copy.deepcopy(rows)
            change(changed)
            table = Table(instrument.id, changed, UnreadableTreaty)
            try:
                return read_parsed(table, library.written[instrument.id], library)
            except UnreadableTreaty:
                return None

        return Mutant(instrument=instrument.id, clause=clause, what=what, make=make)

    for what, key, value in _changes(rows, _own(rows), library):
        yield mutant("", what, _setting((), key, value))
    asked = rows.get("requested", "")
    for place, row in enumerate(rows["clause"]):
        yield mutant(row["id"], "the clause left out", lambda changed, at=place: changed["clause"].pop(at))
        for what, key, value in _changes(row, {**KINDS[row["kind"]].values, **_common(row)}, library, asked):
            yield mutant(row["id"], what, _setting(("clause", place), key, value))


def _setting(path: tuple[Any, ...], key: str, value: object) -> Callable[[Rows], None]:
    def change(rows: Rows) -> None:
        place: Any = rows
        for step in path:
            place = place[step]
        if value is None:
            place.pop(key, None)
        else:
            place[key] = value

    return change


def _common(row: Rows) -> dict[str, Value]:
    """What every clause may carry, as values like those of its kind."""
    effects = tuple(effect.value for effect in KINDS[row["kind"]].effects)
    return {
        "effect": Value(type="code", says="", choices=effects, default=effects[0]),
        "without_treaty": Value(type="flag", says="", default=False),
        "stage": Value(type="code", says="", choices=("accusation", "sentence", ""), default=""),
        "from": Value(type="day", says="", default=date.min),
        "until": Value(type="day", says="", default=date.min),
        "routes": Value(type="codes", says="", choices=tuple(row.get("routes", ())), default=()),
        "decider": Value(type="code", says="", choices=_other_decider(row), default=""),
    }


def _other_decider(row: Rows) -> tuple[str, ...]:
    own = row.get("decider", "")
    after = DECIDERS.index(own) + 1 if own else 0
    return ("", own, DECIDERS[after % len(DECIDERS)])


def _own(rows: Rows) -> dict[str, Value]:
    return {
        "in_force": Value(type="day", says=""),
        "until": Value(type="day", says="", default=date.min),
        "routes": Value(type="codes", says="", choices=ROUTES),
        "parties": Value(type="codes", says="", choices=(*rows.get("parties", ()), "ZZ"), default=()),
        "requested": Value(type="state", says="", default=""),
        "requesting": Value(type="state", says="", default=""),
    }


def _changes(
    row: Rows, values: Mapping[str, Value], library: Library, asked: str = ""
) -> Iterator[tuple[str, str, object]]:
    """What is changed in words, the key, and its new value; None takes the key out."""
    asked = row.get("direction", {}).get("requested", asked)
    for key, value in values.items():
        now = row.get(key, value.default)
        if key in TOLD or isinstance(now, dict):  # a bracket: its choices are the case's, not the clause's
            continue
        for new in _others(key, now, value, library, asked):
            # An entry that starts a clock is no likely stop of it.
            if new != now and not (key == "stop" and set(new) & set(row["start"])):
                yield _change(key, now, new), key, new
    if "direction" in row:
        yield "direction left out", "direction", None
        for side, state in row["direction"].items():
            yield f"{side} = {_swapped(state)}", "direction", {side: _swapped(state)}
            other = "requested" if side == "requesting" else "requesting"
            yield f"{other} = {state}", "direction", {other: state}
    if "when" in row:
        yield "when left out", "when", None
        yield "when turned round", "when", {"not": row["when"]}


def _others(key: str, now: Any, value: Value, library: Library, asked: str) -> Iterator[object]:
    match value.type:
        case "whole":
            yield from (now + 1, *((now - 1,) if now else ()))
        case "flag":
            yield not now
        case "day" if now is not None and now != date.min:
            yield from (now + timedelta(days=1), now - timedelta(days=1))
            if value.default is not None:
                yield None
        case "code":
            yield from value.choices if value.choices else ()
        case "state" if now:
            yield from (_swapped(now), None)
        case "word" if now and key == "calendar":
            yield from (each for each in library.calendars if each != now)
        case "fact" if now:
            yield from (None, _another(library, (now,)))
        case "codes" | "facts" | "words":
            yield from _lists(key, list(now or ()), value, library, asked)


def _lists(key: str, now: list[str], value: Value, library: Library, asked: str) -> Iterator[object]:
    for member in now:
        yield [each for each in now if each != member]
    if value.type == "codes":
        yield from ([*now, each] for each in value.choices if each not in now)
    elif value.type == "facts" and now:
        yield [*now, _another(library, now)]
    elif key in ("start", "stop"):
        yield from ([*now, each] for each in dict.fromkeys(_just_before(now, asked)))


def _just_before(entries: list[str], asked: str) -> Iterator[str]:
    for state, course in COURSES.items():
        places = [course.index(each) for each in entries if each in course]
        if places and min(places) and asked in ("", state):
            yield course[min(places) - 1]


def _another(library: Library, facts: Any) -> str:
    """The next yes-no fact of the vocabulary after the last one named."""
    names = [name for name, fact in library.facts.items() if fact.type == "yes-no"]
    at = names.index(facts[-1])
    return next(name for name in names[at:] + names[:at] if name not in facts)


def _swapped(state: str) -> str:
    return "US" if state == "MX" else "MX"


def _change(key: str, now: Any, new: Any) -> str:
    if isinstance(new, list):
        gone, come = [*dict.fromkeys(now or ())], [*dict.fromkeys(new)]
        without = [f"without {each}" for each in gone if each not in come]
        return f"{key} {' '.join(without or [f'with {each}' for each in come if each not in gone])}"
    return f"{key} = {_said(new)} for {_said(now)}"


def _said(value: object) -> str:
    return "nothing" if value in (None, "", date.min) else str(value)


def _of_clause(library: Library, instrument: Instrument, clause: Clause) -> Iterator[Mutant]:
    def mutant(what: str, **new: object) -> Mutant:
        changed = replace(clause, **new)  # type: ignore[arg-type]  # fields named below, each of its type
        clauses = tuple(changed if each is clause else each for each in instrument.clauses)
        made = replace(instrument, clauses=clauses)
        return Mutant(instrument=instrument.id, clause=clause.id, what=what, make=lambda: made)

    if clause.versions:
        return  # what it comes to is read once for each choice; its values are changed in the file
    if clause.cures:
        yield mutant("cures dropped", cures=())
    question = clause.question
    codes: Mapping[str, tuple[Answer, ...]] = {name: fact.codes for name, fact in library.asked().items()}
    for what, condition in changed_steps(question.condition, codes):
        yield mutant(what, question=ask(condition, question.guard))
    for what, guard in changed_steps(question.guard, codes):
        yield mutant(f"guard: {what}", question=ask(question.condition, guard))
    if question.facts and question.guard != ask(question.condition).guard:
        yield mutant("guard dropped", question=ask(question.condition))
