"""An article as a person reads it: ``art. 11(3), 1978 treaty``."""

from __future__ import annotations

from dedere.desk import wording
from dedere.law.library import library


def cite(instrument: str, article: str) -> str:
    """Return article and instrument; an instrument unknown today is shown by its id."""
    if not article:
        return ""
    return wording.say("frame.article", article=article, instrument=short(instrument))


def short(instrument: str) -> str:
    """The short title of an instrument, or of a State's law of limitation, in the language of the page."""
    known = library().instruments.get(instrument) or library().law_of_limitation(instrument)
    return known.short[wording.language()] if known else instrument
