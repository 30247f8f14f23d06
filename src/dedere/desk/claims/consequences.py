"""What would follow in law from each thing that is said of how persons were given up."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dedere.claims.meaning import Codes
from dedere.claims.reconcile import Reconciled
from dedere.claims.verbs import TOPICS, Follows, follows
from dedere.desk.claims.spoken import words_of
from dedere.desk.frame.citations import cite
from dedere.desk.wording import code, language
from dedere.docket.stage import TrackKind
from dedere.law.library import library


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """What follows on one topic: in words, the article, and whether it was read against a text."""

    topic: str
    words: str
    article: str
    checked: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """A track that a word may mean, and what follows from it by topic; None where nothing is carried here."""

    word: str
    best: bool
    track: str
    by_topic: Sequence[tuple[str, Line | None]]


def ways(verb: Reconciled) -> list[Way]:
    """Return each track that somebody's word means, the best supported first."""
    found: dict[str, Way] = {}
    for position in verb.positions:
        said = position.meaning
        for track in in_order(said.codes) if isinstance(said, Codes) and not said.outside else ():
            told = {line.topic: line for line in lines_of(track)}
            way = Way(
                word=words_of("verb", position.value),
                best=position is verb.best,
                track=code("track", track),
                by_topic=[(topic, told.get(topic)) for topic in TOPICS],
            )
            found.setdefault(track, way)
    return list(found.values())


def in_order(tracks: Iterable[str]) -> list[str]:
    """Return tracks in the order in which the docket knows them."""
    return sorted(tracks, key=[each.value for each in TrackKind].index)


def lines_of(track: str) -> list[Line]:
    """Return what follows from a track."""
    return [_line(each) for each in follows(track)]


def _line(told: Follows) -> Line:
    instrument, _, clause = told.clause.partition("#")
    article = library().clause(instrument, clause).citation.article if clause else ""
    return Line(
        topic=told.topic,
        words=told.es if language() == "es" else told.en,
        article=cite(instrument, article),
        checked=told.checked,
    )
