"""FollowTheMoney: entities that are parties, and entities that tie two of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import islice
from pathlib import Path
from typing import Any

from dedere.files.encoding import recognise
from dedere.files.faults import SetAside
from dedere.files.objects import Found, objects
from dedere.links.network import Network
from dedere.links.reading.columns import PARTIES, TIES
from dedere.links.reading.gathering import Gathering
from dedere.links.reading.rows import Row, cells

OBJECTS = 20_000  # of a batch
OWN = "dedere"  # beside FollowTheMoney's own keys: what its model has no property for
# Of a LegalEntity it is not told whether it is a person.
KINDS: Mapping[str, str] = {
    "Person": "person",
    "Organization": "organisation",
    "Company": "organisation",
    "PublicBody": "organisation",
    "LegalEntity": "",
}
# Schema → the properties of its two ends, and the kind of tie; an UnknownLink says nothing of its kind.
LINKS: Mapping[str, tuple[str, str, str]] = {
    "Ownership": ("owner", "asset", "owner-of"),
    "Directorship": ("director", "organization", "director-of"),
    "Membership": ("member", "organization", "member-of"),
    "Employment": ("employee", "employer", "employed-by"),
    "Family": ("person", "relative", "relative-of"),
    "Associate": ("person", "associate", "works-with"),
    "Representation": ("agent", "client", "represents"),
    "Succession": ("successor", "predecessor", "successor-of"),
    "UnknownLink": ("subject", "object", ""),
}
_COUNSEL = re.compile(r"\b(lawyer|attorney|counsel|solicitor|barrister|abogad[oa]|defensora?)\b", re.I)


def read_entities(path: Path) -> Network:
    """Read the entities of a JSON file, one a line or in an array; raises UnreadableFile."""
    encoding, gathering = recognise(path), Gathering(path.name)
    found, read = objects(path, encoding), 0
    while batch := list(islice(found, OBJECTS)):
        _take(path, batch, read, gathering)
        read += len(batch)
    return gathering.network({"kind": "followthemoney", "encoding": encoding})


def _take(path: Path, batch: list[Found], read: int, gathering: Gathering) -> None:
    parties, ties, aside = list[Row](), list[Row](), list[SetAside]()
    for number, each in enumerate(batch, read + 1):
        said = _properties(each.value)
        if each.fault or said is None:
            aside.append(SetAside(row=number, line=each.line, code=each.fault or "no-entity", read=each.read))
        elif (schema := each.value["schema"]) in KINDS:
            parties.append(Row(row=number, line=each.line, said=_party(each.value, said)))
        elif schema in LINKS:
            ties.append(Row(row=number, line=each.line, said=_tie(each.value, said)))
        else:
            gathering.passed += 1
    gathering.broken(path.name, aside)
    if parties:
        gathering.add_parties(path.name, cells(path, parties, PARTIES))
    if ties:
        gathering.add_ties(cells(path, ties, TIES))


def _properties(value: Mapping[str, Any]) -> Mapping[str, list[str]] | None:
    """The properties, each a list of texts; None where this is no entity."""
    properties = value.get("properties")
    if not isinstance(properties, dict) or not isinstance(value.get("schema"), str):
        return None
    return {name: list(_texts(told)) for name, told in properties.items()}


def _texts(told: object) -> Iterator[str]:
    for each in told if isinstance(told, list) else [told]:
        if isinstance(each, dict):  # an entity that was put in place of its id
            each = each.get("id")
        if each is not None:
            yield str(each)


def _party(value: Mapping[str, Any], said: Mapping[str, list[str]]) -> dict[str, str]:
    own = {"id": str(value.get("id") or ""), "name": _first(said, "name"), "kind": KINDS[value["schema"]]}
    return {**own, **_own(value)}


def _tie(value: Mapping[str, Any], said: Mapping[str, list[str]]) -> dict[str, str]:
    """What the schema says, its role and relationship in the note; what this house wrote says it all.

    Whoever is a lawyer by role or relationship is counsel, whatever the schema.
    """
    left, right, kind = LINKS[value["schema"]]
    words = [*said.get("role", ()), *said.get("relationship", ())]
    told = {
        "from": _first(said, left),
        "to": _first(said, right),
        "kind": "counsel-of" if any(map(_COUNSEL.search, words)) else kind,
        "since": _first(said, "startDate")[:10],
        "until": _first(said, "endDate")[:10],
        "sources": " ".join(said.get("sourceUrl", ())),
        "note": "; ".join((*words, *said.get("summary", ()))),
    }
    own = _own(value)
    return {**{end: told[end] for end in ("from", "to")}, **own} if own else told


def _own(value: Mapping[str, Any]) -> dict[str, str]:
    own = value.get(OWN)
    return {str(name): str(cell) for name, cell in own.items()} if isinstance(own, dict) else {}


def _first(said: Mapping[str, list[str]], name: str) -> str:
    return next(iter(said.get(name, ())), "")
