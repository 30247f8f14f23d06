"""The columns that a table of cases may have, in English or Spanish, and what each holds."""

from __future__ import annotations

from collections.abc import Mapping

from dedere.clerk.tables import Table, UnreadableTable
from dedere.docket.stage import TrackKind
from dedere.law.vocabulary import Fact

# Column → its Spanish name. `key` is the row's lasting name in its own list: a row that comes again updates.
COLUMNS: Mapping[str, str] = {
    "key": "clave",
    "person": "persona",
    "requesting": "requirente",
    "requested": "requerido",
    "nationalities": "nacionalidades",
    "aliases": "alias",
    "name_standing": "estado_del_nombre",
    "other_number": "numero_del_otro_estado",
    "opened_on": "abierto_el",
    "track": "via",
    "basis": "fundamento",
    "article": "articulo",
    "charges": "cargos",
    "note": "nota",
    "sources": "fuentes",
}
NEEDED = ("key", "person", "requesting", "requested")
FACT = "fact:"

# What `basis` is when a row names a track alone.
BASES: Mapping[str, str] = {
    TrackKind.TREATY_EXTRADITION: "us-mx-1978",
    TrackKind.SIMPLIFIED_EXTRADITION: "us-mx-1978",
    TrackKind.TEMPORARY_SURRENDER: "us-mx-1978",
    TrackKind.NATIONAL_SECURITY_TRANSFER: "mx-lsn-2005",
    TrackKind.SENTENCE_TRANSFER: "us-mx-1976",
}
# Facts of one charge concern every charge of the row.
Facts = Mapping[str, Fact]


def known_columns(table: Table, facts: Facts) -> Mapping[str, str]:
    """Map each column of the table to the desk's name of it.

    Raises UnreadableTable for a column that no case has, or one that is needed and missing.
    """
    named = {spanish: english for english, spanish in COLUMNS.items()}
    found = {column: named.get(column, column) for column in table.columns}
    for column, name in found.items():
        if name not in COLUMNS and not (name.startswith(FACT) and name.removeprefix(FACT) in facts):
            known = ", ".join((*COLUMNS, f"{FACT}NAME"))
            raise UnreadableTable(table.name, "unknown-column", column=column, known=known)
    for name in NEEDED:
        if name not in found.values():
            raise UnreadableTable(table.name, "missing-column", column=name)
    return found
