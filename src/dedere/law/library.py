"""The library: every instrument, fact, source and calendar read from TOML, or an exact complaint."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cache, lru_cache
from pathlib import Path
from types import MappingProxyType

from dedere.law.calendar import read_calendar
from dedere.law.crimes import (
    NOT_CLASSIFIED,
    Appendix,
    Classification,
    Group,
    read_appendix,
    read_classification,
)
from dedere.law.instrument import Clause, Instrument
from dedere.law.limitation.read import read_limitation
from dedere.law.limitation.rules import LimitationLaw
from dedere.law.shelf import Shelf, UnreadableTreaty, Written
from dedere.law.table import Table, open_table, parse, read_bytes
from dedere.law.vocabulary import ABOUT, GIVEN, TYPES, Fact, Vocabulary
from dedere.law.written import agree_with, read_instrument

__all__ = [
    "PACKAGED",
    "Library",
    "UnreadableTreaty",
    "amended",
    "library",
    "load_instrument",
    "load_library",
    "text_of",
]

PACKAGED = Path(__file__).parents[1] / "treaties"


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Library(Shelf):
    """What was read: instruments by id, beside facts, calendars, sources and the bytes themselves.

    ``limitation`` holds each State's rules of limitation, for each side of a request; ``crimes`` the
    classification that charges may name, ``appendices`` the treaties' lists of offences.
    """

    instruments: Mapping[str, Instrument] = field(default_factory=dict)
    limitation: Mapping[str, Mapping[str, LimitationLaw]] = field(default_factory=dict)
    crimes: Classification = NOT_CLASSIFIED
    appendices: Mapping[str, Appendix] = field(default_factory=dict)

    def clause(self, instrument: str, clause: str) -> Clause:
        """One clause by its instrument and id; KeyError where there is none."""
        return next(each for each in self.instruments[instrument].clauses if each.id == clause)

    def law_of_limitation(self, name: str) -> LimitationLaw | None:
        """A State's rules of limitation by their id; None where there are none of that id."""
        laws = (law for sides in self.limitation.values() for law in sides.values())
        return next((law for law in laws if law.id == name), None)

    def groups(self) -> Mapping[str, Group]:
        """Every group of every treaty's list of offences, by its code."""
        return {code: each for listed in self.appendices.values() for code, each in listed.groups.items()}

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
    """Read ``facts.toml``, ``sources.toml``, ``calendars/``, each instrument and each ``limitation.toml``.

    Raises UnreadableTreaty at the first thing that cannot be read as it stands.
    """
    files = sorted((folder / "calendars").glob("*.toml"))
    written = {path.parent.name: _written(path) for path in sorted(folder.glob("*/instrument.toml"))}
    shelf = Library(
        facts=_facts(open_table(folder / "facts.toml", UnreadableTreaty)[0]),
        sources=_sources(open_table(folder / "sources.toml", UnreadableTreaty)[0]),
        calendars={
            each.id: each for each in (read_calendar(open_table(f, UnreadableTreaty)[0]) for f in files)
        },
        written=MappingProxyType(written),
        instruments={},
    )
    # Bases first, so that what is wrong in one is complained of there.
    order = sorted(written, key=lambda name: b"based_on" in written[name].raw)
    read = {name: _named(name, written[name], shelf) for name in order}
    instruments = {name: read[name] for name in written}
    for name, instrument in instruments.items():
        agree_with(instrument, instruments, written[name].where)
    return replace(
        shelf,
        instruments=MappingProxyType(instruments),
        limitation=MappingProxyType(dict(_limitations(folder, shelf))),
        crimes=(crimes := _crimes(folder, shelf)),
        appendices=MappingProxyType(
            {
                path.parent.name: read_appendix(open_table(path, UnreadableTreaty)[0], shelf.sources, crimes)
                for path in sorted(folder.glob("*/appendix.toml"))
            }
        ),
    )


def _crimes(folder: Path, shelf: Shelf) -> Classification:
    path = folder / "iccs-2015.toml"
    if not path.exists():
        return NOT_CLASSIFIED
    return read_classification(open_table(path, UnreadableTreaty)[0], shelf.sources)


def _limitations(folder: Path, shelf: Shelf) -> Iterator[tuple[str, Mapping[str, LimitationLaw]]]:
    for path in sorted(folder.glob("*/limitation.toml")):
        where = f"{path.parent.name}/{path.name}"
        sides = read_limitation(where, read_bytes(path, UnreadableTreaty), shelf)
        yield str(sides["requested"].state), sides


def _written(path: Path) -> Written:
    parties = path.with_name("parties.toml")
    return Written(
        where=f"{path.parent.name}/{path.name}",
        raw=read_bytes(path, UnreadableTreaty),
        parties=read_bytes(parties, UnreadableTreaty) if parties.exists() else b"",
    )


def _named(folder: str, written: Written, shelf: Library) -> Instrument:
    instrument = read_instrument(written, shelf)
    if instrument.id != folder:
        raise UnreadableTreaty(
            where=f"{written.where}: id",
            what=f"the id {instrument.id!r} is not its folder's name",
            remedy="make the two agree",
        )
    return instrument


def text_of(instrument: Instrument, beside: Library) -> str:
    """The text of an instrument's file, as the library read it."""
    return beside.written[instrument.id].raw.decode("utf-8")


def amended(beside: Library, name: str, raw: bytes) -> Library:
    """A library in which one instrument's file is written anew, and whatever is based on it read anew.

    Raises UnreadableTreaty where the library would not take the file, or no longer another one.
    """
    written = {**beside.written, name: replace(beside.written[name], raw=raw)}
    shelf = replace(beside, written=MappingProxyType(written))
    read = {each: _named(each, written[each], shelf) for each in (name, *_based_on(name, beside))}
    instruments = {**beside.instruments, **read}
    for each, instrument in instruments.items():
        agree_with(instrument, instruments, written[each].where)
    return replace(shelf, instruments=MappingProxyType(instruments))


def _based_on(name: str, beside: Library) -> Iterator[str]:
    for each in beside.instruments.values():
        if each.based_on == name:
            yield each.id
            yield from _based_on(each.id, beside)


def load_instrument(where: str, raw: bytes, beside: Library, parties: bytes | None = None) -> Instrument:
    """Read one instrument's bytes, say as another State sent them, against a library.

    ``parties`` are the bytes of its ``parties.toml``; left out, those that the library holds for it.
    """
    table, _ = parse(where, raw, UnreadableTreaty)
    held = beside.written.get(table.word("id"))
    if parties is None:
        parties = held.parties if held else b""
    instrument = read_instrument(Written(where=where, raw=raw, parties=parties), beside)
    agree_with(instrument, beside.instruments, where)
    return instrument


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
