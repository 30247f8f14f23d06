"""The acts that make a case what a row wants: those that open it, or those that bring it up to date."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, time

from django.utils import timezone

from dedere.clerk.columns import BASES
from dedere.clerk.rows import Wanted
from dedere.docket.acts import Act
from dedere.docket.case import Case
from dedere.docket.entries import Charge, Entry
from dedere.docket.entries.opening import CaseOpened, ChargesStated, FactEstablished, TrackOpened
from dedere.docket.entries.upkeep import CopyNamed, Corrected
from dedere.law.library import library

TRACK = "1"


def opening(row: Wanted, *, at: datetime, simulated: bool = False) -> tuple[Act, ...]:
    """Return the acts that open the case: the opening, its route, its charges, its facts."""
    occurred = occurred_at(row, at)
    entries = [("open-case", _opened(row)), *_route(row, TRACK), *_charges(row.charges), *_facts(row)]
    return tuple(
        Act(code=code, entry=entry, occurred_at=occurred, sources=row.sources, simulated=simulated)
        for code, entry in entries
    )


def update(case: Case, row: Wanted, *, at: datetime, simulated: bool = False) -> tuple[Act, ...]:
    """Return the acts that bring a case up to a row that came again; none where it says nothing new."""
    return tuple(
        Act(code=code, entry=entry, occurred_at=at, sources=row.sources, simulated=simulated)
        for code, entry in _changes(case, row)
    )


def occurred_at(row: Wanted, at: datetime) -> datetime:
    """When the case was opened, as the row says, or now; a day begins at this desk's midnight."""
    if row.opened is None:
        return at
    if isinstance(row.opened, datetime):
        return row.opened
    return datetime.combine(row.opened, time(), tzinfo=timezone.get_default_timezone())


def _opened(row: Wanted) -> CaseOpened:
    return CaseOpened(
        person=row.person,
        requesting=row.requesting,
        requested=row.requested,
        nationalities=row.nationalities,
        other_number=row.other_number,
        name_standing=row.name_standing,
        aliases=row.aliases,
        note=row.note,
    )


def _changes(case: Case, row: Wanted) -> Iterator[tuple[str, Entry]]:
    if row.other_number and row.other_number != case.other_number:
        yield "name-other-number", CopyNamed(other_number=row.other_number)
    if row.track and not case.tracks_of(row.track):
        yield from _route(row, str(len(case.tracks) + 1))
    yield from _charges(tuple(charge for charge in row.charges if charge not in case.charges))
    for code, fact in _facts(row):
        known = case.facts.get((fact.fact, fact.charge))
        if known is None or known.value != fact.value:
            yield code, fact
    if holds := _who_now(case, row):
        # A person's name is never overwritten: the opening stands, and this says what holds.
        yield "correct", Corrected(line=1, reason=f"import: {row.key}", holds=holds, strikes=False)


def _who_now(case: Case, row: Wanted) -> str:
    """Say which particulars of the person differ from the file, unless a correction says so already."""
    told = {
        "person": (case.person, row.person),
        "name_standing": (case.name_standing, row.name_standing),
        "nationalities": (", ".join(case.nationalities), ", ".join(row.nationalities)),
        "aliases": ("; ".join(case.aliases), "; ".join(row.aliases)),
        "note": (case.note, row.note),
    }
    holds = " · ".join(f"{name}: {new}" for name, (old, new) in told.items() if new and new != old)
    said = any(isinstance(line.entry, Corrected) and line.entry.holds == holds for line in case.lines)
    return "" if said else holds


def _route(row: Wanted, track: str) -> Iterator[tuple[str, Entry]]:
    if row.track:
        basis = row.basis or BASES.get(row.track, row.track.value)
        yield "open-track", TrackOpened(track=track, kind=row.track.value, basis=basis, article=row.article)


def _charges(charges: tuple[Charge, ...]) -> Iterator[tuple[str, Entry]]:
    if charges:
        yield "state-charges", ChargesStated(charges=charges)


def _facts(row: Wanted) -> Iterator[tuple[str, FactEstablished]]:
    """A fact of one charge is told for every charge of the row."""
    for fact, value in row.facts.items():
        about_charge = library().facts[fact].about == "charge"
        for charge in [charge.id for charge in row.charges] if about_charge else [""]:
            yield "establish-fact", FactEstablished(fact=fact, value=value, charge=charge)
