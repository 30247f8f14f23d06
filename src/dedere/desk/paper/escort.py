"""The escort record of one person: who, with what, and each hand the person passed through."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from dedere.desk.leg.zones import zone_of
from dedere.desk.paper.manifest import listing, stay_line
from dedere.desk.paper.sheet import Data, pair, part, sheet, simulated_in, standing
from dedere.desk.paper.words import Words
from dedere.docket.case import Case
from dedere.docket.entries import Checked, Entry, GivenOver, Identified, Line, NotTaken, TakenOver
from dedere.docket.handover import Handover, Listed
from dedere.press import press

COLUMNS = ("instants", "what", "detail", "by")
_STEPS = (Identified, Checked, GivenOver, TakenOver, NotTaken)


def escort(handover: Handover, person: Listed, case: Case, words: Words, *, at: datetime) -> bytes:
    """Return one person's escort record as PDF/A."""
    return press("desk/paper/escort", escort_data(handover, person, case, words, at=at), at=at)


def escort_data(handover: Handover, person: Listed, case: Case, words: Words, *, at: datetime) -> Data:
    """Return what the escort record shows."""
    line = listing(handover).get(person.case)
    chain = [each for each in handover.lines if _is_step(each, person.case)]
    return {
        **sheet(
            words,
            title=words.say("escort"),
            reference=f"{handover.id} · {person.case}",
            simulated=simulated_in(chain) or bool(line and line.simulated),
            at=at,
        ),
        "name": person.person,
        "mark": words.marked(simulated_in(case.lines[:1])),
        "standing": standing(words, case, line.sources if line else ()),
        "facts": _facts(handover, person, case, words),
        "parts": list(_parts(person, case, words)),
        "chain_title": words.say("escort-chain"),
        "chain_empty": words.say("escort-chain-empty"),
        "columns": [words.say(column) for column in COLUMNS],
        "chain": [_step(handover, person, each, words) for each in chain],
        "blank_title": words.say("escort-blank"),
        "signatures": [
            words.say(key) for key in ("sign-identified", "sign-checked", "sign-giving", "sign-receiving")
        ],
    }


def _is_step(line: Line, case: str) -> bool:
    return isinstance(line.entry, _STEPS) and line.entry.case == case


def _facts(handover: Handover, person: Listed, case: Case, words: Words) -> list[Data]:
    leg = handover.leg(person.leg)
    return [
        pair(words.say("case"), person.case),
        pair(words.say("nationality"), ", ".join(words.state(each) for each in case.nationalities)),
        pair(words.say("leg"), " · ".join(part for part in (person.leg, person.seat) if part)),
        pair(words.say("day"), words.day(handover.on)),
        pair(words.say("origin"), person.origin or (leg.origin if leg else handover.place)),
        pair(words.say("destination"), person.destination or (leg.destination if leg else "")),
    ]


def _parts(person: Listed, case: Case, words: Words) -> Iterator[Data]:
    none, unrecorded = words.say("none"), words.say("not-recorded")
    identified = [person.identified_how] if person.identified_how else []
    yield part(words.say("escort-identity"), identified, unrecorded)
    yield part(words.say("escort-health"), [person.medical] if person.medical else [], unrecorded)
    cash = [words.say("cash", cash=person.cash)] if person.cash else []
    yield part(words.say("escort-property"), [*person.property, *cash], unrecorded)
    stays = (stay_line(person, stay, words) for stay in case.standing_stays)
    yield part(words.say("escort-stays"), stays, none)
    yield part(words.say("escort-undertakings"), undertaking_lines(case, words), none)


def undertaking_lines(case: Case, words: Words) -> Iterator[str]:
    """Yield each undertaking on file, with its day, its giver and its sources."""
    for given in case.undertakings:
        yield words.say(
            "undertaking-line",
            about=_begun(words.choice("about", given.about)),
            giver=given.giver,
            since=words.day(given.since.date()),
            text=given.text,
            sources=words.proof(given.sources),
        )


def _begun(text: str) -> str:
    return text[:1].upper() + text[1:]


def _step(handover: Handover, person: Listed, line: Line, words: Words) -> Data:
    return {
        "instants": words.instants(line.occurred_at, zone_of(handover, person)),
        "what": words.code("entry", line.entry.code),
        "detail": _detail(line.entry),
        "by": " + ".join(name for name in (line.by, line.second) if name),
        "simulated": words.marked(line.simulated),
    }


def _detail(entry: Entry) -> str:
    match entry:
        case Identified(how=how):
            return how
        case Checked(medical=medical, property=items, cash=cash):
            return "; ".join(each for each in (medical, *items, cash) if each)
        case GivenOver(place=place, officer=officer) | TakenOver(place=place, officer=officer):
            return f"{place}; {officer}"
        case NotTaken(place=place, reason=reason):
            return f"{place}; {reason}"
        case _:
            return ""
