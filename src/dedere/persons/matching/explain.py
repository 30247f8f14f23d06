"""A pair as it is shown: every step in words' reach, with its weight, its tokens and how common they are."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import polars as pl
from numpy.typing import NDArray

from dedere.persons.comparing.record import BORN, GIVEN, MARKS, MARRIED, NUMBER, ROLE_AT, ROW, TOKENS
from dedere.persons.comparing.steps import (
    BIRTH,
    DIFFERS,
    FIRST_GIVEN,
    OWN_GIVEN,
    OWN_SURNAME,
    SECOND_GIVEN,
    SLOTS,
    THIRD_GIVEN,
    Room,
    compare,
    room,
)
from dedere.persons.matching.bands import REVIEW, band
from dedere.persons.matching.rivals import FAINTEST
from dedere.persons.matching.search import Found, Party, Search
from dedere.persons.model.codes import SLOT_NAMES, STEPS
from dedere.persons.proposal import Evidence, Proposal

MOST_RIVALS = 5
FAINTEST_ASKED = -20.0  # bits: who is asked for by a nickname alone is this far from likely among millions
_GIVENS = (FIRST_GIVEN, SECOND_GIVEN, THIRD_GIVEN, OWN_GIVEN)


def proposals(search: Search, roll: pl.DataFrame, *, most: int = 10) -> list[Proposal]:
    """Return the pairs worth showing of each row of a small roll, heaviest first: at most ``most`` a row."""
    party = search.party(roll)
    alone = _alone(party)
    found = search.find(party, faintest=FAINTEST_ASKED if alone.any() else FAINTEST)
    # Who is asked for by a nickname alone is shown who bears it, however many do.
    by_nickname = party.records[found.names.wanted_name, MARKS] & 15 == 0
    shown = (found.probability >= REVIEW) | (alone[found.names.wanted] & by_nickname)
    return [_proposal(search, party, found, at) for at in _ranked(found, shown, most)]


def _alone(party: Party) -> NDArray[np.bool_]:
    """Say of each row whether it has no name of two words: a word alone may be a nickname."""
    named = party.records[:, MARKS] & 15 > 1
    return ~np.isin(np.arange(len(party.roll)), party.records[named, ROW])


def _ranked(found: Found, shown: NDArray[np.bool_], most: int) -> list[int]:
    """Return the places of the pairs to show, by wanted row and weight."""
    order = np.lexsort((found.names.held, -found.bits, found.names.wanted))
    order = order[shown[order]]
    wanted = found.names.wanted[order]
    rank = np.arange(len(order)) - np.searchsorted(wanted, wanted)
    return [int(at) for at in order[rank < most]]


def _proposal(search: Search, party: Party, found: Found, at: int) -> Proposal:
    wanted = party.records[found.names.wanted_name[at]]
    held = found.records[at]
    probability = float(found.probability[at])
    same_wanted = np.flatnonzero(found.names.wanted == found.names.wanted[at])
    rivals = sorted((place for place in same_wanted if place != at), key=lambda place: -found.bits[place])
    ids = search.ids
    return Proposal(
        wanted_id=party.roll["id"][int(found.names.wanted[at])],
        register_id=ids[int(found.names.held[at])],
        probability=probability,
        bits=float(found.bits[at]),
        band=band(max(probability, REVIEW)),
        stratum=stratum(wanted, held),
        evidence=(
            Evidence(code="prior", bits=search.prior),
            *_evidence(search, party, wanted, held),
            *([Evidence(code="rivals", bits=-float(found.against[at]))] if found.against[at] > 0.05 else []),
        ),
        rivals=tuple(ids[int(found.names.held[place])] for place in rivals[:MOST_RIVALS]),
    )


def stratum(wanted: NDArray[np.uint32], held: NDArray[np.uint32]) -> str:
    """Return what was known on both sides: the date, and how many surnames."""
    dates = min(_precision(wanted[BORN]), _precision(held[BORN]))
    surnames = min(_surnames(wanted), _surnames(held), 2)
    return f"{('no-date', 'year', 'month', 'full-date')[dates]}-{surnames}-surnames"


def _precision(date: np.uint32) -> int:
    return 0 if date == 0 else 1 + int((date >> 5) & 15 > 0) + int(date & 31 > 0)


def _surnames(record: NDArray[np.uint32]) -> int:
    count = int(record[MARKS]) & 15
    roles = record[TOKENS : TOKENS + count] >> ROLE_AT
    return int(((roles != GIVEN) & (roles != MARRIED)).sum())


def _evidence(
    search: Search, party: Party, wanted: NDArray[np.uint32], held: NDArray[np.uint32]
) -> Iterator[Evidence]:
    """Yield the steps that say something, in the order in which they are compared."""
    work = room()
    compare(party.words, wanted, held, work)
    weights = search.weights
    for slot in range(SLOTS):
        code = int(work.code[slot])
        bits = float(weights[slot, code, work.rare[slot]])
        if code == 0 or (bits == 0 and slot > BIRTH):
            continue
        said, written, share = _tokens(search, party, wanted, held, work, slot)
        yield Evidence(
            code=f"{SLOT_NAMES[slot]}.{STEPS[slot][code]}", bits=bits, wanted=said, held=written, share=share
        )


def _tokens(
    search: Search, party: Party, wanted: NDArray[np.uint32], held: NDArray[np.uint32], work: Room, slot: int
) -> tuple[str, str, float | None]:
    """Return the tokens that a step compares, and what part of the register carries the one it has."""
    if slot == BIRTH:
        return _date(wanted[BORN]), _date(held[BORN]), None
    if slot > OWN_GIVEN:
        return "", "", None
    if slot in (OWN_SURNAME, OWN_GIVEN):
        return _left(party, wanted, work, slot), "", None
    at = int(work.at[slot])
    number = int(held[TOKENS + at] & NUMBER)
    share = float(search.index.vocabulary.counts[number, 0 if slot in _GIVENS else 1]) / search.index.rows
    answer = int(work.to[at])
    if answer >= 0:
        said = party.guests.text(int(wanted[TOKENS + answer] & NUMBER))
        return said, party.guests.text(number), share
    return (
        (_left(party, wanted, work, slot) if work.code[slot] == DIFFERS else ""),
        party.guests.text(number),
        None,
    )


def _left(party: Party, wanted: NDArray[np.uint32], work: Room, slot: int) -> str:
    """Return the wanted person's tokens of a slot's kind to which nothing answers."""
    answered = {int(to) for to in work.to}
    texts = []
    for i in range(int(wanted[MARKS]) & 15):
        token = wanted[TOKENS + i]
        if i not in answered and (token >> ROLE_AT == GIVEN) == (slot in _GIVENS):
            texts.append(party.guests.text(int(token & NUMBER)))
    return " ".join(texts)


def _date(date: np.uint32) -> str:
    """Return a packed date as ISO, as far as it is known."""
    year, month, day = int(date) >> 9, (int(date) >> 5) & 15, int(date) & 31
    return "-".join(f"{part:02}" for part in (year, month, day) if part)
