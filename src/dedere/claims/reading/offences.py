"""Offences that persons are charged with or convicted of, and when they are said to have been committed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dedere.claims.claim import Attribute, Claim
from dedere.claims.reading.calendar import When, dates
from dedere.claims.reading.closeness import nearest
from dedere.claims.reading.handings import Handing
from dedere.claims.reading.lexicon import Hit, lexicon
from dedere.claims.reading.page import Page, Sentence

_DAY = 10  # characters of a date that is a day
_NEAR = 7  # tokens between an offence and its date


def offences(page: Page, sentence: Sentence, found: Sequence[Handing]) -> Iterator[Claim]:
    """Read the offences that somebody is said to stand for, and their dates."""
    hits = [hit for hit in page.found("offences", sentence) if hit.code != "none"]
    if not hits or not any(page.found("charged", sentence)):
        return
    for hit in hits:
        yield page.claim(Attribute.OFFENCE, hit.code, sentence, hit.first, hit.last)
    spans, moved = [(hit.first, hit.last) for hit in hits], [(each.first, each.last) for each in found]
    for when in dates(page.tokens, sentence.first, sentence.last, page.language, page.on):
        # A day beside a handover is the day of it; an offence has its year, or its day right beside it.
        day = bool(moved) and len(when.value) == _DAY
        nearer = nearest(page, when, spans) < (1.0 if day else nearest(page, when, moved))
        if nearer and _numbered(page, when) and _when_committed(page, when, hits):
            yield page.claim(Attribute.OFFENCE_DATE, when.value, sentence, when.first, when.last)


def _numbered(page: Page, when: When) -> bool:
    """Whether the date is told in numbers, and begins no period: "on Thursday" is the day of the news."""
    if page.low(when.first - 1) in {"since", "desde"}:
        return False
    return any(page.low(place).isdecimal() for place in range(when.first, when.last))


def _when_committed(page: Page, when: When, hits: list[Hit]) -> bool:
    """Whether a date stands beside an offence with no other happening between: "the 1985 killing"."""
    return any(_beside(page, when, hit) for hit in hits)


def _beside(page: Page, when: When, hit: Hit) -> bool:
    first, last = (hit.last, when.first) if hit.last <= when.first else (when.last, hit.first)
    if not 0 <= last - first <= _NEAR:
        return False
    between = {page.low(place) for place in range(first, last)}
    happened = lexicon("happenings", page.language, "other").found(page.tokens, first, last)
    return not {",", ";", ":"} & between and not any(happened)
