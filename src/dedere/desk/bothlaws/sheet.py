"""The dual criminality worksheet in words: the two offences of each charge, side by side."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

from dedere.desk.case.proof import Proof, proofs
from dedere.desk.paper.words import Words
from dedere.docket.case import Case
from dedere.law.assessment import ClauseFinding
from dedere.law.casefile import CaseFile
from dedere.law.library import library
from dedere.law.speech import speech
from dedere.law.worksheet.compare import FIGURES, Penalty, Way, Worksheet, worksheets
from dedere.words import Finding

_TONES = {
    Finding.MET: "good",
    Finding.NOT_MET: "stop",
    Finding.UNKNOWN: "open",
    Finding.NOT_IN_POINT: "quiet",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """One fact that the clauses ask, with its answer and proofs; empty where it is not known."""

    fact: str
    question: str
    answer: str
    proofs: list[Proof]


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A clause, or a way to be reached, with what it comes to."""

    title: str
    article: str
    finding: str
    tone: str
    unchecked: bool = False
    decides: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """One charge."""

    id: str
    title: str
    figures: list[tuple[str, str, str]]
    ways: list[Found]
    findings: list[Found]
    answers: list[Answer]


def sheets(case: Case, read: CaseFile, words: Words) -> list[Sheet]:
    """Every charge of the file, or the request as a whole where none is stated."""
    return [_sheet(case, each, words) for each in worksheets(read, library())]


def printed(case: Case, read: CaseFile, words: Words) -> list[dict[str, Any]]:
    """The same as plain data, for paper."""
    return [asdict(each) for each in sheets(case, read, words)]


def _sheet(case: Case, found: Worksheet, words: Words) -> Sheet:
    named = words.screen("requirements.charge", id=found.charge, title=found.title)
    return Sheet(
        id=found.charge,
        title=named if found.charge else words.screen("bothlaws.request"),
        figures=_figures(found.penalties, words),
        ways=[_way(each, words) for each in found.ways],
        findings=[_finding(each, words) for each in found.findings],
        answers=_answers(case, found, words),
    )


def _figures(penalties: tuple[Penalty, ...], words: Words) -> list[tuple[str, str, str]]:
    """Each figure of the penalty with what either law has."""
    asks, asked = penalties
    rows = [
        (
            words.screen(f"bothlaws.{figure}"),
            *(_months(getattr(each, figure), words) for each in (asks, asked)),
        )
        for figure in FIGURES
    ]
    death = (_yes_or_no(each.death, words) for each in (asks, asked))
    return [*rows, (words.screen("bothlaws.death"), *death)]  # type: ignore[list-item]  # two of each


def _months(months: int | None, words: Words) -> str:
    return words.screen("bothlaws.months", n=months) if months is not None else _not_stated(words)


def _yes_or_no(said: bool | None, words: Words) -> str:
    return _not_stated(words) if said is None else words.code("reason", "yes" if said else "no")


def _not_stated(words: Words) -> str:
    return words.code("worksheet.element", "not-stated")


def _way(way: Way, words: Words) -> Found:
    return Found(
        title=words.code("worksheet.way", way.code),
        article=words.article(way.citation.instrument, way.citation.article),
        finding=words.code("finding", way.finding),
        tone=_TONES[way.finding],
        unchecked=not way.citation.checked,
    )


def _finding(found: ClauseFinding, words: Words) -> Found:
    return Found(
        title=words.code("kind", found.kind),
        article=words.article(found.citation.instrument, found.citation.article),
        finding=words.code("finding", found.finding),
        tone=_TONES[found.finding],
        unchecked=not found.citation.checked,
        decides=words.code("decider", found.decider),
    )


def _answers(case: Case, found: Worksheet, words: Words) -> list[Answer]:
    say = speech(library(), words.language)
    known = [
        Answer(
            fact=fact,
            question=say.fact(fact),
            answer=say.value(fact, told.value),
            proofs=proofs(case, told.sources),
        )
        for fact, told in found.told.items()
    ]
    missing = [Answer(fact=fact, question=say.fact(fact), answer="", proofs=[]) for fact in found.missing]
    return [*known, *missing]
