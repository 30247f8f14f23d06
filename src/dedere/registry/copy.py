"""A copy of the ledger as a file that anyone can verify: one canonical JSON line for each entry.

Its form is docs/reference/journal-format.md; ``dedere.seal.verifier`` reads it, alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from dedere.seal.tree import Frontier
from dedere.seal.verifier import FORMAT, Key, Line
from dedere.words.canonical import canonical


def export(lines: Iterable[Line], signed: Mapping[int, str], keys: Iterable[Key]) -> Iterator[str]:
    """Yield the lines of a copy, each checkpoint of ``signed`` after the entry that its size names."""
    grown = Frontier()
    yield _json({"format": FORMAT, "keys": [str(key) for key in keys]})
    for line in lines:
        grown.add(line.leaf)
        yield _json(_row(line))
        if note := signed.get(grown.size):
            yield _json({"checkpoint": note})
    yield _json({"size": grown.size, "root": grown.root().hex()})


def _row(line: Line) -> dict[str, object]:
    place = {"position": line.position, "stream": line.stream, "number": line.number, "leaf": line.leaf.hex()}
    if line.commitment:
        return place | {"commitment": line.commitment.hex()}
    return place | {"salt": line.salt.hex(), "text": line.text}


def _json(row: dict[str, object]) -> str:
    return canonical(row) + "\n"
