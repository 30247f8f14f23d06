"""A disclosure: the records behind the keys that both have, given to the other side by one officer's act."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from hashlib import sha256
from typing import Any

import polars as pl

from dedere.persons.apart.message import FORMAT
from dedere.persons.apart.terms import Terms
from dedere.persons.reading.cells import ROLL
from dedere.words import Unreadable
from dedere.words.canonical import canonical

# What the matcher compares; a row's place and id, and what is wrong with its CURP, stay at home.
FIELDS = tuple(column for column in ROLL if column not in ("row", "id", "curp_fault"))


class UnreadableDisclosure(Unreadable):
    """A disclosure that is damaged, changed, or of another comparison."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Disclosed:
    """One record: its name between the two sides, the names of its keys that both have, and what it says."""

    name: str
    tokens: tuple[str, ...]
    row: Mapping[str, object]


@dataclass(frozen=True, slots=True, kw_only=True)
class Disclosure:
    """An act: who disclosed what, when and why; ``after`` is the digest of the exchange's last message."""

    state: str
    by: str
    at: datetime
    reason: str
    terms: str
    after: str
    records: tuple[Disclosed, ...]

    def as_bytes(self) -> bytes:
        """The disclosure as it is sent: a line of canonical JSON, and a line with its SHA-256."""
        plain = {**asdict(self), "at": self.at.isoformat(), "format": FORMAT}
        line = canonical(plain).encode() + b"\n"
        return line + sha256(line).hexdigest().encode() + b"\n"


def disclosed(
    state: str, found: pl.DataFrame, roll: pl.DataFrame, withheld: Collection[str]
) -> tuple[tuple[Disclosed, ...], dict[str, str]]:
    """Return the records behind the keys found, and which id each has here; those withheld are left out.

    Records are named in the order of their keys' names, which is no order of the list.
    """
    tokens: dict[str, list[str]] = {}
    for ids, token in found.select("ids", "token").iter_rows():
        for each in ids:
            tokens.setdefault(each, []).append(token)
    rows = {row["id"]: row for row in roll.iter_rows(named=True) if row["id"] in tokens}
    ordered = sorted((sorted(tokens[each]), each) for each in rows if each not in withheld)
    records = tuple(
        Disclosed(
            name=f"{state}-{number}", tokens=tuple(names), row={field: rows[each][field] for field in FIELDS}
        )
        for number, (names, each) in enumerate(ordered, 1)
    )
    return records, {record.name: each for record, (_, each) in zip(records, ordered, strict=True)}


def read_disclosure(sent: bytes, terms: Terms, after: str, where: str) -> Disclosure:
    """Read a disclosure, or raise `UnreadableDisclosure`."""
    line, _, told = sent.partition(b"\n")
    if sha256(line + b"\n").hexdigest().encode() != told.strip():
        raise UnreadableDisclosure(
            where=where, what="the disclosure is damaged or was changed", remedy="ask for it to be sent again"
        )
    try:
        read = _disclosure(json.loads(line))
    except (ValueError, KeyError, TypeError, OverflowError, RecursionError, pl.exceptions.PolarsError):
        raise UnreadableDisclosure(
            where=where, what="this is no disclosure", remedy="name the file that the other side disclosed"
        ) from None
    if (read.terms, read.after) != (terms.digest, after):
        raise UnreadableDisclosure(
            where=where, what="it belongs to another comparison", remedy="name the one of this session"
        )
    return read


def _disclosure(plain: dict[str, Any]) -> Disclosure:
    if plain.pop("format") != FORMAT:
        raise ValueError(FORMAT)
    records = tuple(
        Disclosed(
            name=each["name"],
            tokens=tuple(each["tokens"]),
            row={field: each["row"][field] for field in FIELDS},
        )
        for each in plain.pop("records")
    )
    texts = [plain[name] for name in ("state", "by", "reason", "terms", "after")]
    texts += [text for each in records for text in (each.name, *each.tokens)]
    if not all(isinstance(text, str) for text in texts) or len({each.name for each in records}) < len(
        records
    ):
        raise ValueError(FORMAT)
    if roll_of(records).select(FIELDS).to_dicts() != [each.row for each in records]:
        raise ValueError(FORMAT)
    return Disclosure(**{**plain, "at": datetime.fromisoformat(plain["at"])}, records=records)


def roll_of(records: Sequence[Disclosed]) -> pl.DataFrame:
    """Return disclosed records as a roll, each under its name between the two sides."""
    rows = [
        {**each.row, "id": each.name, "row": at, "curp_fault": None} for at, each in enumerate(records, 1)
    ]
    return pl.DataFrame(rows, schema=dict(ROLL))


@dataclass(frozen=True, slots=True, kw_only=True)
class Met:
    """Two disclosed records that share keys: ours and theirs, and the kinds of the keys."""

    ours: Disclosed
    theirs: Disclosed
    kinds: tuple[str, ...]


def met(ours: Sequence[Disclosed], theirs: Iterable[Disclosed], keys: Mapping[str, str]) -> list[Met]:
    """Return the pairs that share a key, most kinds first; ``keys`` has our key for each name."""
    holders: dict[str, list[Disclosed]] = {}
    for our in ours:
        for token in our.tokens:
            holders.setdefault(token, []).append(our)
    shared: dict[tuple[str, str], tuple[Disclosed, Disclosed, set[str]]] = {}
    for their in theirs:
        for token in their.tokens:
            for our in holders.get(token, ()):
                pair = shared.setdefault((our.name, their.name), (our, their, set()))
                pair[2].add(keys[token].partition("|")[0])
    pairs = [Met(ours=our, theirs=their, kinds=tuple(sorted(kinds))) for our, their, kinds in shared.values()]
    return sorted(pairs, key=lambda pair: (-len(pair.kinds), pair.ours.name, pair.theirs.name))


def unborne(
    theirs: Iterable[Disclosed], keys: Mapping[str, str], keyed: Mapping[str, Collection[str]]
) -> list[str]:
    """Name the records that lack a key on which they are said to meet: ``keyed`` has each one's own keys.

    This shows an exchange that was not followed, not a guess: a record made up for a key has that key.
    Against guesses there is the proof of the list (`steps.holds`).
    """
    return [
        their.name
        for their in theirs
        if any(keys.get(token, "") not in keyed[their.name] for token in their.tokens)
    ]
