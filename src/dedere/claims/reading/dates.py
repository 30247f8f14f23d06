"""When a sentence says that a handover, a meeting or an agreement was, and which day the report is of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from dedere.claims.claim import Attribute, Claim
from dedere.claims.reading.calendar import When, date_at, dates
from dedere.claims.reading.closeness import happenings, nearest
from dedere.claims.reading.handings import Handing
from dedere.claims.reading.lexicon import Hit, word_set
from dedere.claims.reading.page import Page, Sentence
from dedere.claims.reading.tokens import Token

_DATELINE = 30  # tokens from the beginning of a text or paragraph in which a dateline ends
_PARAGRAPHS = 4
_LONGEST = 9  # tokens from the date in a dateline to its dash
_YEAR = 4  # characters of a date that is only a year
_ADJACENT = 1.5  # how far a date stands from the verb of saying that it belongs to


def dateline(
    row: Sequence[Token], text: str, language: str, on: date | None = None
) -> tuple[When, int] | None:
    """The day in the dateline, "WASHINGTON, Feb. 27, 2025 (Agency) —", and the token where it ends.

    A day without a year tells something only beside the day ``on`` of the report. A line that is only a
    date counts too.
    """
    for begin in _paragraphs(row, text):
        for place in range(begin, min(begin + _DATELINE, len(row))):
            if place > begin and "\n\n" in text[row[place - 1].end : row[place].start]:
                break
            if row[place].low in {"said", "dijo", "fue", "fueron", "was", "were"}:
                break
            found = date_at(row, place, len(row), language, on)
            if found and len(found.value) == 10 and (end := _line_ends(row, text, begin, found)):
                return found, end
    return None


def _paragraphs(row: Sequence[Token], text: str) -> Iterator[int]:
    seen = 0
    for place in range(len(row)):
        if place == 0 or "\n" in text[row[place - 1].end : row[place].start]:
            yield place
            seen += 1
        if seen == _PARAGRAPHS:
            return


def _line_ends(row: Sequence[Token], text: str, begin: int, found: When) -> int:
    """Where the dateline ends: at its dash, or with the line that holds the date alone."""
    small = word_set("particle", "es")
    if not all(not token.word or token.capital or token.low in small for token in row[begin : found.first]):
        return 0
    for place in range(found.last, min(found.last + _LONGEST, len(row))):
        if row[place].low in {"-", "/"}:
            return place + 1
        if "\n" in text[row[place - 1].end : row[place].start]:
            return place
    return 0


def event_dates(
    page: Page, sentence: Sentence, found: Sequence[Handing], others: Sequence[Hit]
) -> Iterator[Claim]:
    """Read the days of what the sentence tells; ``others`` are meetings, promises, planes that land."""
    ours = [(each.first, each.last) for each in found] + [(hit.first, hit.last) for hit in others]
    if not ours:
        return
    spoken = [*happenings(page, sentence, "saying"), *_spoken(page, sentence)]
    foreign = happenings(page, sentence, "other")
    for when in dates(page.tokens, sentence.first, sentence.last, page.language, page.on):
        if _since(page, when) or nearest(page, when, spoken) <= _ADJACENT:
            continue
        if nearest(page, when, ours) < nearest(page, when, foreign):
            yield page.claim(Attribute.DATE, when.value, sentence, when.first, when.last)


def _spoken(page: Page, sentence: Sentence) -> Iterator[tuple[int, int]]:
    return ((hit.first, hit.last) for hit in page.found("speech", sentence) if hit.code == "said")


def _since(page: Page, when: When) -> bool:
    """Whether the date begins a period, or is a year that only names something: it is no day of the event."""
    before = page.low(when.first - 1)
    if len(when.value) == _YEAR:
        return before not in word_set("in", page.language)
    return before in word_set("since", page.language)


def report_day(text: str, row: Sequence[Token], language: str) -> date | None:
    """The day of the report, where its dateline says it."""
    found = dateline(row, text, language)
    return date.fromisoformat(found[0].value) if found else None
