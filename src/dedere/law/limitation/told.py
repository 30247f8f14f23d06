"""The computation in words, line by line, in one language, each line with the article it rests on."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from dedere.law.casefile import Value
from dedere.law.limitation.compute import Limitation
from dedere.law.limitation.inquiry import Line
from dedere.law.speech import Speech

Days = Callable[[date], str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One line said: its words, its article with the law's short title, and the proof of its facts."""

    words: str
    article: str
    checked: bool
    reading: str = ""
    sources: tuple[str, ...] = ()


def steps(found: Limitation, say: Speech, day: Days = date.isoformat) -> Iterator[Step]:
    """Every line of a computation, in its order; ``day`` says how a day is written."""
    for line in found.lines:
        yield _step(line, found, say, day)


def _step(line: Line, found: Limitation, say: Speech, day: Days) -> Step:
    facts = {name: _said(name, value, say, day) for name, value in line.facts.items()}
    words = say.word(f"limitation.line.{line.code}", **facts)
    if line.citation is None or found.law is None:
        return Step(words=words, article="", checked=True, sources=line.sources)
    rule = next(each for each in found.law.rules if each.citation == line.citation)
    return Step(
        words=words,
        article=f"{say.word('limitation.article', article=line.citation.article)}, "
        f"{found.law.short[say.language]}",
        checked=bool(line.citation.checked),
        reading=rule.reading.get(say.language, ""),
        sources=line.sources,
    )


def _said(name: str, value: Value, say: Speech, day: Days) -> str:
    if isinstance(value, date):
        return say.word("limitation.no-end") if value == date.max else day(value)
    if name == "act":
        return say.word(f"limitation.act.{value}")
    return say.fact(str(value)) if name == "fact" else str(value)
