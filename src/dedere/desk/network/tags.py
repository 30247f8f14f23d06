"""What templates load as ``network``: a tie's period and rating in words."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from django import template
from django.template import Context

from dedere.clerk.network.accused import Accused, accused
from dedere.clerk.network.plans import Candidate
from dedere.clerk.network.told import Party, Tie, Told
from dedere.desk.frame.citations import cite
from dedere.desk.frame.tags import partial_day
from dedere.desk.wording import code, language, say
from dedere.links.notes import Note, note_in
from dedere.registry import journal

register = template.Library()
_KEPT = 8


@register.inclusion_tag("network/_standing.html", takes_context=True)
def standing(context: Context, party: Party, *, sources: bool = False) -> dict[str, Any]:
    """``{% standing party %}``: beside a person's name, how far the charges on file here have come."""
    told: Told = context["told"]
    numbers = tuple(sorted({each.case for each in told.parties if each.case}))
    found = _accused(numbers, journal.head().size).get(party.case, ())
    return {"party": party, "found": found, "sources": sources}


@lru_cache(maxsize=_KEPT)
def _accused(numbers: tuple[str, ...], _lines: int) -> Mapping[str, tuple[Accused, ...]]:
    return accused(numbers)


@register.filter
def period(tie: Tie) -> str:
    """The tie's period as far as a source tells it."""
    if not (tie.since or tie.until):
        return say("network.undated")
    ends = {
        end: partial_day(day) if day else say("network.unknown-day")
        for end, day in (("since", tie.since), ("until", tie.until))
    }
    return say("network.period", **ends)


@register.filter
def held_by(candidate: Candidate) -> str:
    """Why a person may go from a day on, or why no day is known, with the article where there is one."""
    words, cited = code("first-day", candidate.first.why), candidate.standing.held_by
    if cited is None:
        return words
    return say("network.standing-by", standing=words, article=cite(cited.instrument, cited.article))


@register.filter
def noted(tie: Tie) -> Note:
    """What its note says in the reader's language, or in the one it has."""
    return note_in(tie.note, language())


@register.filter
def rating(tie: Tie) -> str:
    """How source and information were rated, both signs in words; that nobody rated them, where none is."""
    if not tie.reliability:
        return say("network.unrated")
    source, information = (
        code("source-rating", tie.reliability[:1]),
        code("information-rating", tie.reliability[1:]),
    )
    return say("network.rated", signs=tie.reliability, source=source, information=information)
