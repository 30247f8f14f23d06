"""A report as it came: bytes decoded, HTML reduced to text, its language and its day worked out."""

from __future__ import annotations

import io
import re
from dataclasses import dataclass
from datetime import date

from dedere.claims.reading.lexicon import word_set
from dedere.claims.reading.plain import Plain, is_html, plain
from dedere.claims.reading.sentences import headline
from dedere.claims.reading.tokens import tokens
from dedere.files.encoding import recognised
from dedere.words import Unreadable
from dedere.words.wording import LANGUAGES

MOST = 2_000_000  # bytes; pages bring scripts along
LONGEST = 100_000  # characters of text; a report is some thousands
_ISO = re.compile(r"(\d{4})-(\d\d)-(\d\d)")


class UnreadableReport(Unreadable):
    """A report that cannot be read: where, what, and what to do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """The text that is read, the number of its characters that are headline, its language and its day."""

    text: str
    headline: int
    language: str
    on: date | None


def report(data: bytes, where: str, *, language: str = "", on: date | None = None) -> Report:
    """Read the bytes of a report; raises UnreadableReport where they are no text, or too many."""
    if len(data) > MOST:
        raise UnreadableReport(
            where=where, what=f"more than {MOST:,} bytes", remedy="cut out the one report and read that"
        )
    text = _decoded(data, where).replace("\x00", " ")
    taken = plain(text) if is_html(text) else Plain(text=text, headline=headline(text))
    if not taken.text.strip():
        raise UnreadableReport(where=where, what="there is no text", remedy="give the words of the report")
    if len(taken.text) > LONGEST:
        raise UnreadableReport(
            where=where, what=f"more than {LONGEST:,} characters of text", remedy="read one report at a time"
        )
    speaks = language or (taken.language if taken.language in LANGUAGES else "")
    return Report(
        text=taken.text,
        headline=taken.headline,
        language=speaks or language_of(taken.text),
        on=on or _day(taken.published),
    )


def _decoded(data: bytes, where: str) -> str:
    codec = recognised(io.BytesIO(data), where)
    try:
        return data.decode(codec)
    except UnicodeDecodeError as fault:
        raise UnreadableReport(
            where=f"{where}: byte {fault.start}", what=f"is not {codec}", remedy="save the report as UTF-8"
        ) from None


def language_of(text: str) -> str:
    """``en`` or ``es``, by the commonest words of each."""
    words = [token.low for token in tokens(text[:20_000])]
    return max(LANGUAGES, key=lambda language: sum(word in word_set("common", language) for word in words))


def _day(written: str) -> date | None:
    found = _ISO.match(written.strip())
    try:
        return date(*map(int, found.groups())) if found else None
    except ValueError:
        return None
