"""Which columns say what of a tie or of a party, told by their headings in English or Spanish."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from dedere.files.headings import fold
from dedere.links.reading.faults import UnreadableNetwork

MOST_COLUMNS = 200
# Field → headings, folded; of several that are there the first in this order is taken.
TIES: Mapping[str, tuple[str, ...]] = {
    "from": (
        *("from", "subject", "source", "origin", "src", "fromid", "sourceid", "fromnodeid", "tail", "ego"),
        *("node1", "nodea", "id1", "vertex1", "party1", "person1", "partya", "sender"),
        *("origen", "sujeto", "nodo1", "persona1", "emisor"),
    ),
    "to": (
        *("to", "object", "target", "destination", "dst", "toid", "targetid", "tonodeid", "head", "alter"),
        *("node2", "nodeb", "id2", "vertex2", "party2", "person2", "partyb", "receiver"),
        *("destino", "objeto", "nodo2", "persona2", "receptor"),
    ),
    "kind": ("kind", "relation", "relationship", "type", "tie", "clase", "relacion", "tipo", "vinculo"),
    "since": ("since", "datefrom", "startdate", "begin", "desde", "fechainicio", "inicio"),
    "until": ("until", "dateto", "enddate", "end", "hasta", "fechafin", "fin"),
    "basis": ("basis", "sustento", "base"),
    "reliability": ("reliability", "admiralty", "admiraltycode", "fiabilidad"),
    "sources": ("sources", "sourceids", "sourcelist", "citations", "fuentes", "source", "fuente"),
    "note": ("note", "notes", "nota", "notas", "observaciones"),
    "joint_offence": ("jointoffence", "jointoffense", "delitocomun", "delitoencomun"),
    "weight": ("weight", "peso"),
}
PARTIES: Mapping[str, tuple[str, ...]] = {
    "id": ("id", "partyid", "nodeid", "clave"),
    "name": ("name", "label", "nombre", "fullname"),
    "kind": ("kind", "partykind", "clase"),
}


def known(headings: Sequence[str]) -> int:
    """How many of the headings say something of a tie or a party."""
    all_known = {each for fields in (TIES, PARTIES) for names in fields.values() for each in names}
    return sum(fold(heading) in all_known for heading in headings)


def places(headings: Sequence[str], fields: Mapping[str, tuple[str, ...]]) -> dict[str, int]:
    """Return the place of each field's column; a column says one thing, to the first field that asks."""
    folded = [fold(heading) for heading in headings]
    found: dict[str, int] = {}
    for field, names in fields.items():
        free = [name for name in names if name in folded and folded.index(name) not in found.values()]
        if free:
            found[field] = folded.index(free[0])
    return found


def needed(fields: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """The fields without which a row says nothing."""
    return ("from", "to") if fields is TIES else ("id",)


def demanded(where: object, headings: Sequence[str], fields: Mapping[str, tuple[str, ...]]) -> dict[str, int]:
    """Return the places, and those of further columns by their heading.

    Raises UnreadableNetwork where one of the needed columns is missing, or two have one heading.
    """
    found = places(headings, fields)
    if missing := [field for field in needed(fields) if field not in found]:
        raise UnreadableNetwork(where, "missing-column", column=missing[0], read=", ".join(headings)[:120])
    for place, heading in enumerate(headings):
        name = heading.lstrip("#")  # with which the columns of places begin
        if place in found.values() or not name:
            continue
        if name in found:
            raise UnreadableNetwork(where, "said-twice", column=heading)
        found[name] = place
    return found
