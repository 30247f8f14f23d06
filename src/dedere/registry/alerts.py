"""Alerts: what fell due is said once, and again when the clock is moved, revived or completed later."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from dedere.registry.models import AccordRow, Alert, ClockRow

PROMISE = "promise"
_PAGE = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """What fell due, or whose alert ended: its file, its rule (``reminder``, ``promise`` …), its day."""

    case: str
    person: str
    rule: str
    article: str
    due: date
    what: str = ""


def raise_alerts(on: date, at: datetime) -> Iterator[Due]:
    """Raise an alert for each live clock or promise that has run out by ``on`` and has none standing."""
    after = ""
    rows = ClockRow.objects.filter(live=True, due__lte=on).select_related("case").order_by("key")
    while page := list(rows.filter(key__gt=after)[:_PAGE]):
        yield from _raise({_key(row): _due(row) for row in page}, at)
        after = page[-1].key
    after = ""
    promises = AccordRow.objects.filter(due__lte=on).order_by("number")
    while found := list(promises.filter(number__gt=after)[:_PAGE]):
        yield from _raise({_key_of(row): _promised(row) for row in found}, at)
        after = found[-1].number


def end_alerts(at: datetime) -> Iterator[Due]:
    """End each standing alert whose clock was stopped, moved or struck, or whose promise was answered."""
    after = ""
    alerts = Alert.objects.filter(ended_at=None).order_by("key")
    while page := list(alerts.filter(key__gt=after)[:_PAGE]):
        yield from _end(page, at)
        after = page[-1].key


@transaction.atomic
def _raise(dues: Mapping[str, Due], at: datetime) -> list[Due]:
    known = Alert.objects.in_bulk(list(dues))
    fresh = {key: due for key, due in dues.items() if (alert := known.get(key)) is None or alert.ended_at}
    Alert.objects.bulk_create(
        (
            Alert(key=key, case=due.case, rule=due.rule, due=due.due, raised_at=at)
            for key, due in fresh.items()
        ),
        update_conflicts=True,
        unique_fields=["key"],
        update_fields=["raised_at", "ended_at"],
    )
    return list(fresh.values())


@transaction.atomic
def _end(page: list[Alert], at: datetime) -> list[Due]:
    keys = [alert.key.rpartition("@")[0] for alert in page]
    clocks = ClockRow.objects.filter(live=True).select_related("case")
    live = {_key(row) for row in clocks.filter(key__in=keys)}
    live |= {_key_of(row) for row in AccordRow.objects.filter(due__isnull=False, number__in=keys)}
    over = [alert for alert in page if alert.key not in live]
    Alert.objects.filter(key__in=[alert.key for alert in over]).update(ended_at=at)
    return [Due(case=each.case, person="", rule=each.rule, article="", due=each.due) for each in over]


def _key(row: ClockRow) -> str:
    return f"{row.key}@{row.due}"


def _key_of(row: AccordRow) -> str:
    return f"{row.number}@{row.due}"


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


def _promised(row: AccordRow) -> Due:
    assert row.due is not None  # noqa: S101  (likewise)
    return Due(case=row.number, person="", rule=PROMISE, article="", due=row.due, what=row.en)
