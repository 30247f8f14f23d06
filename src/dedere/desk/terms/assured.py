"""The page of assurances: each one in words, the bars that it cures or why not, the court's questions."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from dedere.desk.case.proof import Proof, proofs
from dedere.desk.frame.citations import cite
from dedere.desk.frame.tags import day
from dedere.desk.wording import code, language, say
from dedere.docket.case import Case
from dedere.law.assess import assess
from dedere.law.assurances.assurance import Assurance
from dedere.law.assurances.bars import Bar, bars
from dedere.law.assurances.cover import CURES, standing
from dedere.law.assurances.questions import asked, othman
from dedere.law.casefile import CaseFile
from dedere.law.library import library
from dedere.words import Finding

_TONES = {"stands": "good", "fulfilled": "good", "breached": "stop", "withdrawn": "stop", "expired": "late"}
_BARRING = {Finding.MET: "stop", Finding.NOT_MET: "good", Finding.UNKNOWN: "open"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """One question with its answer, or open."""

    id: str
    place: str
    text: str
    answer: str
    proofs: list[Proof]


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """One assurance in words; ``facts`` are pairs of a label and words."""

    id: str
    title: str
    standing: str
    tone: str
    text: str
    facts: list[tuple[str, str]]
    changes: list[tuple[str, str, list[Proof]]]
    questions: list[Asked]
    proofs: list[Proof]


@dataclass(frozen=True, slots=True, kw_only=True)
class Barred:
    """One bar for one charge, with what each assurance does to it."""

    article: str
    unchecked: bool
    kind: str
    charge: str
    asks: str
    finding: str
    tone: str
    decides: str
    offered: list[tuple[str, str, str]]


def assured(case: Case, read: CaseFile | None) -> dict[str, object]:
    """Return what the page shows."""
    if read is None:
        return {"assurances": [], "bars": [], "checklist": othman()}
    return {
        "assurances": [_shown(case, each, read.on) for each in read.assurances],
        "bars": [_bar(case, bar) for bar in bars(read, assess(read, library()))],
        "checklist": othman().title[language()],
        "judgment": othman().judgment,
        "unchecked": not othman().checked,
    }


def _shown(case: Case, assurance: Assurance, on: date) -> Shown:
    stands = standing(assurance, on)
    return Shown(
        id=assurance.id,
        title=say("terms.assurance", about=code("assurance-about", assurance.about), giver=assurance.giver),
        standing=code("assurance-standing", stands),
        tone=_TONES.get(stands, "quiet"),
        text=assurance.text,
        facts=[(say(f"terms.{key}"), words) for key, words in _facts(case, assurance) if words],
        changes=[
            (day(each.on), _change(each.kind, each.note), proofs(case, each.sources))
            for each in assurance.changes
        ],
        questions=[
            Asked(
                id=question.id,
                place=question.place,
                text=question.text[language()],
                answer=answer.answer if answer else "",
                proofs=proofs(case, answer.sources) if answer else [],
            )
            for question, answer in asked(assurance)
        ],
        proofs=proofs(case, assurance.sources),
    )


def _change(kind: str, note: str) -> str:
    words = code("assurance-change", kind)
    return f"{words}: {note}" if note else words


def _facts(case: Case, assurance: Assurance) -> Iterable[tuple[str, str]]:
    yield "given-on", _given(case, assurance)
    yield "addressee", assurance.addressee
    authority = code("assurance-authority", assurance.authority)
    yield "authority", f"{authority} ({assurance.authority_by})" if assurance.authority_by else authority
    yield "person", code("assurance-person", assurance.person)
    yield "charges", ", ".join(assurance.charges) or say("terms.every-charge")
    yield "from", day(assurance.begins_on) if assurance.begins_on else ""
    yield "until", day(assurance.until) if assurance.until else say("terms.no-end")
    yield "conditions", assurance.conditions
    yield "form", code("assurance-form", assurance.form)
    yield "text-of", code("assurance-text", assurance.text_of)


def _given(case: Case, assurance: Assurance) -> str:
    """The day it was given, and whether the person had been given up by then."""
    over = next((track.surrendered_at for track in case.tracks if track.surrendered_at), None)
    given = day(assurance.given_on)
    if over is None:
        return given
    key = "after" if assurance.given_on > over.date() else "before"
    return f"{given}, {say(f'case.undertaking-{key}')}"


def _bar(case: Case, bar: Bar) -> Barred:
    titles = {charge.id: charge.title for charge in case.charges}
    named = say("terms.charge", id=bar.charge, title=titles.get(bar.charge, "")) if bar.charge else ""
    return Barred(
        article=cite(bar.citation.instrument, bar.citation.article),
        unchecked=not bar.citation.checked,
        kind=code("kind", bar.kind),
        charge=named,
        asks=code("fact", bar.asks),
        finding=say(f"terms.bar-{bar.finding.value}"),
        tone=_BARRING.get(bar.finding, "quiet"),
        decides=code("decider", bar.decider),
        offered=[
            (each.assurance, code("assurance-why", each.why), _offered(each.why, open_to=each.open))
            for each in bar.offered
        ],
    )


def _offered(why: str, *, open_to: bool) -> str:
    return "good" if why == CURES else "open" if open_to else "quiet"
