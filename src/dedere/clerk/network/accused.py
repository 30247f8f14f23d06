"""How far the charges of those in a network have come, as their files here have it, each with its sources."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from dedere.docket.case import Case
from dedere.docket.entries.opening import ChargesStated
from dedere.registry import worklists


@dataclass(frozen=True, slots=True, kw_only=True)
class Accused:
    """One standing of a person's charges, as a code of ``Standing``, and the sources that tell it."""

    standing: str
    sources: tuple[str, ...]


def accused(numbers: Iterable[str]) -> dict[str, tuple[Accused, ...]]:
    """Return each standing of the charges of these cases, by number; a case without charges has none."""
    found = worklists.cases_of(sorted(set(numbers) - {""}))
    return {number: accused_in(case) for number, case in found.items()}


def accused_in(case: Case) -> tuple[Accused, ...]:
    """Return the standings of a case's charges, those of the first charge first."""
    stated: dict[str, tuple[str, ...]] = {}
    for line in case.lines:
        if isinstance(line.entry, ChargesStated) and line.number not in case.struck:
            stated |= {charge.id: line.sources for charge in line.entry.charges}
    told: dict[str, dict[str, None]] = {}
    for charge in case.charges:
        told.setdefault(charge.standing, {}).update(dict.fromkeys(stated.get(charge.id, ())))
    return tuple(Accused(standing=standing, sources=tuple(sources)) for standing, sources in told.items())
