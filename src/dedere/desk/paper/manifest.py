"""The manifest: who goes, on which leg and seat, how each gate stands, who decided to go."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime

from dedere.desk.handover.board import cell
from dedere.desk.paper.sheet import Data, pair, part, sheet, simulated_in, standing
from dedere.desk.paper.words import Words
from dedere.docket.case import Case
from dedere.docket.choices import GATES
from dedere.docket.entries import Line, PersonListed
from dedere.docket.handover import Handover, Listed, gates_of
from dedere.docket.handover.parts import Separation
from dedere.docket.parts import Stay
from dedere.press import press

Cases = Mapping[str, Case]
COLUMNS = ("number", "case", "person", "nationality", "leg", "destination")


def manifest(handover: Handover, cases: Cases, words: Words, *, at: datetime) -> bytes:
    """Return the manifest as PDF/A; ``cases`` hold everyone listed."""
    return press("desk/paper/manifest", manifest_data(handover, cases, words, at=at), at=at)


def manifest_data(handover: Handover, cases: Cases, words: Words, *, at: datetime) -> Data:
    """Return what the manifest shows."""
    listed = listing(handover)
    return {
        **sheet(
            words,
            title=words.say("manifest"),
            reference=handover.id,
            simulated=simulated_in(handover.lines),
            at=at,
        ),
        "facts": facts(handover, words),
        "summary": _summary(handover, cases, words),
        "gates": [words.code("gate", gate) for gate in GATES],
        "columns": [words.say(column) for column in COLUMNS],
        "people": [
            _row(handover, cases, words, ordinal, person, listed.get(person.case))
            for ordinal, person in enumerate(handover.active, 1)
        ],
        "legend": words.say("manifest-legend"),
        "parts": list(_parts(handover, cases, words)),
        "signatures": [words.say("sign-giving"), words.say("sign-receiving")],
    }


def listing(handover: Handover) -> dict[str, Line]:
    """Return for each case the line that listed it last, with its sources."""
    return {line.entry.case: line for line in handover.lines if isinstance(line.entry, PersonListed)}


def facts(handover: Handover, words: Words) -> list[Data]:
    """Return what is told of the whole: title, day, place, parties, legal basis."""
    parties = f"{words.state(handover.giving)} · {words.state(handover.receiving)}"
    return [
        pair(words.say("what"), handover.title),
        pair(words.say("day"), words.day(handover.on)),
        pair(words.say("place"), handover.place),
        pair(words.say("parties"), parties),
        pair(words.say("basis"), words.code("track", handover.basis)),
    ]


def _summary(handover: Handover, cases: Cases, words: Words) -> str:
    if handover.locked:
        return words.say("manifest-locked")
    missing = [_missing(handover, cases, person) for person in handover.active]
    if not any(missing):
        return words.say("manifest-ready")
    return words.say("manifest-gaps", gaps=sum(missing), persons=sum(each > 0 for each in missing))


def _missing(handover: Handover, cases: Cases, person: Listed) -> int:
    return sum(gate.state == "missing" for gate in gates_of(handover, person, cases))


def _row(
    handover: Handover, cases: Cases, words: Words, ordinal: int, person: Listed, line: Line | None
) -> Data:
    case = cases.get(person.case)
    cells = [cell(gate) for gate in gates_of(handover, person, cases)]
    return {
        "place": str(ordinal),
        "case": person.case,
        "name": person.person,
        "standing": standing(words, case, line.sources if line else ()),
        "simulated": words.marked(bool(line and line.simulated)),
        "nationality": ", ".join(case.nationalities) if case else "",
        "leg": " · ".join(part for part in (person.leg, person.seat) if part),
        "destination": person.destination,
        "gates": [{"sign": each.sign, "open": each.kind in ("gap", "open")} for each in cells],
    }


def _parts(handover: Handover, cases: Cases, words: Words) -> Iterator[Data]:
    legs = (
        words.say(
            "leg-line",
            leg=leg.id,
            carrier=leg.carrier,
            origin=leg.origin,
            destination=leg.destination,
            seats=leg.seats or "–",
        )
        for leg in handover.legs
    )
    yield part(words.say("manifest-legs"), legs, words.say("none"))
    apart = (_apart(handover, words, rule) for rule in handover.separations)
    yield part(words.say("manifest-separations"), apart, words.say("none"))
    yield part(words.say("manifest-stays"), stay_lines(handover, cases, words), words.say("none"))
    yield part(words.say("manifest-decision"), _decision(handover, words), words.say("no-decision"))


def _apart(handover: Handover, words: Words, rule: Separation) -> str:
    first, second = (
        person.person if person else case
        for case in (rule.first, rule.second)
        for person in [handover.listed(case)]
    )
    key = "separation-leg" if rule.apart == "leg" else "separation-seat"
    return words.say(key, first=first, second=second, reason=rule.reason)


def stay_lines(handover: Handover, cases: Cases, words: Words) -> Iterator[str]:
    """Yield each stay that stands for somebody listed, with its court and its sources."""
    for person in handover.active:
        case = cases.get(person.case)
        for stay in case.standing_stays if case else ():
            yield stay_line(person, stay, words)


def stay_line(person: Listed, stay: Stay, words: Words) -> str:
    """Return one stay in words."""
    return words.say(
        "stay-line",
        case=person.case,
        person=person.person,
        court=stay.court,
        since=words.day(stay.since.date()),
        covers=words.choice("covers", stay.covers),
        sources=words.proof(stay.sources),
    )


def _decision(handover: Handover, words: Words) -> Iterator[str]:
    decision = handover.decision
    if decision is None:
        return
    both = " + ".join(name for name in (decision.by, decision.second) if name)
    key = "go" if decision.go else "no-go"
    yield words.say(key, by=both, at=words.instant(decision.at), reason=decision.reason)
    for gap in decision.accepted:
        number, _, gate = gap.partition(":")
        person = handover.listed(number)
        named = f"{person.person if person else number} ({number}): {words.code('gate', gate)}"
        yield words.say("accepted", by=both, gap=named)
