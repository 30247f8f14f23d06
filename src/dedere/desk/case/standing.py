"""How a case stands today: its clocks as pictures, its gaps as counts, its undertakings."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from dedere.desk.acts.choices import words_of
from dedere.desk.frame.chips import tone_of
from dedere.desk.frame.citations import cite
from dedere.desk.frame.tags import day
from dedere.desk.wording import code, count, say
from dedere.docket.asked import casefile
from dedere.docket.case import Case
from dedere.docket.clock import clocks
from dedere.docket.parts import Track, Undertaking
from dedere.law.assess import assess
from dedere.law.assessment import Assessment, ClockReading, Combined, Effect
from dedere.law.library import library
from dedere.words import Finding


@dataclass(frozen=True, slots=True, kw_only=True)
class Clock:
    """A clock in words, and the share of its length that has passed, 0 to 100."""

    clause: str
    rule: str
    state: str
    state_words: str
    day: int | None
    of: int
    unit: str
    due: date | None
    share: int
    note: str
    unchecked: bool

    @property
    def live(self) -> bool:
        """Whether its day still matters."""
        return self.state in ("running", "paused", "expired")

    @property
    def tone(self) -> str:
        """The tone of its state's chip."""
        return tone_of("clock-state", self.state)


def assessed(case: Case, track: Track, on: date, *, explained: str = "") -> Assessment:
    """Return the assessment of one track on one day."""
    return assess(casefile(case, track, on), library(), explained=explained)


def running(case: Case, on: date) -> tuple[list[Clock], int]:
    """Return the clocks that started, the most urgent first, and how many have not started."""
    readings = clocks(case, library(), on)
    started = [reading for reading in readings if reading.start]
    order = {"expired": 0, "running": 1, "paused": 2}
    started.sort(key=lambda reading: (order.get(reading.state, 3), str(reading.due)))
    return [told(reading) for reading in started], len(readings) - len(started)


def told(reading: ClockReading) -> Clock:
    """Return one clock in words."""
    passed = min(max(reading.day or 0, 0), reading.of)
    return Clock(
        clause=reading.clause,
        rule=code("clock", reading.rule),
        state=reading.state,
        state_words=code("clock", f"state.{reading.state}"),
        day=reading.day,
        of=reading.of,
        unit=code("unit", reading.unit),
        due=reading.due,
        share=round(100 * passed / reading.of) if reading.of else 0,
        note=" · ".join(_notes(reading)),
        unchecked=not reading.citation.checked,
    )


def _notes(reading: ClockReading) -> Iterable[str]:
    yield cite(reading.citation.instrument, reading.citation.article)
    entry = code("entry", reading.started_by)
    yield say("case.clock-started", start=day(reading.start), entry=entry)
    if reading.stopped_on:
        stopped = code("entry", reading.stopped_by)
        yield say("case.clock-stopped", on=day(reading.stopped_on), entry=stopped)
    else:
        yield say("case.clock-on-expiry", expiry=code("expiry", reading.expiry))


_NEEDED = (Effect.REQUIREMENT, Effect.DOCUMENT, Effect.SCOPE)
_BARS = (Effect.MANDATORY_BAR, Effect.STAY)


def gaps(rows: Iterable[Combined]) -> list[str]:
    """Return, as counts in words, what is unknown, not met, barring, or open to the one who decides."""
    rows = tuple(rows)
    counts = {
        "case.gaps-not-met": _number(rows, _NEEDED, Finding.NOT_MET),
        "case.gaps-bars": _number(rows, _BARS, Finding.MET),
        "case.gaps-unknown": _number(rows, (*_NEEDED, Effect.MANDATORY_BAR), Finding.UNKNOWN),
        "case.gaps-open": _number(rows, (Effect.DISCRETION,), Finding.MET),
    }
    return [count(key, n) for key, n in counts.items() if n]


def _number(rows: tuple[Combined, ...], effects: tuple[Effect, ...], finding: Finding) -> int:
    return sum(row.effect in effects and row.finding is finding for row in rows)


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """An undertaking in words."""

    words: str
    text: str
    notes: list[str]
    sources: tuple[str, ...]


def undertakings(case: Case) -> list[Given]:
    """Return what was promised of this person: by whom, when, on what, for which charges."""
    return [
        Given(
            words=say(
                "case.undertaking-row",
                about=words_of("about", given.about),
                giver=given.giver,
                on=day(given.since),
            ),
            text=given.text,
            notes=list(_of_undertaking(case, given)),
            sources=given.sources,
        )
        for given in case.undertakings
    ]


def _of_undertaking(case: Case, given: Undertaking) -> Iterable[str]:
    over = next((track.surrendered_at for track in case.tracks if track.surrendered_at), None)
    if over:
        yield say("case.undertaking-after" if given.since > over else "case.undertaking-before")
    named = ", ".join(given.charges)
    yield say("case.undertaking-charges", charges=named) if named else say("case.undertaking-all")
    binds = {True: "yes", False: "no", None: "unknown"}[given.authority_to_bind]
    yield say(f"case.undertaking-authority-{binds}")
    yield from (say("case.undertaking-breached", report=report) for report in given.breaches)


def tracks(case: Case) -> list[tuple[Track, str]]:
    """Return each route with when it was opened and on what basis."""
    return [
        (track, say("case.track-since", since=day(track.opened_at), basis=_basis(track)))
        for track in case.tracks
    ]


def _basis(track: Track) -> str:
    known = track.basis in library().instruments
    return cite(track.basis, track.article) if known and track.article else track.basis
