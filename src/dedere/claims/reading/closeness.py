"""What a date or a place belongs to: the nearest of the things that a sentence says happened."""

from __future__ import annotations

from collections.abc import Sequence

from dedere.claims.reading.calendar import When
from dedere.claims.reading.lexicon import Hit, lexicon
from dedere.claims.reading.page import Page, Sentence

_NONE = 1000.0
_COMMA = 4  # words that a comma between counts for


def nearest(page: Page, place: When | Hit, spans: Sequence[tuple[int, int]]) -> float:
    """How far the nearest of these spans of tokens is; what stands before is nearer by half."""
    return min((_far(page, place, *span) for span in spans), default=_NONE)


def _far(page: Page, place: When | Hit, first: int, last: int) -> float:
    between = range(last, place.first) if last <= place.first else range(place.last, first)
    far = sum(_COMMA if page.low(each) in {",", ";", "("} else 1 for each in between)
    return far * 0.5 if last <= place.first else far * 2 + 1


def happenings(page: Page, sentence: Sentence, code: str) -> Sequence[tuple[int, int]]:
    """Where the sentence tells of what was said (``saying``), or of arrests and trials (``other``)."""
    told = lexicon("happenings", page.language, code, "none").found(
        page.tokens, sentence.first, sentence.last
    )
    return [(hit.first, hit.last) for hit in told if hit.code == code]
