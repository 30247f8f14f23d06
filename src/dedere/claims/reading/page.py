"""A report made ready for its readers: tokens, sentences, how each sentence speaks, what is quoted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from dedere.claims.claim import Attribute, Bound, Claim, SentenceKind
from dedere.claims.reading.lexicon import Hit, lexicon
from dedere.claims.reading.report import Report
from dedere.claims.reading.sentences import sentences
from dedere.claims.reading.speech import Said, kind_of, quoted, said
from dedere.claims.reading.tokens import Token, tokens


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """The tokens ``first`` up to but not including ``last``, and how they speak."""

    number: int
    first: int
    last: int
    headline: bool
    kind: SentenceKind
    said: Said


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """What a reader of one attribute is given; ``on`` is the day that "yesterday" is counted from."""

    text: str
    tokens: Sequence[Token]
    sentences: Sequence[Sentence]
    quoted: frozenset[int]
    language: str
    on: date | None

    def found(self, name: str, sentence: Sentence) -> Iterator[Hit]:
        """The phrases of a list in a sentence."""
        return lexicon(name, self.language).found(self.tokens, sentence.first, sentence.last)

    def low(self, place: int) -> str:
        """The folded token at a place; nothing beyond the ends."""
        return self.tokens[place].low if 0 <= place < len(self.tokens) else ""

    def claim(
        self,
        attribute: Attribute,
        value: str,
        sentence: Sentence,
        first: int,
        last: int,
        *,
        negated: bool = False,
        bound: Bound = Bound.EXACT,
        id: str = "",
    ) -> Claim:
        """A claim read from the tokens ``first`` up to but not including ``last`` of a sentence."""
        return Claim(
            attribute=attribute,
            value=value,
            start=self.tokens[first].start,
            end=self.tokens[last - 1].end,
            sentence=sentence.number,
            sentence_kind=sentence.kind,
            negated=negated,
            headline=sentence.headline,
            quoted=first in self.quoted,
            bound=bound,
            id=id,
            by=sentence.said.by,
        )


def page(report: Report, on: date | None) -> Page:
    """Cut a report into tokens and sentences, and tell how each speaks."""
    row = tokens(report.text)
    within = quoted(report.text, row)
    cut = list(sentences(report.text, row, report.language, report.headline))
    return Page(
        text=report.text,
        tokens=row,
        sentences=[
            _sentence(row, number, first, last, report, within) for number, (first, last) in enumerate(cut)
        ],
        quoted=within,
        language=report.language,
        on=on,
    )


def _sentence(
    row: Sequence[Token], number: int, first: int, last: int, report: Report, within: frozenset[int]
) -> Sentence:
    speech = said(row, first, last, report.language, within)
    return Sentence(
        number=number,
        first=first,
        last=last,
        headline=row[first].start < report.headline,
        kind=kind_of(row, first, last, report.language, speech),
        said=speech,
    )
