"""The certificate of a handover, in Spanish and English side by side, neither before the other in weight."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import datetime

from dedere.desk.leg.zones import zone_of
from dedere.desk.paper.manifest import listing, stay_line
from dedere.desk.paper.sheet import Data, sheet, simulated_in, standing
from dedere.desk.paper.words import SPANISH, Pair, Words, both, joined
from dedere.docket.case import Case
from dedere.docket.entries import HandoverCorrected, HandoverReported, Line
from dedere.docket.handover import Handover, Listed, Step
from dedere.docket.parts import Undertaking
from dedere.press import press

Cases = Mapping[str, Case]
COLUMNS = ("number", "case", "person", "outcome", "instants")
_OUTCOMES = {
    Step.TAKEN_OVER: "outcome-taken",
    Step.NOT_TAKEN: "outcome-not-taken",
    Step.GIVEN_OVER: "outcome-given",
    Step.STRUCK: "outcome-struck",
}


def certificate(handover: Handover, cases: Cases, *, at: datetime) -> bytes:
    """Return the bilingual certificate as PDF/A; before the lock it says that it is a draft."""
    return press("desk/paper/certificate", certificate_data(handover, cases, at=at), at=at)


def certificate_data(handover: Handover, cases: Cases, *, at: datetime) -> Data:
    """Return what the certificate shows."""
    frame = sheet(
        SPANISH,
        title=joined(lambda words: words.say("certificate")),
        reference=handover.id,
        simulated=simulated_in(handover.lines),
        at=at,
    )
    listed = listing(handover)
    return {
        **frame,
        **_said_twice(frame, handover),
        "state": None if handover.locked else both(lambda words: words.say("certificate-open")),
        "statements": list(_statements(handover)),
        "columns": [_said(column) for column in COLUMNS],
        "people": [
            _row(handover, cases, ordinal, person, listed.get(person.case))
            for ordinal, person in enumerate(handover.persons, 1)
        ],
        "parts": list(_parts(handover, cases)),
        "signatures": [_said(key) for key in ("sign-giving", "sign-receiving")],
    }


def _said(key: str) -> str:
    return joined(lambda words: words.say(key))


def _said_twice(frame: Data, handover: Handover) -> Data:
    """Say the frame's own words in both languages too."""
    mark = joined(lambda words: words.say("simulated")) if frame["simulated"] else ""
    return {"simulated": mark, "page": joined(lambda words: words.say("page"))}


def _statements(handover: Handover) -> Iterator[Pair]:
    key = "certificate-parties" if handover.locked else "certificate-parties-open"
    yield both(
        lambda words: words.say(
            key,
            giving=words.state(handover.giving),
            receiving=words.state(handover.receiving),
            id=handover.id,
            on=words.day(handover.on),
            place=handover.place or words.say("not-known"),
        )
    )
    yield both(lambda words: words.say("certificate-basis", basis=words.code("track", handover.basis)))
    steps = [person.step for person in handover.active]
    counts = {
        "listed": len(steps),
        "taken": steps.count(Step.TAKEN_OVER),
        "refused": steps.count(Step.NOT_TAKEN),
    }
    yield both(lambda words: words.say("certificate-counts", **counts))
    if reported(handover):
        yield both(lambda words: words.say("certificate-reported"))
    yield both(lambda words: words.say("certificate-standing"))


def _row(handover: Handover, cases: Cases, ordinal: int, person: Listed, line: Line | None) -> Data:
    case, sources = cases.get(person.case), line.sources if line else ()
    at = person.taken_at or person.given_at
    officers = {"giving": person.giving_officer or "–", "receiving": person.receiving_officer or "–"}
    stands = joined(lambda words: standing(words, case))
    named = f"{stands} · {SPANISH.say('sources', ids=', '.join(sources))}" if sources else stands
    return {
        "place": str(ordinal),
        "case": person.case,
        "name": person.person,
        "standing": named,
        "simulated": joined(lambda words: words.marked(bool(line and line.simulated))),
        "outcome": joined(lambda words: words.say(_OUTCOMES.get(person.step, "outcome-listed"))),
        "instants": _when(handover, person, at) if at else [],
        "officers": joined(lambda words: words.say("certificate-officers", **officers)) if at else "",
    }


def _when(handover: Handover, person: Listed, at: datetime) -> list[str]:
    """The instant in both zones; of a handover known from sources, the day that they give and no hour."""
    if not reported(handover):
        return SPANISH.instants(at, zone_of(handover, person))
    return [joined(lambda words: words.say("certificate-day-reported", on=words.day(at.date())))]


def reported(handover: Handover) -> bool:
    """Whether the handover is known from published sources alone."""
    return any(isinstance(line.entry, HandoverReported) for line in handover.lines)


def _parts(handover: Handover, cases: Cases) -> Iterator[Data]:
    yield _part("certificate-stays", list(_stays(handover, cases)))
    yield _part("certificate-undertakings", list(_undertakings(handover, cases)))
    corrections = [each for each in handover.lines if isinstance(each.entry, HandoverCorrected)]
    if corrections:
        yield _part("certificate-corrections", [_correction(line) for line in corrections])


def _part(key: str, rows: list[Pair]) -> Data:
    none = both(lambda words: words.say("certificate-none"))
    return {"title": both(lambda words: words.say(key)), "rows": rows or [none]}


def _stays(handover: Handover, cases: Cases) -> Iterator[Pair]:
    """Yield the stays named when each person was given up, or that stand while nobody was."""
    for person in handover.persons:
        case = cases.get(person.case)
        for stay in case.stays if case else ():
            if stay.id in person.despite_stays or (stay.standing and person.step is not Step.STRUCK):
                yield both(lambda words, stay=stay, person=person: stay_line(person, stay, words))  # type: ignore[misc]


def _undertakings(handover: Handover, cases: Cases) -> Iterator[Pair]:
    """Yield each undertaking once, with how many of those listed it covers."""
    found: dict[str, Undertaking] = {}
    covered: dict[str, int] = defaultdict(int)
    for person in handover.active:
        for given in cases[person.case].undertakings if person.case in cases else ():
            found.setdefault(given.id, given)
            covered[given.id] += 1
    for id, given in found.items():
        said = both(lambda words, given=given, id=id: _undertaking(words, given, covered[id]))  # type: ignore[misc]
        yield {**said, "note": given.text}


def _undertaking(words: Words, given: Undertaking, count: int) -> str:
    return words.say(
        "certificate-undertaking",
        about=words.choice("about", given.about),
        giver=given.giver,
        since=words.day(given.since.date()),
        count=count,
        sources=words.proof(given.sources),
    )


def _correction(line: Line) -> Pair:
    entry = line.entry
    assert isinstance(entry, HandoverCorrected)  # noqa: S101  (told to mypy)
    facts = {"line": entry.line, "reason": entry.reason, "holds": entry.holds or "–"}
    return both(lambda words: words.say("correction-line", **facts))
