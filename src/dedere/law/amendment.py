"""What an amended instrument changes: its clauses, and what a case comes to under it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from typing import Any

from dedere.law.assess import assess
from dedere.law.assessment import Assessment
from dedere.law.casefile import CaseFile
from dedere.law.instrument import Clause, Instrument
from dedere.law.library import Library
from dedere.law.outcomes import Difference, Outcome, differences, outcomes
from dedere.law.plan import plan
from dedere.words import Finding

# A clause that is not in point, or a clock that has not started, is to a case as one that is not there.
_NOTHING = (Finding.NOT_IN_POINT.value, "not-started")
# Compared by what they say, or made of what else is compared.
_APART = ("question", "given", "clock", "versions", "reserved")
_OF_INSTRUMENT = ("clauses", "digest", "bound", "options", "reservations")
_KEYS = {"held_from": "from", "held_until": "until", "sources": "source"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Altered:
    """One value of an instrument or a clause, by the key that says it; None where it did not stand."""

    key: str
    before: Any
    after: Any


@dataclass(frozen=True, slots=True, kw_only=True)
class ClauseAltered:
    """A clause of one of the two files: ``added``, ``removed`` or ``changed``, and in what."""

    clause: Clause
    how: str
    values: tuple[Altered, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Touched:
    """A case that comes out otherwise: clause by clause, and how each charge whose standing changes stood."""

    case: str
    differences: tuple[Difference, ...]
    standings: tuple[tuple[str, str, str], ...]


def altered(before: Instrument, after: Instrument) -> tuple[Altered, ...]:
    """What the instrument says otherwise of itself: its parties, dates, routes and bracketed choices."""
    found = [*_values(before, after, _OF_INSTRUMENT)]
    for key, said in (("parties", _parties), ("option", _options)):
        if said(before) != said(after):
            found.append(Altered(key=key, before=said(before), after=said(after)))
    return tuple(found)


def _parties(instrument: Instrument) -> tuple[str, ...]:
    return instrument.parties


def _options(instrument: Instrument) -> tuple[str, ...]:
    return tuple(
        f"{each.id} ({each.article}): {', '.join(map(str, each.choices))}" for each in instrument.options
    )


def clauses_altered(before: Instrument, after: Instrument) -> tuple[ClauseAltered, ...]:
    """The clauses that were added or changed, in the order of the later text, then those removed."""
    return tuple(_clauses(before, after))


def _clauses(before: Instrument, after: Instrument) -> Iterator[ClauseAltered]:
    earlier = {clause.id: clause for clause in before.clauses}
    for clause in after.clauses:
        then = earlier.pop(clause.id, None)
        if then is None:
            yield ClauseAltered(clause=clause, how="added")
        elif values := _of_clause(then, clause):
            yield ClauseAltered(clause=clause, how="changed", values=values)
    yield from (ClauseAltered(clause=clause, how="removed") for clause in earlier.values())


def touched(casefile: CaseFile, before: Library, after: Library) -> Touched | None:
    """How a case comes out otherwise once an instrument is amended; None where it does not."""
    if _files(casefile, before) == _files(casefile, after):
        return None
    then, now = assess(casefile, before), assess(casefile, after)
    found = tuple(each for each in differences(outcomes(then), outcomes(now)) if _matters(each))
    return Touched(case=casefile.id, differences=found, standings=_standings(then, now)) if found else None


def _files(casefile: CaseFile, library: Library) -> list[tuple[str, str]]:
    """The instruments in force for a case, by their files."""
    return [(used.id, used.digest) for used in plan(library, casefile).instruments]


def _matters(difference: Difference) -> bool:
    return any(not _idle(each) for each in (difference.before, difference.after))


def _idle(outcome: Outcome | None) -> bool:
    return outcome is None or outcome.says in _NOTHING


def _standings(before: Assessment, after: Assessment) -> tuple[tuple[str, str, str], ...]:
    return tuple(
        (then.id, then.standing, now.standing)
        for then, now in zip(before.charges, after.charges, strict=True)
        if then.standing != now.standing
    )


def _of_clause(before: Clause, after: Clause) -> tuple[Altered, ...]:
    """Every value that differs; where the condition alone does, its ``when`` was written anew."""
    own = (*_values(before, after, _APART), *_given(before.given, after.given))
    asked = (before.question.guard, before.question.condition)
    if own or asked == (after.question.guard, after.question.condition):
        return own
    return (Altered(key="when", before=None, after=None),)


def _values(before: Any, after: Any, apart: tuple[str, ...]) -> Iterator[Altered]:
    for each in fields(before):
        pair = getattr(before, each.name), getattr(after, each.name)
        if each.name not in apart and pair[0] != pair[1]:
            yield from _told(each.name, *pair)


def _told(key: str, before: Any, after: Any) -> Iterator[Altered]:
    """A text by its language, a citation by its parts, anything else as it is."""
    if isinstance(before, Mapping):
        yield from (
            Altered(key=f"{key}.{inner}", before=before.get(inner), after=after.get(inner))
            for inner in dict.fromkeys((*before, *after))
            if before.get(inner) != after.get(inner)
        )
    elif key == "citation":
        yield from _values(before, after, ("instrument",))
    else:
        yield Altered(key=_KEYS.get(key, key), before=before, after=after)


def _given(before: Mapping[str, Any], after: Mapping[str, Any]) -> Iterator[Altered]:
    for key in dict.fromkeys((*before, *after)):
        if before.get(key) != after.get(key):
            yield Altered(key=key, before=before.get(key), after=after.get(key))
