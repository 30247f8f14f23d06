"""Facts as entries hold them and as the law asks them: only days differ, which entries hold as text."""

from __future__ import annotations

import re
from datetime import date

from dedere.law.casefile import Value
from dedere.law.library import library
from dedere.words import Refused

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def as_asked(value: bool | int | str) -> Value:
    """Read a day that was written as text, so that JSON loses nothing; other values stay."""
    if isinstance(value, str) and _DAY.fullmatch(value):
        try:
            return date.fromisoformat(value)
        except ValueError:
            return value
    return value


def misfit(fact: str, value: bool | int | str) -> Refused | None:
    """Return why the value cannot be the fact's: no such fact in the law's vocabulary, or another type."""
    declared = library().facts.get(fact)
    if declared is None:
        return Refused(code="fact-not-declared", facts={"name": fact})
    if declared.accepts(as_asked(value)):
        return None
    return Refused(code="fact-value-wrong", facts={"fact": fact, "value": str(value)})
