"""Days and instants as people read them: month in words, never 01/02, always with the zone."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

_SHORT = {
    "es": ("ene", "feb", "mar", "abr", "may", "jun", "jul", "ago", "sep", "oct", "nov", "dic"),
    "en": ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
}
_WEEKDAYS = {
    "es": ("lun", "mar", "mié", "jue", "vie", "sáb", "dom"),
    "en": ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"),
}
_LONG = {
    "es": (
        "enero",
        "febrero",
        "marzo",
        "abril",
        "mayo",
        "junio",
        "julio",
        "agosto",
        "septiembre",
        "octubre",
        "noviembre",
        "diciembre",
    ),
    "en": (
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ),
}


def day(on: date, language: str) -> str:
    """``20 ene 2026`` in Spanish, ``20 Jan 2026`` in English."""
    return f"{on.day}\u00a0{_SHORT[language][on.month - 1]}\u00a0{on.year}"


def day_in_full(on: date, language: str) -> str:
    """``20 de enero de 2026``, ``20 January 2026``."""
    month = _LONG[language][on.month - 1]
    return f"{on.day} de {month} de {on.year}" if language == "es" else f"{on.day} {month} {on.year}"


def month(on: date, language: str) -> str:
    """``enero de 2026``, ``January 2026``."""
    name = _LONG[language][on.month - 1]
    return f"{name} de {on.year}" if language == "es" else f"{name} {on.year}"


def month_short(month: int, language: str) -> str:
    """``ene``, ``Jan``: a month, 1 to 12, on a scale."""
    return _SHORT[language][month - 1]


def weekday(on: date, language: str) -> str:
    """``lun``, ``Mon``."""
    return _WEEKDAYS[language][on.weekday()]


def partial(on: str, language: str) -> str:
    """``2025``, ``feb 2025`` or ``27 feb 2025``: an ISO date that may lack its day or month."""
    year, _, rest = on.partition("-")
    if not rest:
        return year
    if len(rest) == 2:
        return f"{_SHORT[language][int(rest) - 1]}\u00a0{year}"
    return day(date.fromisoformat(on), language)


def instant(at: datetime, language: str, zone: ZoneInfo) -> str:
    """``26 feb 2025, 09:00 UTC−6``: an instant on the wall of one zone, with that zone."""
    there = at.astimezone(zone)
    return f"{day(there, language)}, {there:%H:%M}\u00a0{offset(there)}"


def offset(at: datetime) -> str:
    """``UTC−6``, ``UTC+5:30``: the zone of an instant, by its distance from UTC."""
    minutes = round((at.utcoffset() or timedelta()).total_seconds() / 60)
    hours, rest = divmod(abs(minutes), 60)
    sign = "−" if minutes < 0 else "+"
    return f"UTC{sign}{hours}" + (f":{rest:02d}" if rest else "")
