"""FollowTheMoney: one entity a line, in the schema that fits, what has no property kept beside it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any

from dedere.links.kinds import KINDS, Nature
from dedere.links.network import Network
from dedere.links.reading.entities import LINKS, OWN
from dedere.links.writing.texts import texts, whole
from dedere.words.wording import codes

_SCHEMATA: Mapping[str | None, str] = {"person": "Person", "organisation": "Organization"}
_OF_PERSONS = {"works-with": "Associate"}
_OF_MEMBERS = {"director-of": "Directorship", "employed-by": "Employment"}
Row = dict[str, str | None]


def write_entities(network: Network, path: Path) -> None:
    """Write parties and ties; one whose kind is not told is a LegalEntity, or an UnknownLink."""
    parties = dict(network.parties.select("id", "kind").iter_rows())
    with whole(path) as file:
        for row in texts(network.parties).iter_rows(named=True):
            file.write(_line(_party(row)))
        for row in texts(network.ties).iter_rows(named=True):
            file.write(_line(_tie(row, parties[row["from"]], parties[row["to"]])))


def _line(entity: Mapping[str, Any]) -> str:
    return json.dumps(entity, ensure_ascii=False) + "\n"


def _party(row: Row) -> Mapping[str, Any]:
    schema = _SCHEMATA.get(row["kind"], "LegalEntity")
    named = {"name": [row["name"]]} if row["name"] else {}
    return {"id": row["id"], "schema": schema, "properties": named, OWN: _own(row, "id", "name", "kind")}


def _own(row: Row, *said: str) -> Mapping[str, str]:
    """The cells that are not said elsewhere."""
    return {name: cell for name, cell in row.items() if cell is not None and name not in said}


def _tie(row: Row, left: str | None, right: str | None) -> Mapping[str, Any]:
    schema = _schema(row["kind"] or "", left, right)
    ends = zip(LINKS[schema][:2], (row["from"], row["to"]), strict=True)
    said: dict[str, list[str]] = {name: [end] for name, end in ends if end}
    days = {"startDate": row["since"], "endDate": row["until"], "summary": row["note"]}
    said |= {name: [cell] for name, cell in days.items() if cell}
    if row["kind"]:
        words = codes().say(f"tie.{row['kind']}", "en") if row["kind"] in KINDS else row["kind"]
        said["relationship" if schema in ("Family", "Associate") else "role"] = [words]
    mark = sha256(json.dumps(row, ensure_ascii=False).encode("utf-8", "replace")).hexdigest()[:24]
    return {"id": f"tie-{mark}", "schema": schema, "properties": said, OWN: _own(row, "from", "to")}


def _schema(kind: str, left: str | None, right: str | None) -> str:
    """The schema whose ends may be such parties."""
    nature = KINDS[kind].nature if kind in KINDS else None
    if left == right == "person":
        if nature is Nature.KIN:
            return "Family"
        if kind in _OF_PERSONS:
            return _OF_PERSONS[kind]
    if right == "organisation" and left is not None:
        if kind in _OF_MEMBERS and (kind != "employed-by" or left == "person"):
            return _OF_MEMBERS[kind]
        if nature is Nature.ORGANISATION and left == "person":
            return "Membership"
    if nature is Nature.LAWFUL:
        return "Representation"
    return "Succession" if kind == "successor-of" else "UnknownLink"
