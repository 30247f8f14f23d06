"""The work behind ``dedere apart``: each step on one side, and the facts that it leaves to tell."""

from __future__ import annotations

import os
import secrets
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, TypeVar

import polars as pl

from dedere.cli.output import AGAINST, stop
from dedere.cli.progress import bar
from dedere.cli.words import Words
from dedere.persons.apart import acts, steps
from dedere.persons.apart.acts import Act
from dedere.persons.apart.exchange import Hand
from dedere.persons.apart.listed import listed
from dedere.persons.apart.message import digest
from dedere.persons.apart.sitting import TERMS, Sitting, disclosed_by, open_sitting
from dedere.persons.apart.terms import Terms, read_terms
from dedere.persons.apart.weighed import Weight, weights
from dedere.persons.proposal import Band
from dedere.persons.reading.roll import open_roll
from dedere.persons.record import record_of
from dedere.words import Refused

SECRET = 64  # bytes
Facts = dict[str, Any]
Got = TypeVar("Got")


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """A list as keys, and how many of its rows were read and set aside."""

    keys: Mapping[str, list[str]]
    records: int
    set_aside: int

    def facts(self) -> Facts:
        """How many there are."""
        return {"records": self.records, "set_aside": self.set_aside, "keys": len(self.keys)}


def offer(terms: Path, roll: Path, kept: Path, copy: Path | None, say: Words) -> Facts:
    """Blind this side's list, and write the message that begins a comparison."""
    agreed = read_terms(terms)
    ours = _keyed(roll, agreed, offers=True)
    with _working(agreed, secrets.token_bytes(SECRET), roll.name, agreed.offered) as hand:
        sitting = _granted(steps.offer(kept, hand, ours.keys, datetime.now(UTC).date()), say)
    return _sent(sitting, "offer", "offer.apart", copy) | ours.facts()


def answer(terms: Path, roll: Path, offered: Path, kept: Path, copy: Path | None, say: Words) -> Facts:
    """Blind this side's list, and the other's once more."""
    agreed = read_terms(terms)
    ours = _keyed(roll, agreed, offers=False)
    total = agreed.answered + agreed.offered
    with _working(agreed, secrets.token_bytes(SECRET), roll.name, total) as hand:
        sitting = _granted(steps.answer(kept, hand, ours.keys, offered, datetime.now(UTC).date()), say)
    return _sent(sitting, "answer", "answer.apart", copy) | ours.facts()


def give_back(folder: Path, answered: Path, copy: Path | None, say: Words) -> Facts:
    """Give back what the answer asks."""
    sitting = open_sitting(folder)
    with _working(sitting.terms, sitting.secret, answered.name, sitting.terms.answered) as hand:
        _granted(steps.give_back(sitting, hand, answered), say)
    return _sent(sitting, "return", "return.apart", copy)


def found(folder: Path, returned: Path | None, say: Words) -> Facts:
    """What both have, and the digest of every message."""
    sitting = open_sitting(folder)
    if returned is not None:
        _granted(steps.find(sitting, returned), say)
    return _known(sitting) | {"found": steps.found(sitting).to_dicts(), "transcript": [*sitting.transcript()]}


def prove(folder: Path, roll: Path) -> Facts:
    """Whether this list is the one compared."""
    sitting = open_sitting(folder)
    ours = _keyed(roll, sitting.terms, offers=sitting.offers)
    with _working(sitting.terms, sitting.secret, roll.name, sitting.size) as hand:
        return _known(sitting) | {"holds": steps.holds(sitting, hand, ours.keys)}


def disclose(
    folder: Path, roll: Path, why: tuple[str, str, Collection[str]], copy: Path | None, say: Words
) -> Facts:
    """Disclose the records behind what both have: who does, for which reason, and what is kept back."""
    by, reason, withheld = why
    sitting, act = open_sitting(folder), Act(by=by, at=datetime.now(UTC), reason=reason, withheld=withheld)
    made = _granted(acts.disclose(sitting, open_roll(roll).frames(lambda _: None), act), say)
    sent = _sent(sitting, "disclosure", disclosed_by(sitting.state), copy)
    return sent | {"by": by, "records": len(made.records)}


def propose(folder: Path, received: Path, own: Path | None, say: Words) -> Facts:
    """The pairs of disclosed records that share a key, weighed where this side's own list is at hand."""
    sitting = open_sitting(folder)
    proposed = _granted(acts.propose(sitting, received), say)
    return _known(sitting) | {
        "proposals": list(_proposals(proposed, _weights(proposed, own) if own else {})),
        "not_borne_out": list(proposed.unborne),
        "transcript": list(sitting.transcript()),
    }


def _weights(proposed: acts.Proposed, own: Path) -> Mapping[tuple[str, str], Weight]:
    theirs = {pair.theirs.name: pair.theirs for pair in proposed.pairs}
    return weights(theirs.values(), open_roll(own).frames(lambda aside: None))


def _proposals(proposed: acts.Proposed, weighed: Mapping[tuple[str, str], Weight]) -> Iterator[Facts]:
    """Yield each pair; one that the matcher would not show has no probability and the band *hidden*."""
    for pair in proposed.pairs:
        theirs = record_of("", {**pair.theirs.row, "id": pair.theirs.name})
        weight = weighed.get((proposed.names[pair.ours.name], theirs.id))
        yield {
            "ours": proposed.names[pair.ours.name],
            "theirs": theirs.id,
            "kinds": list(pair.kinds),
            "name": theirs.name,
            **{field: theirs.text(field) for field in ("born", "sex", "birth_state", "curp")},
            "probability": weight.probability if weight else None,
            "weight_bits": weight.bits if weight else None,
            "band": weight.band if weight else (Band.HIDDEN.value if weighed else None),
        }


def _keyed(path: Path, terms: Terms, *, offers: bool) -> Listed:
    """Read a list as the keys of the terms."""
    counts = {"records": 0, "set_aside": 0}

    def frames() -> Iterator[pl.DataFrame]:
        for batch in open_roll(path).batches():
            counts["records"] += batch.frame.height
            counts["set_aside"] += len(batch.aside)
            yield batch.frame

    return Listed(keys=listed(frames(), terms.kinds, offers=offers), **counts)


@contextmanager
def _working(terms: Terms, secret: bytes, what: str, total: int) -> Iterator[Hand]:
    """Hand out what a side works with, under a bar of progress, with every core of the machine."""
    with bar() as shown:
        task = shown.add_task(what, total=total)
        yield Hand(
            terms=terms,
            secret=secret,
            workers=os.cpu_count() or 1,
            progress=lambda done: shown.update(task, advance=done),
        )


def _granted(result: Got | Refused, say: Words) -> Got:
    """Return what a step gave, or stop with the refusal's sentence."""
    if isinstance(result, Refused):
        stop(say.refusal(result), AGAINST)
    return result


def _known(sitting: Sitting) -> Facts:
    return {
        "session": sitting.terms.session,
        "state": sitting.state,
        "folder": str(sitting.folder),
        "terms": digest(sitting.kept(TERMS)),
    }


def _sent(sitting: Sitting, step: str, name: str, copy: Path | None) -> Facts:
    """What goes to the other side."""
    content = sitting.kept(name)
    if copy is not None:  # whole or not at all: somebody may be waiting for it
        part = copy.with_name(f".{copy.name}.part")
        part.write_bytes(content)
        os.replace(part, copy)
    file = str(copy or sitting.folder / name)
    return _known(sitting) | {"step": step, "file": file, "bytes": len(content), "sha256": digest(content)}
