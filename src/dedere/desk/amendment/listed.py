"""The instruments kept here as rows of the law page, with how each stands on a day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from dedere.desk import wording
from dedere.desk.frame.tags import day
from dedere.law.instrument import Instrument
from dedere.law.library import library


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """One instrument in words, with the tone of its state."""

    instrument: Instrument
    title: str
    layer: str
    state: str
    tone: str
    since: str
    binds: str
    unchecked: int


# How it stands, in the order of the page.
_TONES = {"in-force": "good", "not-yet": "open", "no-longer": "quiet", "never": "quiet"}
MANY = 4


def instruments(on: date) -> list[Listed]:
    """Every instrument, those in force first, each group in the order of their dates."""
    known = sorted(
        library().instruments.values(),
        key=lambda each: (_state(each, on), each.in_force or date.max, each.id),
    )
    return [_listed(each, _state(each, on)) for each in known]


def _listed(instrument: Instrument, state: str) -> Listed:
    return Listed(
        instrument=instrument,
        title=instrument.title[wording.language()],
        layer=wording.say(f"amendment.layer.{instrument.layer}"),
        state=wording.say(f"amendment.stands.{state}"),
        tone=_TONES[state],
        since=_since(instrument),
        binds=_binds(instrument),
        unchecked=sum(not clause.citation.checked for clause in instrument.clauses),
    )


def _state(instrument: Instrument, on: date) -> str:
    if instrument.in_force is None:
        return "never"
    if on < instrument.in_force:
        return "not-yet"
    return "no-longer" if instrument.until is not None and on >= instrument.until else "in-force"


def _since(instrument: Instrument) -> str:
    since = day(instrument.in_force)
    if not since or instrument.until is None:
        return wording.say("amendment.since", since=since) if since else ""
    return wording.say("amendment.since-until", since=since, until=day(instrument.until))


def _binds(instrument: Instrument) -> str:
    """Whom it binds: its parties, or the State in the part in which it applies."""
    if len(instrument.parties) > MANY:
        return wording.count("amendment.part.states", len(instrument.parties))
    if instrument.parties or instrument.in_force is None:
        return ", ".join(map(wording.state, instrument.parties)) or wording.say("amendment.part.nobody")
    part = "requested" if instrument.requested else "requesting"
    return wording.say(
        f"amendment.part.{part}", state=wording.state(instrument.requested or instrument.requesting)
    )
