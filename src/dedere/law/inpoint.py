"""The clauses in point between two States: what was reserved, and what a protocol put in another's place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import lru_cache

from dedere.law.assessment import Reserved
from dedere.law.casefile import CaseFile
from dedere.law.force import Binding, beside_the_point, one_binds
from dedere.law.instrument import Clause, Instrument, Reservation
from dedere.law.written import place_of

Placed = tuple[Clause, str]  # a clause, and why it is not in point whatever the facts


def in_point(attached: tuple[Binding, ...], casefile: CaseFile) -> tuple[Placed, ...]:
    """Every clause of what attaches, in the order of the texts, as it stands between these States."""
    binds = one_binds(attached)
    placed = [
        (each.instrument, *_placed(each.instrument, clause, casefile, binds))
        for each in attached
        for clause in each.instrument.clauses
    ]
    gone = {
        place_of(instrument, place)
        for instrument, clause, why in placed
        if not why
        for place in clause.instead_of
    }
    return tuple(
        (clause, why or ("replaced-by-protocol" if (instrument.id, clause.id) in gone else ""))
        for instrument, clause, why in placed
    )


def _placed(instrument: Instrument, clause: Clause, casefile: CaseFile, binds: bool) -> Placed:
    touching = tuple(_touching(instrument.reservations, clause, casefile))
    stands = _reserved(clause, touching) if touching else clause
    why = beside_the_point(stands, casefile, binds)
    out = any(each.effect == "leaves-out" for each, _ in touching)
    return stands, why or ("reserved" if out else "")


Touching = tuple[Reservation, bool]  # with whether it is applied by reciprocity


def _touching(all_of_them: Iterable[Reservation], clause: Clause, casefile: CaseFile) -> Iterator[Touching]:
    """The requested State's own, then those that the requesting State must let stand against itself."""
    standing = [each for each in all_of_them if clause.id in each.clauses and each.on(casefile.on)]
    yield from ((each, False) for each in standing if each.state == casefile.requested)
    yield from ((each, True) for each in standing if each.state == casefile.requesting and each.reciprocal)


@lru_cache(maxsize=4096)
def _reserved(clause: Clause, touching: tuple[Touching, ...]) -> Clause:
    """The clause with the first change that touches it, and all that touch it told."""
    changed = next((each.instead[clause.id] for each, _ in touching if each.instead), clause)
    return replace(
        changed, reserved=tuple(told(each, reciprocal=reciprocal) for each, reciprocal in touching)
    )


def told(reservation: Reservation, *, reciprocal: bool) -> Reserved:
    """A reservation as a finding tells it."""
    return Reserved(
        state=reservation.state,
        made=reservation.made,
        effect=reservation.effect,
        text=reservation.text,
        reciprocal=reciprocal,
        checked=reservation.checked,
    )
