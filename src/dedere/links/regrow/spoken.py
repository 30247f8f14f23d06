"""An outlook in words and figures for people, in English and Spanish."""

from __future__ import annotations

from dedere.links.regrow.outlook import Interval
from dedere.links.spoken import number
from dedere.words.wording import codes

_SHARES = ("efficiency", "density", "largest-share")


def scenario_words(scenario: str, persons: int, language: str) -> str:
    """Return what happens in a scenario."""
    return codes().say(f"scenario.{scenario}", language, persons=number(persons))


def rounded(value: float, figure: str, *, signed: bool = False) -> str:
    """Return a figure no finer than its model is: three places of a share, one of less than a hundred."""
    if figure in _SHARES:
        return number(round(value, 3) + 0.0, signed=signed)
    return number(round(value, 1 if abs(value) < 100 else None) + 0.0, signed=signed)


def told(interval: Interval, figure: str, *, signed: bool = False) -> str:
    """Return a median with its interval, never one without the other."""
    low, median, high = (
        rounded(each, figure, signed=signed) for each in (interval.low, interval.median, interval.high)
    )
    return f"{median} [{low}; {high}]"
