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
from dedere.words import Unreadable

FIELDS = (
    *("given", "surname_1", "surname_2", "full_name", "aliases"),
    *("year", "month", "day", "sex", "birth_state", "curp"),
)


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
        line = json.dumps(plain, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode() + b"\n"
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
    except (ValueError, KeyError, TypeError):
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
    return Disclosure(**{**plain, "at": datetime.fromisoformat(plain["at"])}, records=records)


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

    A side that put guesses into its list cannot disclose a record that bears them out.
    """
    return [
        their.name
        for their in theirs
        if any(keys.get(token, "") not in keyed[their.name] for token in their.tokens)
    ]
