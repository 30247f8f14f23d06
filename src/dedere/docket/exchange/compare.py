"""Both records side by side: what the other State says of a case, what ours says, and where they differ."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from dedere.docket.acts import RULES, Act
from dedere.docket.case import Case, fold
from dedere.docket.entries import CaseOpened, Corrected, Entry, Line, OtherStateSaid
from dedere.docket.exchange import message
from dedere.docket.exchange.release import rules
from dedere.docket.text import plain, tree_of

# What of a whole case is set side by side, besides its tracks and charges.
FIELDS = ("person", "nationalities", "aliases", "custody", "standing_stays", "undertakings", "closed")
_TRACK = ("kind", "stage", "certified", "granted", "conditions", "refused", "ordered", "deferred")
_ACTS = {rule.records: rule.code for rule in reversed(RULES) if not rule.by_handover}


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One field of which the two records say something else; a value is plain JSON, None where silent.

    ``field`` is such as ``custody.status`` or ``track.t1.stage``.
    """

    field: str
    ours: Any
    theirs: Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """A line of theirs that our record lacks, and the act of ours that would record the same.

    ``act`` is None where no act of ours records such an entry; ``letter`` is the id of its letter.
    """

    line: Line
    letter: str
    act: Act | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """Both records of one case: the other State's folded from what it told, and every difference."""

    theirs: Case
    differences: tuple[Difference, ...]
    offers: tuple[Offer, ...]
    withheld: tuple[str, ...]
    caveats: tuple[str, ...]


def compare(case: Case) -> Compared:
    """Set what the other State told of a case beside our own record of it."""
    said = [line.entry for line in case.lines if isinstance(line.entry, OtherStateSaid)]
    told = [(entry, message.read(entry.message)) for entry in said]
    lines = [(entry.letter, line) for entry, words in told for line in words.read_lines(entry.state)]
    theirs = fold(told[-1][1].case if told else "", (line for _, line in lines))
    return Compared(
        theirs=theirs,
        differences=tuple(_differences(case, theirs)) if told else (),
        offers=tuple(_offers(case, theirs, lines)),
        withheld=tuple(sorted({name for _, words in told for name in words.withheld})),
        caveats=tuple(sorted({name for _, words in told for name in words.caveats})),
    )


def source_of(letter: str) -> str:
    """Return the id under which a letter of the other State stands as the source of an act of ours."""
    return f"letter-{letter}"


def _differences(ours: Case, theirs: Case) -> Iterator[Difference]:
    for name in FIELDS:
        yield from _differ(name, _shown(getattr(ours, name)), _shown(getattr(theirs, name)))
    for track in sorted({each.id for each in (*ours.tracks, *theirs.tracks)}):
        one, other = ours.track(track), theirs.track(track)
        for name in _TRACK:
            mine = _shown(getattr(one, name)) if one else None
            yield from _differ(f"track.{track}.{name}", mine, _shown(getattr(other, name)) if other else None)
    charges = {each.id: each for each in ours.charges}, {each.id: each for each in theirs.charges}
    for charge in sorted({*charges[0], *charges[1]}):
        yield from _differ(f"charge.{charge}", *(_shown(each.get(charge)) for each in charges))


def _differ(field: str, ours: Any, theirs: Any) -> Iterator[Difference]:
    if isinstance(ours, dict) and isinstance(theirs, dict):
        for name in sorted({*ours, *theirs}):
            yield from _differ(f"{field}.{name}", ours.get(name), theirs.get(name))
    elif ours != theirs:
        yield Difference(field=field, ours=ours, theirs=theirs)


def _shown(value: Any) -> Any:
    """Return a value as plain JSON, without what only says where and when its own file holds it."""
    told = plain(value)
    if isinstance(told, dict):
        return {name: _shown(each) for name, each in told.items() if name not in {"line", "since", "sources"}}
    return [_shown(each) for each in told] if isinstance(told, list) else told


def _offers(ours: Case, theirs: Case, lines: Sequence[tuple[str, Line]]) -> Iterator[Offer]:
    """Yield the lines of theirs that still count and that no line of ours says as well."""
    known = [_key(line.entry) for line in ours.lines if line.number not in ours.struck]
    for letter, line in lines:
        if line.number in theirs.struck or isinstance(line.entry, CaseOpened | Corrected):
            continue
        if (key := _key(line.entry)) in known:
            known.remove(key)
            continue
        yield Offer(line=line, letter=letter, act=_act(ours, line, letter))


def _act(ours: Case, line: Line, letter: str) -> Act | None:
    code = _ACTS.get(type(line.entry))
    if code is None:
        return None
    return Act(
        code=code,
        entry=line.entry,
        occurred_at=line.occurred_at,
        track=line.track if ours.track(line.track) else "",
        sources=(*line.sources, source_of(letter)),
        simulated=line.simulated,
    )


def _key(entry: Entry) -> tuple[str, str]:
    """Return what makes two lines say the same: the kind, and the fields that cross."""
    crossing = rules().crosses.get(entry.code)
    fields = crossing.fields if crossing else frozenset()
    told = {name: value for name, value in tree_of(entry).items() if name in fields}
    return entry.code, repr(sorted(told.items(), key=lambda pair: pair[0]))
