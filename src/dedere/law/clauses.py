"""One clause table of a treaty file becomes a clause, or an exact complaint."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from dedere.law.assessment import Effect
from dedere.law.decider import DECIDERS
from dedere.law.instrument import Clause, ClockRule
from dedere.law.kinds import KINDS, Kind, Value
from dedere.law.logic import ALWAYS, All, Condition, Is, Not, ask
from dedere.law.table import Table
from dedere.law.vocabulary import GIVEN, Vocabulary
from dedere.law.when import read_when, yes_no
from dedere.words import Citation

LONGEST = 10_000  # days, months or years: no clause counts so many, and every calendar still holds them
MOST_LISTED = 12  # facts of one list
MOST_ASKED = 24  # facts of one clause: what would settle it may grow with each of them
SENTENCED = Is("person-status", "sentenced")
STAGES: Mapping[str, Condition] = {"accusation": Not(SENTENCED), "sentence": SENTENCED}


def read_clause(table: Table, instrument: str, facts: Vocabulary, sources: Mapping[str, str]) -> Clause:
    """Read one ``[[clause]]``; raises the table's complaint, naming file, clause and article."""
    kind = KINDS[table.code("kind", tuple(KINDS))]
    given = {key: _value(table, key, value, facts) for key, value in kind.values.items()}
    meaning = kind.meaning(given)
    stage = table.code("stage", ("accusation", "sentence", ""), "")
    when = read_when(table, "when", facts)
    at_request_of, asked = _at_request(table, facts)
    direction = table.table("direction")
    clause = Clause(
        id=table.word("id"),
        kind=kind.code,
        citation=Citation(
            instrument=instrument, article=table.word("article"), checked=table.word("checked", "")
        ),
        text=table.text("text"),
        effect=_effect(table, kind),
        weighs=kind.weighs,
        question=ask(meaning.condition, _guard(asked, when, STAGES.get(stage, ALWAYS), meaning.guard)),
        cures=tuple(meaning.cures),
        decider=table.code("decider", (*DECIDERS, ""), ""),
        sources=read_sources(table, "source", sources),
        held_from=table.day("from", None),
        held_until=table.day("until", None),
        requesting=direction.state("requesting", ""),
        requested=direction.state("requested", ""),
        stage=stage,
        routes=table.words("routes", ()),
        without_treaty=table.flag("without_treaty", False),
        given=given,
        clock=_clock(table, given) if kind.code == "clock" else None,
        reading=table.text("reading", {}),
        at_request_of=at_request_of,
        instead_of=table.words("instead_of", ()),
        options=table.bracketed(),
    )
    direction.close()
    table.close()
    _asked_facts_exist(table, clause, facts)
    return clause


def read_sources(table: Table, key: str, sources: Mapping[str, str]) -> tuple[str, ...]:
    """Source keys, each resolved in sources.toml."""
    named = table.words(key, ())
    for source in named:
        if source not in sources:
            table.refuse(f"the source {source!r} is not in sources.toml", "add its address there", key)
    return named


def same_place(clause: Clause) -> tuple[object, ...]:
    """What may stand once in an instrument: kind, article, stage, direction, span, and its own point."""
    own = next((clause.given[key] for key in ("rule", "penalty", "shown") if clause.given.get(key)), "")
    return (
        clause.kind,
        clause.citation.article,
        clause.stage,
        clause.requesting,
        clause.requested,
        clause.held_from,
        own,
    )


def _effect(table: Table, kind: Kind) -> Effect:
    choices = tuple(effect.value for effect in kind.effects)
    return Effect(table.code("effect", choices, choices[0]))


def _guard(*guards: Condition) -> Condition:
    real = [guard for guard in guards if guard != ALWAYS]
    if not real:
        return ALWAYS
    return real[0] if len(real) == 1 else All(*real)


def _at_request(table: Table, facts: Vocabulary) -> tuple[str, Condition]:
    """At whose request alone the clause binds, and the yes-no fact that says whether it was made."""
    who = table.code("at_request_of", ("requesting", "requested", ""), "")
    fact = table.word("asked", "")
    if bool(who) != bool(fact):
        table.refuse(
            "a clause that binds at request names whose, and the fact that says whether it was made",
            'write both at_request_of = "requesting" and asked = "…"',
            "asked" if who else "at_request_of",
        )
    return who, Is(yes_no(table, "asked", fact, facts)) if who else ALWAYS


def _value(table: Table, key: str, value: Value, facts: Vocabulary) -> Any:
    default = ... if value.default is None else value.default
    match value.type:
        case "whole":
            return table.whole(key, default, LONGEST)
        case "day":
            return table.day(key, default)
        case "flag":
            return table.flag(key, default)
        case "code":
            return table.code(key, value.choices, default)
        case "codes":
            return table.codes(key, value.choices, default)
        case "word" | "state":
            return table.word(key, default)
        case "words":
            return table.words(key, default)
        case "fact":
            name = table.word(key, default)
            return yes_no(table, key, name, facts) if name else ""
        case "facts":
            return _facts(table, key, table.words(key, default), facts)
        case _:
            raise AssertionError(value.type)


def _facts(table: Table, key: str, names: tuple[str, ...], facts: Vocabulary) -> tuple[str, ...]:
    if len(names) > MOST_LISTED:
        table.refuse(f"{len(names)} facts are too many", f"list at most {MOST_LISTED}", key)
    return tuple(yes_no(table, key, name, facts) for name in names)


def _clock(table: Table, given: Mapping[str, Any]) -> ClockRule:
    if len(given["pause"]) != len(given["resume"]):
        table.refuse("each pause needs the entry that ends it", "give resume as many entries", "resume")
    if given["unit"] == "working-days" and not given["calendar"]:
        table.refuse("working days need a calendar", 'write calendar = "…"', "calendar")
    rest = {key: given[key] for key in given if key != "counts_from"}
    return ClockRule(**rest, from_next_day=given["counts_from"] == "next-day")


def _asked_facts_exist(table: Table, clause: Clause, facts: Vocabulary) -> None:
    if len(clause.question.facts) > MOST_ASKED:
        table.refuse(
            f"it asks of {len(clause.question.facts)} facts",
            f"ask of at most {MOST_ASKED}; make it several clauses",
            "kind",
        )
    for fact in clause.question.facts:
        if fact not in facts and fact not in GIVEN:
            table.refuse(
                f"the kind {clause.kind!r} asks of {fact!r}, which is not in the vocabulary",
                "declare it in facts.toml",
                "kind",
            )
