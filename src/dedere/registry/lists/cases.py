"""The list of cases: saved views, filters, words, and pages that cost the same however deep."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import QuerySet

from dedere.registry.lists.names import with_words
from dedere.registry.models import CaseRow

PAGE = 100
SOON = timedelta(days=14)
_COUNTED = 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Which cases are wanted: a view, filters (empty for any), words of a name or number."""

    view: str = "open"
    words: str = ""
    stage: str = ""
    track: str = ""
    requesting: str = ""
    requested: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One page of cases, newest first; ``next`` is the position to ask for the page after, or 0.

    ``count`` stops at a thousand and ``more`` says that there are more than that.
    """

    rows: tuple[CaseRow, ...]
    next: int
    count: int
    more: bool


_View = Callable[["QuerySet[CaseRow]", date, str], "QuerySet[CaseRow]"]
VIEWS: Mapping[str, _View] = {
    "open": lambda rows, on, home: rows.filter(closed=False),
    "due": lambda rows, on, home: rows.filter(due__lte=on + SOON),
    "provisional": lambda rows, on, home: rows.filter(provisional=True),
    "stayed": lambda rows, on, home: rows.filter(stayed=True),
    "unassured": lambda rows, on, home: rows.filter(unassured=True),
    "waiting": lambda rows, on, home: rows.exclude(waiting_on__in=["", home]),
    "all": lambda rows, on, home: rows,
}


def cases(wanted: Wanted, *, on: date, home: str, before: int = 0, page: int = PAGE) -> Page:
    """Return the page of cases that stands before a position (0 for the first page)."""
    rows = chosen(wanted, on=on, home=home)
    count = rows.order_by()[: _COUNTED + 1].count()
    if before:
        rows = rows.filter(position__lt=before)
    found = tuple(rows.order_by("-position")[: page + 1])
    shown = found[:page]
    return Page(
        rows=shown,
        next=shown[-1].position if len(found) > page else 0,
        count=min(count, _COUNTED),
        more=count > _COUNTED,
    )


def chosen(wanted: Wanted, *, on: date, home: str) -> QuerySet[CaseRow]:
    """Return the cases wanted, in no order."""
    rows = VIEWS.get(wanted.view, VIEWS["open"])(CaseRow.objects.all(), on, home)
    for name in ("stage", "track", "requesting", "requested"):
        if value := getattr(wanted, name):
            rows = rows.filter(**{name: value})
    return with_words(rows, wanted.words)


def named(numbers: list[str]) -> tuple[CaseRow, ...]:
    """Return the rows of these cases, in the order of their numbers."""
    return tuple(CaseRow.objects.filter(number__in=numbers).order_by("number"))
