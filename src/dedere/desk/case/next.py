"""The one next thing of a case: what it is, under which article, who must act, and the button."""

from __future__ import annotations

from dataclasses import dataclass, field
from urllib.parse import urlencode

from django.urls import reverse

from dedere.desk.frame.citations import cite
from dedere.desk.frame.tags import day
from dedere.desk.wording import code, say
from dedere.docket.case import Case
from dedere.docket.entries import ListedForHandover
from dedere.law.assessment import Assessment, NextThing
from dedere.law.library import library


@dataclass(frozen=True, slots=True, kw_only=True)
class Next:
    """What to do next, in words; the button and its address are empty where there is nothing to press."""

    words: str
    details: list[str] = field(default_factory=list)
    button: str = ""
    address: str = ""


def next_of(case: Case, assessment: Assessment | None) -> Next:
    """Return the one next thing: a signature first, then a manifest, then what the law asks for."""
    if case.closed:
        return Next(words=say("case.closed"))
    if case.proposals:
        return _signature(case)
    if case.listed:
        return _handover(case)
    if not case.tracks:
        return _open_track(case)
    if assessment and assessment.next:
        return _of_law(case, assessment.next)
    return Next(words=say("case.next-none"), button=say("case.do-act"), address=_to("acts:list", case.number))


def _signature(case: Case) -> Next:
    waiting = case.proposals[0]
    return Next(
        words=say("case.next-sign", act=code("act", waiting.act)),
        details=[say("case.by", by=waiting.by)],
        button=say("case.do-sign"),
        address=_to("acts:sign", case.number, waiting.line),
    )


def _handover(case: Case) -> Next:
    entries = (line.entry for line in reversed(case.lines))
    on = next((day(entry.on) for entry in entries if isinstance(entry, ListedForHandover)), "")
    return Next(
        words=say("case.next-handover", title=case.listed, on=on),
        button=say("case.do-handover"),
        address=_to("handover:board", case.listed),
    )


def _open_track(case: Case) -> Next:
    return Next(
        words=say("case.next-open-track"),
        button=say("case.do-open-track"),
        address=_to("acts:record", case.number, "open-track"),
    )


def _of_law(case: Case, thing: NextThing) -> Next:
    details = [cite(thing.citation.instrument, thing.citation.article)]
    if thing.needs:
        details.append(say("case.next-missing", needs="; ".join(code("fact", fact) for fact in thing.needs)))
    if thing.decider:
        details.append(say("case.next-by", decider=code("decider", thing.decider)))
    if thing.due:
        details.append(say("case.next-due", due=day(thing.due)))
    words = code("next", thing.code)
    button, address = _button(case, thing)
    return Next(words=words[:1].upper() + words[1:], details=details, button=button, address=address)


def _button(case: Case, thing: NextThing) -> tuple[str, str]:
    """Offer the act that the next thing asks for, or the page on which it can be read."""
    if thing.code in ("settle-facts", "lacking") and thing.needs and thing.needs[0] in library().facts:
        address = _to("acts:record", case.number, "establish-fact")
        return say("case.do-fact"), f"{address}?{urlencode({'fact': thing.needs[0]})}"
    if thing.code == "assurance-needed":
        return say("case.do-undertaking"), _to("acts:record", case.number, "record-undertaking")
    if thing.code in ("clock-runs", "clock-expired"):
        return say("case.do-act"), _to("acts:list", case.number)
    return say("case.do-requirements"), _to("requirements:page", case.number)


def _to(name: str, *place: object) -> str:
    return reverse(name, args=place)
