"""A case as a row of the exported list."""

from __future__ import annotations

from collections.abc import Iterable

from django.http import HttpRequest
from django.urls import reverse

from dedere.desk import wording
from dedere.desk.exports.tables import Row
from dedere.law.calendar import seat_zone
from dedere.registry.clockrows import REMINDER
from dedere.registry.models import CaseRow

COLUMNS = (
    "number",
    "address",
    "person",
    "name-standing",
    "requesting",
    "requested",
    "other-number",
    "track",
    "stage",
    "custody",
    "waiting-on",
    "clock",
    "article",
    "due",
    "due-zone",
    "charges",
    "stays",
    "undertakings",
    "provisional",
    "unassured",
    "closed",
    "simulated",
    "opened-at",
    "changed-at",
)


def head() -> list[str]:
    """The heads of the columns."""
    return [wording.say(f"exports.{name}") for name in COLUMNS]


def rows(cases: Iterable[CaseRow], request: HttpRequest) -> list[Row]:
    """Return each case in the order of ``COLUMNS``; the address is whole and does not change."""
    return [(case.number, permanent(request, case.number), *_told(case)) for case in cases]


def permanent(request: HttpRequest, number: str) -> str:
    """The whole address of a case."""
    return request.build_absolute_uri(reverse("case:summary", args=[number]))


def clock_words(rule: str) -> str:
    """A clock's rule in words; a date that an officer set is a reminder."""
    return wording.say("exports.reminder") if rule == REMINDER else wording.code("clock", rule)


def name_standing(standing: str) -> str:
    """How far a name is established."""
    established = standing == "established"
    return wording.say("exports.name-established" if established else f"frame.name.{standing}")


def custody_words(status: str) -> str:
    """Where the person is; empty where the file says nothing."""
    return wording.say(f"case.custody-{status}") if status else ""


def yes_no(value: bool) -> str:
    """``yes`` or ``no``, in the language of the page."""
    return wording.say("exports.yes" if value else "exports.no")


def _told(case: CaseRow) -> Row:
    return (
        case.person,
        name_standing(case.name_standing),
        case.requesting,
        case.requested,
        case.other_number,
        wording.code("track", case.track),
        wording.code("stage", case.stage),
        custody_words(case.custody),
        case.waiting_on,
        clock_words(case.rule),
        case.article,
        case.due,
        str(seat_zone(case.requested)) if case.due else "",
        case.charges,
        case.stays,
        case.undertakings,
        yes_no(case.provisional),
        yes_no(case.unassured),
        yes_no(case.closed),
        yes_no(case.simulated),
        case.opened_at,
        case.changed_at,
    )
