"""What an amendment comes to, in words: clauses, cases, and their rows as a table."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from dedere.desk import wording
from dedere.desk.exports.cells import Cell
from dedere.desk.frame.chips import tone_of
from dedere.desk.frame.citations import cite
from dedere.desk.frame.tags import day
from dedere.desk.requirements.row import standing
from dedere.law.amendment import Altered, ClauseAltered, Touched
from dedere.law.assessment import Effect
from dedere.law.outcomes import Difference, Outcome
from dedere.registry.models import CaseRow
from dedere.words import Finding

SHOWN = 200
_HOW = {"added": "good", "changed": "warn", "removed": "stop"}
Words = tuple[str, str]
"""Some words and the tone of their chip."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One clause of one case that comes out otherwise, with the charges for which it does."""

    case: CaseRow
    charges: str
    article: str
    before: Words
    after: Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One clause that the copy adds, changes or removes: how, and each value before and after."""

    article: str
    kind: str
    how: Words
    values: list[tuple[str, str, str]]


def rows(found: Iterable[tuple[CaseRow, Touched]]) -> Iterator[Row]:
    """Yield a row for each case and clause; charges that come out alike share one."""
    for case, each in found:
        alike: dict[tuple[str, Words, Words], list[str]] = {}
        for differing in each.differences:
            key = (cite(differing.instrument, differing.article), *_words(differing))
            alike.setdefault(key, []).append(differing.charge)
        for (article, before, after), charges in alike.items():
            named = ", ".join(charge for charge in charges if charge)
            yield Row(case=case, charges=named, article=article, before=before, after=after)


def _words(differing: Difference) -> tuple[Words, Words]:
    before, after = _said(differing.before), _said(differing.after)
    if before[0] != after[0]:
        return before, after
    # The finding is the same and what it does is not: then the effect tells them apart.
    return _with_effect(differing.before, before), _with_effect(differing.after, after)


def _said(outcome: Outcome | None) -> Words:
    if outcome is None:
        return wording.say("amendment.not-there"), "quiet"
    if outcome.effect == Effect.CLOCK.value:
        state = wording.code("clock", f"state.{outcome.says}")
        said = wording.say("amendment.clock-due", state=state, due=day(outcome.due)) if outcome.due else state
        return said, tone_of("clock-state", outcome.says)
    return standing(Effect(outcome.effect), Finding(outcome.says), disputed=False)


def _with_effect(outcome: Outcome | None, said: Words) -> Words:
    effect = wording.code("effect", outcome.effect) if outcome else ""
    return f"{effect}: {said[0]}", said[1]


def changes(found: Iterable[ClauseAltered]) -> list[Change]:
    """The clauses in words."""
    return [
        Change(
            article=cite(each.clause.citation.instrument, each.clause.citation.article),
            kind=wording.code("kind", each.clause.kind),
            how=(wording.say(f"amendment.change.{each.how}"), _HOW[each.how]),
            values=values(each.values),
        )
        for each in found
    ]


def values(found: Iterable[Altered]) -> list[tuple[str, str, str]]:
    """Each key of the file with what it said and says."""
    return [(each.key, _value(each.before), _value(each.after)) for each in found]


def _value(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple | list):
        return ", ".join(map(str, value))
    return str(getattr(value, "value", value) or "")


COLUMNS = (
    "case",
    "person",
    "charge",
    "instrument",
    "article",
    "clause",
    "effect-before",
    "before",
    "due-before",
    "effect-after",
    "after",
    "due-after",
)


def head() -> list[str]:
    """The heads of the columns of the table that is sent."""
    return [wording.say(f"amendment.head.{name}") for name in COLUMNS]


def cells(case: CaseRow, found: Touched) -> Iterator[list[Cell]]:
    """A row of the table for each charge and clause."""
    for each in found.differences:
        yield [
            case.number,
            case.person,
            each.charge,
            each.instrument,
            each.article,
            each.clause,
            *_cells(each.before),
            *_cells(each.after),
        ]


def _cells(outcome: Outcome | None) -> tuple[Cell, Cell, Cell]:
    if outcome is None:
        return "", wording.say("amendment.not-there"), None
    return wording.code("effect", outcome.effect), _said(outcome)[0], outcome.due
