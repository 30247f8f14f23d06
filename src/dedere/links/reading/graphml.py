"""GraphML: nodes and edges with their attributes, some mebibytes at a time; no document type, no entities."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from xml.parsers import expat

from dedere.files.faults import SetAside
from dedere.files.lines import BLOCK
from dedere.links.network import Network
from dedere.links.reading.columns import MOST_COLUMNS, PARTIES, TIES
from dedere.links.reading.faults import UnreadableNetwork
from dedere.links.reading.gathering import Gathering
from dedere.links.reading.rows import Row, cells

# An edge that joins more than two is not a tie, and is set aside.
ENDS: Mapping[str, Mapping[str, str]] = {
    "node": {"id": "id"},
    "edge": {"source": "from", "target": "to"},
    "hyperedge": {},
}


def read_graphml(path: Path) -> Network:
    """Read a GraphML document; raises UnreadableNetwork."""
    document, gathering = _Document(path), Gathering(path.name)
    with path.open("rb") as stream:
        for block in iter(lambda: stream.read(BLOCK), b""):
            document.parse(block, last=False)
            document.hand_over(gathering)
    document.parse(b"", last=True)
    document.hand_over(gathering)
    return gathering.network({"kind": "graphml"})


@dataclass(slots=True, kw_only=True)
class _Key:
    """An attribute: its name, whose it is, and what it says where nothing is said."""

    name: str
    of: str
    default: str | None = None


class _Document:
    """What is read so far: whole nodes and edges, those that are open, and the names of the attributes."""

    def __init__(self, path: Path) -> None:
        self.path, self.rows = path, 0
        self.nodes, self.edges, self.aside = list[Row](), list[Row](), list[SetAside]()
        self._keys: dict[str, _Key] = {}
        self._open = list[tuple[str, Row]]()
        self._root, self._key, self._text = "", "", list[str]()
        self._parser = expat.ParserCreate()
        self._parser.buffer_text = True
        self._parser.StartDoctypeDeclHandler = self._refuse
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._text.append

    def parse(self, block: bytes, *, last: bool) -> None:
        """Read on; raises UnreadableNetwork where this is no XML, or another kind of it."""
        try:
            self._parser.Parse(block, last)
        except (expat.ExpatError, LookupError) as error:
            raise UnreadableNetwork(self._here, "no-xml") from error

    def hand_over(self, gathering: Gathering) -> None:
        """Let go of the nodes and edges that are whole."""
        if self.nodes:
            gathering.add_parties(self.path.name, cells(self.path, self.nodes, PARTIES))
        if self.edges:
            gathering.add_ties(cells(self.path, self.edges, TIES))
        gathering.broken(self.path.name, self.aside)
        self.nodes, self.edges, self.aside = [], [], []

    @property
    def _here(self) -> str:
        return f"{self.path}: {self._parser.CurrentLineNumber}"

    def _refuse(self, *_: Any) -> None:
        raise UnreadableNetwork(self._here, "document-type")

    def _start(self, tag: str, said: Mapping[str, str]) -> None:
        tag = tag.rpartition(":")[2]
        self._root = self._root or tag
        if self._root != "graphml":
            raise UnreadableNetwork(self.path, "no-graphml", root=self._root[:40])
        self._text.clear()
        if tag in ENDS:
            self.rows += 1
            own = {field: said[name] for name, field in ENDS[tag].items() if name in said}
            self._open.append((tag, Row(row=self.rows, line=self._parser.CurrentLineNumber, said=own)))
        elif tag == "key":
            self._key = said.get("id", "")
            if len(self._keys) >= MOST_COLUMNS:
                raise UnreadableNetwork(self._here, "too-many-columns", most=MOST_COLUMNS)
            self._keys[self._key] = _Key(name=said.get("attr.name") or self._key, of=said.get("for", "all"))
        elif tag == "data":
            self._key = said.get("key", "")

    def _end(self, tag: str) -> None:
        tag = tag.rpartition(":")[2]
        text = "".join(self._text)
        self._text.clear()
        if tag in ENDS:
            self._whole(*self._open.pop())
        elif tag == "data" and self._open:
            name = self._keys[self._key].name if self._key in self._keys else self._key
            self._open[-1][1].said.setdefault(name, text)
        elif tag == "default" and self._key in self._keys:
            self._keys[self._key].default = text

    def _whole(self, tag: str, row: Row) -> None:
        for key in self._keys.values():
            if key.default is not None and key.of in (tag, "all"):
                row.said.setdefault(key.name, key.default)
        if tag == "node":
            self.nodes.append(row)
        elif tag == "edge":
            self.edges.append(row)
        else:
            self.aside.append(SetAside(row=row.row, line=row.line, code=tag))
