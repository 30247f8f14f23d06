"""Which instruments bind: by pair, direction, day and route, each with the reason."""

from __future__ import annotations

from functools import lru_cache

from dedere.law.casefile import CaseFile
from dedere.law.instrument import Clause, Instrument
from dedere.law.library import Library

Attached = tuple[Instrument, str]


def in_force(library: Library, casefile: CaseFile) -> tuple[Attached, ...]:
    """The instruments that attach to the case on its day, each with the reason as a code."""
    return tuple(
        (instrument, reason)
        for instrument in library.instruments.values()
        for attaches, reason in (standing(instrument, casefile),)
        if attaches
    )


def standing(instrument: Instrument, casefile: CaseFile) -> tuple[bool, str]:
    """Whether an instrument attaches, and why or why not, as a code.

    It does: ``treaty-in-force``, ``law-of-requested``, ``law-of-requesting``, ``ruling-in-force``.
    It does not: ``not-the-parties``, ``not-the-direction``, ``not-yet-in-force``,
    ``no-longer-in-force``, ``not-the-route``.
    """
    against = _against(instrument, casefile)
    if against:
        return False, against
    if instrument.layer in ("treaty", "ruling"):
        return True, f"{instrument.layer}-in-force"
    return True, "law-of-requested" if instrument.requested else "law-of-requesting"


def _against(instrument: Instrument, casefile: CaseFile) -> str:
    pair = {casefile.requesting, casefile.requested}
    if instrument.parties and not (len(pair) == 2 and pair <= set(instrument.parties)):
        return "not-the-parties"
    if not _faces(instrument, casefile):
        return "not-the-direction"
    if casefile.on < instrument.in_force:
        return "not-yet-in-force"
    if instrument.until is not None and casefile.on >= instrument.until:
        return "no-longer-in-force"
    return "" if casefile.route in instrument.routes else "not-the-route"


def _faces(bound: Instrument | Clause, casefile: CaseFile) -> bool:
    return bound.requesting in ("", casefile.requesting) and bound.requested in ("", casefile.requested)


def beside_the_point(clause: Clause, casefile: CaseFile, treaty_binds: bool) -> str:
    """Why a clause of an attached instrument is not in point whatever the facts; empty if it may be."""
    if not _faces(clause, casefile):
        return "not-the-direction"
    if clause.held_from is not None and casefile.on < clause.held_from:
        return "not-yet-in-force"
    if clause.held_until is not None and casefile.on >= clause.held_until:
        return "no-longer-in-force"
    if clause.routes and casefile.route not in clause.routes:
        return "not-the-route"
    return "a-treaty-binds" if clause.without_treaty and treaty_binds else ""


@lru_cache(maxsize=1024)
def _treaties(library: Library, requesting: str, requested: str) -> tuple[Instrument, ...]:
    return tuple(
        each
        for each in library.instruments.values()
        if each.layer == "treaty" and requesting != requested and {requesting, requested} <= set(each.parties)
    )


def treaty_binds(library: Library, casefile: CaseFile) -> bool:
    """Whether a treaty is in force between the two States for this route on this day."""
    return any(
        standing(each, casefile)[0] for each in _treaties(library, casefile.requesting, casefile.requested)
    )
