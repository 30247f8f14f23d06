"""Where sentences begin and end, and which lines are the headline."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dedere.claims.reading.lexicon import Phrases, lexicon
from dedere.claims.reading.tokens import Token

_CLOSING = set("\"”»')]’")
_LONGEST = 300  # tokens, after which a sentence is taken to end
_HEADLINE = 220  # characters of a first line that may be a headline


def sentences(text: str, row: Sequence[Token], language: str, headline: int = 0) -> Iterator[tuple[int, int]]:
    """Yield the token ranges of the sentences, in order; together they hold every token.

    ``headline`` characters of the beginning are sentences of their own.
    """
    short, openers = lexicon("abbreviations", language), lexicon("openers", language)
    first = 0
    for place in range(len(row) - 1):
        gap = text[row[place].end : row[place + 1].start]
        leaves = row[place].end <= headline <= row[place + 1].start
        if leaves or place - first >= _LONGEST or _ends(row, first, place, gap, short, openers):
            yield first, place + 1
            first = place + 1
    if first < len(row):
        yield first, len(row)


def _ends(row: Sequence[Token], first: int, place: int, gap: str, short: Phrases, openers: Phrases) -> bool:
    if "\n\n" in gap.replace(" ", "").replace("\r", ""):
        return True
    stop = place
    while stop > first and row[stop].raw in _CLOSING:
        stop -= 1
    if row[stop].raw not in ".!?…" or not gap:
        return False
    following = row[place + 1]
    if following.raw == "-" or following.raw[0].islower():
        return False
    return (
        row[stop].raw != "."
        or not _shortened(row, first, stop, short)
        or (bool(openers.at(row, place + 1, len(row))) and row[stop - 1].raw.isupper())
    )


def _shortened(row: Sequence[Token], first: int, stop: int, short: Phrases) -> bool:
    """Whether the full stop belongs to an abbreviation or an initial."""
    before = row[stop - 1] if stop > first else None
    if before is None or before.end != row[stop].start:
        return False
    if len(before.raw) == 1 and before.raw.isupper():
        return True
    return any(
        (hit := short.at(row, begin, stop + 1)) and hit.last == stop + 1
        for begin in range(max(first, stop - 4), stop)
    )


def headline(text: str) -> int:
    """How many characters of the beginning are the headline: the first line, where it is one."""
    begin = len(text) - len(text.lstrip())
    line, _, rest = text[begin:].partition("\n")
    told, following = line.strip(), rest.lstrip(" \t")
    whole = told.endswith((".", ":", ",", ";")) and not told.endswith(("U.S.", "EE.UU.", "EE. UU.", "D.C."))
    if not rest.strip() or len(told) > _HEADLINE or whole:
        return 0
    # The first of several lines that are broken by their width is no headline.
    return begin + len(line) if following[0] == "\n" or not following[0].islower() else 0
