"""The two acts that end a comparison: one side discloses, and what both disclosed is put side by side."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import polars as pl

from dedere.persons.apart.disclosure import (
    Disclosed,
    Disclosure,
    Met,
    disclosed,
    met,
    read_disclosure,
    roll_of,
    unborne,
)
from dedere.persons.apart.listed import listed
from dedere.persons.apart.message import digest
from dedere.persons.apart.sitting import Sitting, disclosed_by
from dedere.persons.apart.steps import found
from dedere.words import Refused

NAMES = "names.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """Who discloses, when, why, and the ids of the records that the officer withholds."""

    by: str
    at: datetime
    reason: str
    withheld: Collection[str] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposed:
    """What came of a comparison on this side.

    ``names`` has this side's id for each of its records' names; ``unborne`` names the other's records that
    lack a key on which they met, and that no pair is made of.
    """

    pairs: tuple[Met, ...]
    names: Mapping[str, str]
    unborne: tuple[str, ...]


def disclose(sitting: Sitting, frames: Iterable[pl.DataFrame], act: Act) -> Disclosure | Refused:
    """Disclose the records behind what both have, once; the message stands in the session's folder."""
    both = found(sitting)
    ids = set(both["ids"].explode())
    roll = pl.concat([frame.filter(pl.col("id").is_in(ids)) for frame in frames])
    if changed := _changed(sitting, both, roll):
        return Refused(code="apart-row-changed", facts={"rows": ", ".join(changed)})
    records, names = disclosed(sitting.state, both, roll, act.withheld)
    made = Disclosure(
        state=sitting.state,
        by=act.by,
        at=act.at,
        reason=act.reason,
        terms=sitting.terms.digest,
        after=digest(sitting.kept("return.apart")),
        records=records,
    )
    if not sitting.keep(disclosed_by(sitting.state), made.as_bytes()):
        return Refused(code="apart-disclosed-already", facts={"state": sitting.state})
    sitting.keep(NAMES, json.dumps(names).encode())
    return made


def propose(sitting: Sitting, received: Path) -> Proposed | Refused:
    """Put what both sides disclosed side by side: the pairs that share a key."""
    terms, after = sitting.terms, digest(sitting.kept("return.apart"))
    ours = read_disclosure(sitting.kept(disclosed_by(sitting.state)), terms, after, "own disclosure")
    theirs = read_disclosure(received.read_bytes(), terms, after, str(received))
    other = terms.answers if sitting.offers else terms.offers
    if theirs.state != other:
        return Refused(code="apart-own-disclosure", facts={"state": other})
    if not sitting.keep(disclosed_by(other), received.read_bytes()):
        return Refused(code="apart-disclosed-already", facts={"state": other})
    keys = dict(found(sitting).select("token", "key").iter_rows())
    strange = unborne(theirs.records, keys, _keyed(theirs.records, terms.kinds, offers=not sitting.offers))
    borne = [each for each in theirs.records if each.name not in strange]
    return Proposed(
        pairs=tuple(met(ours.records, borne, keys)),
        names=json.loads(sitting.kept(NAMES)),
        unborne=tuple(strange),
    )


def _changed(sitting: Sitting, both: pl.DataFrame, roll: pl.DataFrame) -> list[str]:
    """Return the ids whose rows no longer have the keys that were compared, or are no longer there."""
    now = listed([roll], sitting.terms.kinds, offers=sitting.offers)
    pairs = both.select("key", "ids").iter_rows()
    return sorted({each for key, ids in pairs for each in ids if each not in now.get(key, ())})


def _keyed(records: Sequence[Disclosed], kinds: Iterable[str], *, offers: bool) -> dict[str, set[str]]:
    """Return each disclosed record's own keys, by its name."""
    by_name: dict[str, set[str]] = {each.name: set() for each in records}
    for key, names in listed([roll_of(records)], kinds, offers=offers).items():
        for name in names:
            by_name[name].add(key)
    return by_name
