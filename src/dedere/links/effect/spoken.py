"""An effect in words and figures for people, in English and Spanish."""

from __future__ import annotations

from collections.abc import Mapping

from dedere.links.effect.stated import Ends, Figure, Finding, Sum
from dedere.words.wording import codes


def measure_words(said: Figure | Finding | Sum, language: str, names: Mapping[str, str] | None = None) -> str:
    """Return what is measured; the ends of ways by ``names``, by id where they have none."""
    one, other = _named(said.ends, names or {})
    return codes().say(f"measure.{said.measure}", language, one=one, other=other)


def _named(ends: Ends | None, names: Mapping[str, str]) -> tuple[str, str]:
    one, other = ends or ("", "")
    return names.get(one, one), names.get(other, other)


def number(value: float, *, signed: bool = False) -> str:
    """Return a figure: whole with its thousands parted, otherwise to three places; a true minus sign."""
    sign = "+" if signed and value > 0 else ""
    told = f"{value:,.0f}" if float(value).is_integer() else f"{value:,.3f}"
    return sign + told.replace("-", "−")
