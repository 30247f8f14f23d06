"""The text of a report cut where claims begin and end, each piece with the rows it belongs to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from dedere.claims.compare import Verdict

# Where claims overlap, the piece is marked as the first of these that one of them has.
_GRAVEST = (
    Verdict.CONTRADICTED,
    Verdict.CONTESTED,
    Verdict.UNSUPPORTED,
    Verdict.SUPPORTED,
    Verdict.OPINION,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """The characters that a row of the table rests on, and its verdict."""

    row: int
    start: int
    end: int
    verdict: Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A run of characters; ``spans`` are the rows that rest on any of it, none for plain text."""

    text: str
    spans: Sequence[Span] = ()

    @property
    def verdict(self) -> Verdict:
        """The gravest of the verdicts; asked of marked pieces only."""
        return min((each.verdict for each in self.spans), key=_GRAVEST.index)


def marked(text: str, spans: Iterable[Span]) -> Iterator[Piece]:
    """Yield the text in pieces, in order and whole; spans that overlap are one piece."""
    done = 0
    for together in _overlapping(sorted(spans, key=lambda each: (each.start, each.end))):
        start, end = together[0].start, max(each.end for each in together)
        if start > done:
            yield Piece(text=text[done:start])
        yield Piece(text=text[start:end], spans=together)
        done = end
    if done < len(text):
        yield Piece(text=text[done:])


def _overlapping(spans: Iterable[Span]) -> Iterator[Sequence[Span]]:
    together: list[Span] = []
    for span in spans:
        if together and span.start >= max(each.end for each in together):
            yield together
            together = []
        together.append(span)
    if together:
        yield together
