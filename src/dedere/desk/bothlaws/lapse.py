"""Lapse of time in words: each charge, each law, each step with its article, and what is missing."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

from dedere.desk.case.proof import Proof, proofs
from dedere.desk.paper.words import Words
from dedere.docket.case import Case
from dedere.law.casefile import CaseFile, ChargeFacts
from dedere.law.library import library
from dedere.law.limitation.compute import Limitation, limitations
from dedere.law.limitation.feed import with_lapse
from dedere.law.limitation.told import Step, steps
from dedere.law.limitation.window import NEVER, Window
from dedere.law.speech import speech
from dedere.words import Finding

_TONES = {Finding.MET: "stop", Finding.NOT_MET: "good", Finding.UNKNOWN: "open"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """One step in words, with its proofs."""

    words: str
    article: str
    reading: str
    unchecked: bool
    proofs: list[Proof]


@dataclass(frozen=True, slots=True, kw_only=True)
class OneLaw:
    """Lapse of time under one law."""

    side: str
    state: str
    title: str
    stage: str
    finding: str
    tone: str
    last: str
    steps: list[Said]
    missing: tuple[str, str] | None
    needs: list[list[tuple[str, str]]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Lapse:
    """One charge: both laws, and where the file asserts otherwise."""

    id: str
    title: str
    laws: list[OneLaw]
    contradictions: list[str]


def lapses(case: Case, read: CaseFile, words: Words) -> list[Lapse]:
    """Every charge of the file, or the request as a whole where none is stated."""
    _, computed = with_lapse(read, library())
    return [
        Lapse(
            id=charge.id,
            title=_title(charge, words),
            laws=[_law(case, each, words) for each in limitations(read, charge, library())],
            contradictions=[
                words.code("fact", each.fact) for each in computed.get(charge.id, ()) if each.contradicts
            ],
        )
        for charge in read.charges or (ChargeFacts(id=""),)
    ]


def printed(case: Case, read: CaseFile, words: Words) -> list[dict[str, Any]]:
    """The same as plain data, for paper."""
    return [asdict(each) for each in lapses(case, read, words)]


def _title(charge: ChargeFacts, words: Words) -> str:
    if not charge.id:
        return words.screen("bothlaws.request")
    return words.screen("requirements.charge", id=charge.id, title=charge.title)


def _law(case: Case, found: Limitation, words: Words) -> OneLaw:
    say = speech(library(), words.language)
    stage = (
        words.code("limitation.stage", found.stage) if found.stage else words.screen("bothlaws.stage-unknown")
    )
    return OneLaw(
        side=words.code("limitation.side", found.side),
        state=words.state(found.state),
        title=found.law.title[words.language] if found.law else "",
        stage=stage,
        finding=words.code("limitation.finding", found.finding),
        tone=_TONES[found.finding],
        last=_last(found.window, words),
        steps=[_step(case, step) for step in steps(found, say, words.day)],
        missing=(found.missing, words.code("fact", found.missing)) if found.missing else None,
        needs=[[(fact, words.code("fact", fact)) for fact in sorted(need)] for need in found.needs],
    )


def _last(window: Window | None, words: Words) -> str:
    if window is None:
        return ""
    if window.low == NEVER:
        return words.screen("bothlaws.never")
    low, high = (words.day(day) if day != NEVER else "" for day in (window.low, window.high))
    if low == high:
        return words.screen("bothlaws.last-day", day=low)
    return words.screen("bothlaws.last-between" if high else "bothlaws.last-from", low=low, high=high)


def _step(case: Case, step: Step) -> Said:
    return Said(
        words=step.words,
        article=step.article,
        reading=step.reading,
        unchecked=not step.checked,
        proofs=proofs(case, step.sources),
    )
