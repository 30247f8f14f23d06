"""The draft of a formal request in two languages: what is on file, and what the treaty asks for besides."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime

from dedere.desk.paper.sheet import Data, sheet, simulated_in
from dedere.desk.paper.words import SPANISH, Pair, Words, both, joined
from dedere.docket.asked import casefile
from dedere.docket.case import Case
from dedere.docket.entries import Charge
from dedere.docket.parts import Track, Undertaking
from dedere.docket.stage import TrackKind
from dedere.law.assess import assess
from dedere.law.assessment import ClauseFinding, Effect
from dedere.law.library import library
from dedere.press import press
from dedere.words import Finding

TREATY = TrackKind.TREATY_EXTRADITION
_STATES = {Finding.MET: "on-file", Finding.NOT_MET: "missing", Finding.UNKNOWN: "not-shown"}


def request(case: Case, *, on: date, at: datetime) -> bytes:
    """Return the draft as PDF/A, as the file stands on a day."""
    return press("desk/paper/request", request_data(case, on=on, at=at), at=at)


def request_data(case: Case, *, on: date, at: datetime) -> Data:
    """Return what the draft shows; a case on another route is drafted as if on the treaty's."""
    frame = sheet(
        SPANISH,
        title=joined(lambda words: words.say("request")),
        reference=case.number,
        simulated=simulated_in(case.lines),
        at=at,
    )
    papers = [_paper(case, found) for found in _papers(case, on)]
    return {
        **frame,
        "simulated": joined(lambda words: words.say("simulated")) if frame["simulated"] else "",
        "page": joined(lambda words: words.say("page")),
        "draft": joined(lambda words: words.say("request-draft")),
        "draft_note": joined(lambda words: words.say("request-note", on=words.day(on))),
        "opening": list(_opening(case)),
        "parts": [
            _part("request-charges", [_charge(each) for each in case.charges], "request-no-charges"),
            _part("request-papers", papers, "request-no-papers"),
            _part(
                "request-undertakings",
                [_undertaking(each) for each in case.undertakings],
                "request-no-undertakings",
            ),
        ],
        "closing": both(lambda words: words.say("request-closing")),
        "signature": joined(lambda words: words.say("request-signature")),
    }


def _opening(case: Case) -> Iterator[Pair]:
    yield both(
        lambda words: words.say(
            "request-opening",
            requesting=words.state(case.requesting),
            requested=words.state(case.requested),
            person=case.person,
        )
    )
    yield both(lambda words: _numbers(case, words))
    other = [track for track in case.tracks if track.kind is not TREATY]
    if other and not case.tracks_of(TREATY):
        yield both(lambda words: words.say("request-other-route", route=words.code("track", other[-1].kind)))


def _numbers(case: Case, words: Words) -> str:
    unknown = words.say("not-known")
    return words.say(
        "request-numbers",
        number=case.number,
        other=case.other_number or unknown,
        nationalities=", ".join(words.state(each) for each in case.nationalities) or unknown,
        aliases="; ".join(case.aliases) or unknown,
    )


def _papers(case: Case, on: date) -> tuple[ClauseFinding, ...]:
    """Return what the instruments of the treaty route ask for in papers, on this day."""
    tracks = case.tracks_of(TREATY) or case.tracks[-1:]
    track = tracks[-1] if tracks else _bare(at=case.opened_at)
    told = replace(casefile(case, track, on), route=TREATY.value)
    charges = assess(told, library()).charges
    return tuple(
        found
        for found in (charges[0].findings if charges else ())
        if found.effect is Effect.DOCUMENT and found.finding is not Finding.NOT_IN_POINT
    )


def _bare(at: datetime | None) -> Track:
    opened = at or datetime.fromisoformat("1970-01-01T00:00:00+00:00")
    return Track(id="", kind=TREATY, basis="", opened_at=opened)


def _part(key: str, items: list[Data], empty: str) -> Data:
    return {
        "title": both(lambda words: words.say(key)),
        "items": items,
        "empty": both(lambda words: words.say(empty)),
    }


def _charge(charge: Charge) -> Data:
    standing = joined(lambda words: words.code("standing", charge.standing))
    return {
        "text": {"es": f"{charge.id}. {charge.title}", "en": f"{charge.id}. {charge.title}"},
        "missing": False,
        "word": standing,
        "citation": charge.provision,
        "evidence": "",
    }


def _paper(case: Case, found: ClauseFinding) -> Data:
    clause = library().clause(found.citation.instrument, found.clause)
    lacking = sorted({fact for need in found.needs for fact in need})
    return {
        "text": {"es": clause.text["es"], "en": clause.text["en"]},
        "missing": found.finding is not Finding.MET,
        "word": joined(lambda words: words.say(_STATES[found.finding])),
        "citation": _cited(found),
        "evidence": "\n".join(joined(lambda words, fact=fact: words.code("fact", fact)) for fact in lacking),  # type: ignore[misc]
    }


def _cited(found: ClauseFinding) -> str:
    cited = joined(lambda words: words.article(found.citation.instrument, found.citation.article))
    unchecked = "" if found.citation.checked else joined(lambda words: words.say("unchecked"))
    return " · ".join(part for part in (cited, unchecked) if part)


def _undertaking(given: Undertaking) -> Data:
    return {
        "text": both(lambda words: words.choice("about", given.about)),
        "missing": False,
        "word": joined(lambda words: words.say("on-file")),
        "citation": f"{given.giver}, {SPANISH.day(given.since.date())}",
        "evidence": given.text,
    }
