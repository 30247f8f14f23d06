"""The letters that the other State has not acknowledged, each with its case: what is red on Today."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from dedere.registry.exchange.dispatch import HELD
from dedere.registry.exchange.standing import unacknowledged
from dedere.registry.models import CaseRow, DispatchRow, LetterRow

LIMIT = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class Late:
    """One such letter: whom it is for, of which case and person, how it stands and what was last said.

    ``standing`` is ``due`` or ``held``; ``said`` the fault that the other gate told, why it was given up, or
    what became of the last try: empty where it was not tried yet.
    """

    state: str
    case: str
    person: str
    sequence: int
    standing: str
    said: str
    tries: int
    since: datetime

    @property
    def held(self) -> bool:
        """Whether it is sent no more until an officer looks; ``said`` is then a code with words."""
        return self.standing == HELD


@dataclass(frozen=True, slots=True, kw_only=True)
class LateLetters:
    """The first of them, the oldest first, and how many there are in all."""

    rows: tuple[Late, ...] = ()
    count: int = 0


def late_letters(at: datetime, *, limit: int = LIMIT) -> LateLetters:
    """Return the letters that are late at an instant, ``limit`` of them."""
    rows = unacknowledged(at)
    shown = list(rows[:limit])
    letters = LetterRow.objects.in_bulk([row.key for row in shown])
    people = dict(
        CaseRow.objects.filter(number__in={each.case for each in letters.values()}).values_list(
            "number", "person"
        )
    )
    return LateLetters(
        rows=tuple(_late(row, letters[row.key], people) for row in shown if row.key in letters),
        count=len(shown) if len(shown) < limit else rows.order_by().count(),
    )


def _late(row: DispatchRow, letter: LetterRow, people: dict[str, str]) -> Late:
    return Late(
        state=row.state,
        case=letter.case,
        person=people.get(letter.case, ""),
        sequence=letter.sequence,
        standing=row.standing,
        said=row.said,
        tries=row.tries,
        since=row.since,
    )
