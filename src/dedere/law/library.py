"""The library: every instrument, fact, source and calendar read from TOML, or an exact complaint."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from pathlib import Path
from types import MappingProxyType

from dedere.law.calendar import Calendar, read_calendar
from dedere.law.clauses import read_clause, read_sources, same_place
from dedere.law.instrument import Clause, Instrument
from dedere.law.table import Table, open_table, parse
from dedere.law.vocabulary import ABOUT, GIVEN, TYPES, Fact, Vocabulary
from dedere.words import State, Unreadable

PACKAGED = Path(__file__).parents[1] / "treaties"
LAYERS = ("treaty", "statute", "constitution", "ruling")
MOST_CLAUSES = 400


class UnreadableTreaty(Unreadable):
    """A file of the library that cannot be read: which file, clause and article, and the remedy."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Library:
    """What was read: instruments by id, facts by name, calendars by id, source addresses by key."""

    instruments: Mapping[str, Instrument]
    facts: Vocabulary
    calendars: Mapping[str, Calendar]
    sources: Mapping[str, str]

    def clause(self, instrument: str, clause: str) -> Clause:
        """One clause by its instrument and id; KeyError where there is none."""
        return next(each for each in self.instruments[instrument].clauses if each.id == clause)

    def with_instrument(self, instrument: Instrument) -> Library:
        """A library with this instrument in the place of the one of its id, or beside the rest."""
        named = {**self.instruments, instrument.id: instrument}
        return replace(self, instruments=MappingProxyType(named))

    def asked(self) -> Vocabulary:
        """The facts together with those always given: the day and the requesting State."""
        return _with_given(self)


@lru_cache(maxsize=32)
def _with_given(library: Library) -> Vocabulary:
    return MappingProxyType({**library.facts, **GIVEN})


@cache
def library() -> Library:
    """The packaged library, read once."""
    return load_library(PACKAGED)


def load_library(folder: Path = PACKAGED) -> Library:
    """Read ``facts.toml``, ``sources.toml``, ``calendars/`` and each ``<id>/instrument.toml``.

    Raises UnreadableTreaty at the first thing that cannot be read as it stands.
    """
    facts = _facts(open_table(folder / "facts.toml", UnreadableTreaty)[0])
    sources = _sources(open_table(folder / "sources.toml", UnreadableTreaty)[0])
    files = sorted((folder / "calendars").glob("*.toml"))
    calendars = {each.id: each for each in (read_calendar(open_table(f, UnreadableTreaty)[0]) for f in files)}
    instruments: dict[str, Instrument] = {}
    for path in sorted(folder.glob("*/instrument.toml")):
        table, raw = open_table(path, UnreadableTreaty)
        instrument = read_instrument(table, raw, facts, sources, calendars)
        if instrument.id != path.parent.name or instrument.id in instruments:
            table.refuse(f"the id {instrument.id!r} is not its folder's name", "make the two agree", "id")
        instruments[instrument.id] = instrument
    return Library(
        instruments=MappingProxyType(instruments), facts=facts, calendars=calendars, sources=sources
    )


def load_instrument(where: str, raw: bytes, beside: Library) -> Instrument:
    """Read one instrument's bytes, say as another State sent them, against a library's vocabulary."""
    table, _ = parse(where, raw, UnreadableTreaty)
    return read_instrument(table, raw, beside.facts, beside.sources, beside.calendars)


def read_instrument(
    table: Table,
    raw: bytes,
    facts: Vocabulary,
    sources: Mapping[str, str],
    calendars: Mapping[str, Calendar],
) -> Instrument:
    """One instrument's table; its digest is the SHA-256 of the file's very bytes."""
    name = table.word("id")
    found = table.tables("clause")
    if len(found) > MOST_CLAUSES:
        table.refuse(f"{len(found)} clauses are too many", f"keep it under {MOST_CLAUSES}", "clause")
    clauses = tuple(read_clause(each, name, facts, sources) for each in found)
    _each_once(found, clauses)
    _calendars_exist(found, clauses, calendars)
    instrument = Instrument(
        id=name,
        title=table.text("title"),
        short=table.text("short"),
        layer=table.code("layer", LAYERS),
        done=table.day("done"),
        in_force=table.day("in_force"),
        until=table.day("until", None),
        parties=tuple(State(code) for code in table.words("parties", ())),
        requested=table.word("requested", ""),
        requesting=table.word("requesting", ""),
        routes=table.words("routes"),
        authentic=table.words("authentic"),
        official=table.word("official"),
        sources=read_sources(table, "sources", sources),
        clauses=clauses,
        digest=hashlib.sha256(raw).hexdigest(),
    )
    _binds_somebody(table, instrument)
    table.close()
    return instrument


def _binds_somebody(table: Table, instrument: Instrument) -> None:
    own = [state for state in (instrument.requested, instrument.requesting) if state]
    if instrument.layer == "treaty" and (len(instrument.parties) < 2 or own):
        table.refuse(
            "a treaty binds its parties", 'write parties = ["MX", "US"], and nothing else', "parties"
        )
    if instrument.layer != "treaty" and (instrument.parties or len(own) != 1):
        table.refuse(
            "a State's own law applies when that State asks, or is asked",
            'write requested = "MX" or requesting = "MX", and no parties',
            "requested",
        )


def _each_once(tables: tuple[Table, ...], clauses: tuple[Clause, ...]) -> None:
    ids: set[str] = set()
    places: set[tuple[object, ...]] = set()
    for table, clause in zip(tables, clauses, strict=True):
        if clause.id in ids:
            table.refuse(f"the id {clause.id!r} is taken", "give each clause an id of its own", "id")
        if same_place(clause) in places:
            table.refuse(
                f"article {clause.citation.article} has a clause of kind {clause.kind} already",
                "keep one of the two, or tell them apart by stage, direction or from",
                "article",
            )
        ids.add(clause.id)
        places.add(same_place(clause))


def _calendars_exist(
    tables: tuple[Table, ...], clauses: tuple[Clause, ...], calendars: Mapping[str, Calendar]
) -> None:
    for table, clause in zip(tables, clauses, strict=True):
        named = clause.clock.calendar if clause.clock else ""
        if named and named not in calendars:
            known = ", ".join(sorted(calendars)) or "none"
            table.refuse(f"the calendar {named!r} is not known", f"write one of: {known}", "calendar")


def _facts(table: Table) -> Vocabulary:
    facts: dict[str, Fact] = {}
    for row in table.tables("fact", "name"):
        fact = Fact(
            name=row.word("name"),
            type=row.code("type", TYPES),
            about=row.code("about", ABOUT),
            unit=row.word("unit", ""),
            codes=row.words("codes", ()),
        )
        if fact.name in facts or fact.name in GIVEN:
            row.refuse(f"the fact {fact.name!r} is declared already", "keep one of the two", "name")
        if (fact.type == "code") != bool(fact.codes):
            row.refuse("a code, and only a code, lists its codes", "write codes = […]", "codes")
        row.close()
        facts[fact.name] = fact
    table.close()
    return MappingProxyType(facts)


def _sources(table: Table) -> Mapping[str, str]:
    return MappingProxyType({key: table.word(key) for key in table.rows()})
