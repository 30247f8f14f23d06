"""A journal as a file, written by hand: what a second implementation would write from the reference alone."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from hashlib import sha256

from dedere.seal import checkpoint
from dedere.seal.checkpoint import Checkpoint
from dedere.seal.note import Signer
from dedere.seal.verifier import JOURNAL, WITNESS, Key

ORIGIN = "ruritania.example/journal"
OURS, THEIRS = Signer(ORIGIN, bytes(32)), Signer("elbonia.example/journal", bytes([1] * 32))
OUR_KEY = Key(OURS.name, JOURNAL, OURS.verifier().raw)
THEIR_KEY = Key(THEIRS.name, WITNESS, THEIRS.verifier().raw)
NOON = datetime(2025, 1, 15, 12, tzinfo=UTC)
TEXTS = [
    ("MX-2025-0001", 1, '{"a":"ñ"}'),
    ("MX-2025-0001", 2, '{"a":"\\u2028"}'),
    ("H-2025-0001", 1, '{"b":"é\\n"}'),
    ("MX-2025-0002", 1, "{}"),
    ("MX-2025-0002", 2, '{"c":1}'),
]
Row = dict[str, object]


def entry(position: int, stream: str, number: int, text: str) -> Row:
    salt = sha256(str(position).encode()).digest()[:16]
    row: Row = {"position": position, "stream": stream, "number": number, "salt": salt.hex(), "text": text}
    return row | {"leaf": leaf_of(row).hex()}


def leaf_of(row: Row) -> bytes:
    committed = row.get("commitment") or commitment_of(row)
    place = f"dedere-line/1\n{row['position']}\n{row['stream']}\n{row['number']}\n{committed}\n"
    return sha256(b"\0" + place.encode()).digest()


def commitment_of(row: Row) -> str:
    return sha256(bytes.fromhex(str(row["salt"])) + str(row["text"]).encode()).hexdigest()


def erased(row: Row) -> Row:
    kept = {name: value for name, value in row.items() if name not in ("salt", "text")}
    return kept | {"commitment": commitment_of(row)}


def root_of(leaves: list[bytes]) -> bytes:
    """The root by the definition of RFC 9162, section 2.1.1."""
    if len(leaves) < 2:
        return leaves[0] if leaves else sha256(b"").digest()
    middle = 1 << (len(leaves) - 1).bit_length() - 1
    return sha256(b"\1" + root_of(leaves[:middle]) + root_of(leaves[middle:])).digest()


def signed(rows: list[Row], *, cosigned: bool = False, by: Signer = OURS) -> Row:
    """The checkpoint over these rows."""
    head = Checkpoint(origin=by.name, size=len(rows), root=root_of([leaf_of(row) for row in rows]))
    note = checkpoint.sign(head, by)
    return {"checkpoint": note + (checkpoint.cosign(note, THEIRS, at=NOON) if cosigned else "")}


def written(rows: list[Row], *, keys: tuple[Key, ...] = (OUR_KEY, THEIR_KEY)) -> bytes:
    """The file: keys, what is handed in, and the line that closes it."""
    entries = [row for row in rows if "position" in row]
    root = root_of([bytes.fromhex(str(row["leaf"])) for row in entries]).hex()
    first: Row = {"format": "dedere-journal/1", "keys": [str(key) for key in keys]}
    last: Row = {"size": len(entries), "root": root}
    return b"".join(line(row) for row in (first, *rows, last))


def line(row: Row) -> bytes:
    return json.dumps(row, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode() + b"\n"


def whole() -> list[Row]:
    """Five entries, the third erased; a checkpoint after two that is cosigned, one after four that isn't."""
    rows = [entry(position, *told) for position, told in enumerate(TEXTS, 1)]
    rows[2] = erased(rows[2])
    return [*rows[:2], signed(rows[:2], cosigned=True), *rows[2:4], signed(rows[:4]), rows[4]]
