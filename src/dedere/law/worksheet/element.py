"""An element of an offence as somebody entered it: where either law has it, and whether the two match."""

from __future__ import annotations

from dataclasses import dataclass

from dedere.law.dialect import FLAG, NAME, TEXT, Schema, exact, listed
from dedere.law.table import Table

MATCHES = ("matched", "differs")


@dataclass(frozen=True, slots=True, kw_only=True)
class Element:
    """One element.

    Attributes:
        requesting, requested: the provision of either law that has it; empty where none was stated.
        match: ``matched`` or ``differs``, as a lawyer said it; empty where nobody did.
        jurisdictional: whether it only gives the requesting State's courts jurisdiction.
    """

    name: str
    requesting: str = ""
    requested: str = ""
    match: str = ""
    jurisdictional: bool = False
    sources: tuple[str, ...] = ()


def read_elements(table: Table, key: str) -> tuple[Element, ...]:
    """Read every ``[[charge.element]]``; raises the table's complaint."""
    found = tuple(_element(row) for row in table.tables(key, "name"))
    names = [element.name for element in found]
    if len(set(names)) < len(names):
        table.refuse("two elements have one name", "give each element a name of its own", key)
    return found


def _element(table: Table) -> Element:
    element = Element(
        name=table.word("name"),
        requesting=table.word("requesting", ""),
        requested=table.word("requested", ""),
        match=table.code("match", (*MATCHES, ""), ""),
        jurisdictional=table.flag("jurisdictional", False),
        sources=table.words("source", ()),
    )
    table.close()
    return element


def element_schema() -> Schema:
    """The schema of one element of a case file."""
    optional = {
        "requesting": TEXT,
        "requested": TEXT,
        "match": {"enum": [*MATCHES, ""]},
        "jurisdictional": FLAG,
        "source": listed(NAME),
    }
    return exact({"name": NAME}, optional)
