"""Alerts: what fell due is said once, and again when the clock is moved, revived or completed later."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from dedere.registry.models import Alert, ClockRow

_PAGE = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """One thing that fell due, or whose alert ended: case, rule (``reminder`` too), day."""

    case: str
    person: str
    rule: str
    article: str
    due: date
    what: str = ""


def raise_alerts(on: date, at: datetime) -> Iterator[Due]:
    """Raise an alert for each live clock that has run out by ``on`` and has none standing."""
    after = ""
    rows = ClockRow.objects.filter(live=True, due__lte=on).select_related("case").order_by("key")
    while page := list(rows.filter(key__gt=after)[:_PAGE]):
        yield from _raise(page, at)
        after = page[-1].key


def end_alerts(at: datetime) -> Iterator[Due]:
    """End each standing alert whose clock was stopped, moved or struck."""
    after = ""
    alerts = Alert.objects.filter(ended_at=None).order_by("key")
    while page := list(alerts.filter(key__gt=after)[:_PAGE]):
        yield from _end(page, at)
        after = page[-1].key


@transaction.atomic
def _raise(page: list[ClockRow], at: datetime) -> list[Due]:
    known = Alert.objects.in_bulk([_key(row) for row in page])
    fresh = [row for row in page if (alert := known.get(_key(row))) is None or alert.ended_at]
    dues = {_key(row): _due(row) for row in fresh}
    Alert.objects.bulk_create(
        (
            Alert(key=key, case=due.case, rule=due.rule, due=due.due, raised_at=at)
            for key, due in dues.items()
        ),
        update_conflicts=True,
        unique_fields=["key"],
        update_fields=["raised_at", "ended_at"],
    )
    return list(dues.values())


@transaction.atomic
def _end(page: list[Alert], at: datetime) -> list[Due]:
    clocks = ClockRow.objects.filter(live=True).select_related("case")
    live = {_key(row) for row in clocks.filter(key__in=[alert.key.rpartition("@")[0] for alert in page])}
    over = [alert for alert in page if alert.key not in live]
    Alert.objects.filter(key__in=[alert.key for alert in over]).update(ended_at=at)
    return [Due(case=each.case, person="", rule=each.rule, article="", due=each.due) for each in over]


def _key(row: ClockRow) -> str:
    return f"{row.key}@{row.due}"


def _due(row: ClockRow) -> Due:
    assert row.due is not None  # noqa: S101  (told to mypy: the query asked for rows with a day)
    return Due(
        case=row.case_id,
        person=row.case.person,
        rule=row.rule,
        article=row.article,
        due=row.due,
        what=row.what,
    )
