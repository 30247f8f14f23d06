"""An outlook in words and figures for people, in English and Spanish."""

from __future__ import annotations

from dedere.links.effect.spoken import number
from dedere.links.regrow.outlook import Interval
from dedere.words.wording import codes

_SHARES = ("efficiency", "density", "largest-share")


def scenario_words(scenario: str, persons: int, language: str) -> str:
    """Return what happens in a scenario."""
    return codes().say(f"scenario.{scenario}", language, persons=number(persons))


def rounded(value: float, figure: str, *, signed: bool = False) -> str:
    """Return a figure: shares and what is below one to three places, what is below a hundred to one."""
    places = 3 if figure in _SHARES or abs(value) < 1 else 1 if abs(value) < 100 else 0
    told = f"{value:,.{places}f}"
    told = told.rstrip("0").rstrip(".") if places else told
    size = told.lstrip("-")
    if size == "0":
        return size
    return ("−" if told[0] == "-" else "+" if signed else "") + size


def told(interval: Interval, figure: str, *, signed: bool = False) -> str:
    """Return a median with its interval, never one without the other."""
    low, median, high = (
        rounded(each, figure, signed=signed) for each in (interval.low, interval.median, interval.high)
    )
    return f"{median} [{low}; {high}]"
