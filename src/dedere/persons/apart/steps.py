"""The steps of a comparison, each on one side: offer, answer, give back, find."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from io import BytesIO
from pathlib import Path

import polars as pl

from dedere.persons.apart import exchange
from dedere.persons.apart.exchange import Hand
from dedere.persons.apart.message import digest
from dedere.persons.apart.sitting import FOUND, Sitting, begin, may_begin, parquet
from dedere.words import Refused

Listed = Mapping[str, Sequence[str]]  # each key with the ids of the records that have it


def offer(root: Path, hand: Hand, listed: Listed, on: date) -> Sitting | Refused:
    """Begin a comparison: the offer stands in the session's folder as ``offer.apart``."""
    refused = may_begin(root, hand.terms, len(listed), offers=True, on=on)
    if refused is not None:
        return refused
    own = exchange.blinded(hand, listed, hand.terms.offered)
    sent = exchange.offer(hand, own).as_bytes()
    return begin(root, hand, own, listed, {"offer.apart": sent}, on)


def answer(root: Path, hand: Hand, listed: Listed, offered: Path, on: date) -> Sitting | Refused:
    """Answer an offer, once: the answer stands in the session's folder as ``answer.apart``."""
    refused = may_begin(root, hand.terms, len(listed), offers=False, on=on)
    if refused is not None:
        return refused
    received = offered.read_bytes()
    exchange.demand(hand.terms, received, str(offered), "offer", after="")
    own = exchange.blinded(hand, listed, hand.terms.answered)
    sent = exchange.answer(hand, own, received, str(offered)).as_bytes()
    return begin(root, hand, own, listed, {"offer.apart": received, "answer.apart": sent}, on)


def give_back(sitting: Sitting, hand: Hand, answered: Path) -> pl.DataFrame | Refused:
    """Give back what the answer asks, as ``return.apart``, and return what both have."""
    offered, received = sitting.kept("offer.apart"), answered.read_bytes()
    exchange.demand(sitting.terms, received, str(answered), "answer", after=digest(offered))
    if not sitting.keep("answer.apart", received):
        return Refused(code="apart-answered-already", facts={"session": sitting.terms.session})
    given = exchange.give_back(hand, offered, received, str(answered))
    sitting.keep("return.apart", given.as_bytes())
    return _found(sitting, exchange.found_by_offerer(sitting.own(), received, given))


def find(sitting: Sitting, returned: Path) -> pl.DataFrame | Refused:
    """Read what was given back, and return what both have."""
    received, answered = returned.read_bytes(), sitting.kept("answer.apart")
    shared = exchange.found_by_answerer(sitting.terms, sitting.own(), answered, received, str(returned))
    if not sitting.keep("return.apart", received):
        return Refused(code="apart-answered-already", facts={"session": sitting.terms.session})
    return _found(sitting, shared)


def found(sitting: Sitting) -> pl.DataFrame:
    """What both have: key, the ids of this side's records with it, and the name both sides know it by."""
    return pl.read_parquet(BytesIO(sitting.kept(FOUND)))


def holds(sitting: Sitting, hand: Hand, listed: Listed) -> bool:
    """Say whether a list is the one compared: the secret makes of it the very elements that were sent."""
    own = sitting.own()
    return exchange.blinded(hand, listed, len(own.keys)).elements == own.elements


def _found(sitting: Sitting, shared: Mapping[str, bytes]) -> pl.DataFrame:
    names = pl.DataFrame(
        {"key": list(shared), "token": [name.hex() for name in shared.values()]},
        schema={"key": pl.String, "token": pl.String},
    )
    table = sitting.listed().join(names, on="key").sort("key")
    sitting.keep(FOUND, parquet(table))
    return table
