"""Shared words for conduct: the divisions of the ICCS, and the groups of offences that a treaty lists."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType

from dedere.law.clauses import read_sources
from dedere.law.table import Table

Names = Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Classification:
    """A classification of crimes: two digits for a section, four for a division, named in both languages."""

    title: Names
    published: date
    licence: str
    checked: str
    sources: tuple[str, ...]
    crimes: Mapping[str, Names]


NOT_CLASSIFIED = Classification(
    title={}, published=date.min, licence="", checked="", sources=(), crimes=MappingProxyType({})
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """One group of a treaty's list of offences, and the divisions its conduct clearly falls under."""

    names: Names
    iccs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Appendix:
    """A treaty's list of offences, as far as its groups are known; ``counted`` is how many it has."""

    counted: int
    checked: str
    sources: tuple[str, ...]
    groups: Mapping[str, Group] = field(default_factory=dict)


def read_classification(table: Table, sources: Mapping[str, str]) -> Classification:
    """Read a file of crimes; raises the table's complaint."""
    rows = table.table("crime")
    found = Classification(
        title=table.text("title"),
        published=table.day("published"),
        licence=table.word("licence"),
        checked=table.word("checked", ""),
        sources=read_sources(table, "source", sources),
        crimes=MappingProxyType({code: rows.text(code) for code in rows.rows()}),
    )
    for code in found.crimes:
        if not (code.isascii() and code.isdigit() and len(code) in (2, 4) and code[:2] in found.crimes):
            table.refuse(f"{code!r} is no code", "write a section (01), or a division of one (0101)", code)
    table.close()
    return found


def read_appendix(table: Table, sources: Mapping[str, str], crimes: Classification) -> Appendix:
    """Read a treaty's list; every code of the ICCS that it names must exist."""
    items = table.table("item")
    found = Appendix(
        counted=table.whole("counted"),
        checked=table.word("checked", ""),
        sources=read_sources(table, "source", sources),
        groups=MappingProxyType({code: _group(items.table(code), crimes) for code in items.rows()}),
    )
    table.close()
    return found


def _group(table: Table, crimes: Classification) -> Group:
    group = Group(
        names={language: table.word(language) for language in ("en", "es")},
        iccs=table.codes("iccs", tuple(crimes.crimes), ()),
    )
    table.close()
    return group
