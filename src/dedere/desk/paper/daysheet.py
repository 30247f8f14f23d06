"""The day sheet: Today's own groups, with a box to tick beside each row."""

from __future__ import annotations

from datetime import date, datetime

from django.utils.translation import override

from dedere.desk import clock
from dedere.desk.paper.sheet import Data, sheet
from dedere.desk.paper.words import Words
from dedere.desk.today.groups import Group, Row, groups
from dedere.press import press
from dedere.registry.lists.agenda import Agenda

COLUMNS = ("what", "case-person", "clock", "officer")


def day_sheet(day: Agenda, words: Words, *, on: date, at: datetime) -> bytes:
    """Return the day sheet as PDF/A."""
    return press("desk/paper/daysheet", day_data(day, words, on=on, at=at), at=at)


def day_data(day: Agenda, words: Words, *, on: date, at: datetime) -> Data:
    """Return what the day sheet shows."""
    with override(words.language):
        told = groups(day, on=on)
    title = words.say("daysheet", on=words.day(on))
    frame = sheet(words, title=title, reference=on.isoformat(), simulated=clock.simulated(), at=at)
    return {
        **frame,
        "columns": ["", *(words.say(column) for column in COLUMNS)],
        "groups": [_group(each, words) for each in told],
    }


def _group(group: Group, words: Words) -> Data:
    return {
        "title": words.screen(f"today.group-{group.code}"),
        "count": group.count,
        "empty": words.screen(f"today.empty-{group.code}"),
        "rows": [_row(row) for row in group.rows],
    }


def _row(row: Row) -> Data:
    return {
        "what": row.what,
        "case": row.number,
        "name": row.person,
        "clock": row.when,
        "who": row.who,
        "detail": "; ".join(f"{label}: {value}" for label, value in row.details),
    }
