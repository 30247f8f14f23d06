"""Clocks: what started one, whose receipt stopped it, where it stands on the day, what expiry does.

The events of a case are read in the order of time. A clock that stands, stopped or expired is
started again by a later start; while it runs, a further start changes nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, tzinfo

from dedere.law.assessment import ClockReading
from dedere.law.calendar import Calendar, CalendarNotCovered, day_of, seat_zone
from dedere.law.casefile import CaseFile, Event
from dedere.law.instrument import Clause, ClockRule
from dedere.law.library import Library
from dedere.law.plan import plan
from dedere.law.tally import Pause, Tally, tally
from dedere.words import Finding


def read_clocks(casefile: CaseFile, library: Library) -> tuple[ClockReading, ...]:
    """Read every clock of the instruments in force; those not started stand too, without days.

    A clock whose guard does not hold, or that is limited to another direction or route, is left
    out. One that counts working days outside its calendar's years is ``not-covered``.
    """
    clauses = plan(library, casefile).clocks
    if not clauses:
        return ()
    happened = _in_order(casefile)
    values = {name: known.value for name, known in casefile.facts.items()}
    return tuple(
        read_clock(clause, happened, casefile.on, library.calendars)
        for clause in clauses
        if clause.question.kleene(values) is not Finding.NOT_IN_POINT
    )


Dated = tuple[date, Event]


def _in_order(casefile: CaseFile) -> tuple[Dated, ...]:
    zone = seat_zone(casefile.requested)
    dated = ((day_of(event.at, zone), event) for event in casefile.events)
    return tuple(sorted((row for row in dated if row[0] <= casefile.on), key=lambda row: _moment(row, zone)))


def _moment(row: Dated, zone: tzinfo) -> tuple[date, float]:
    at = row[1].at
    return row[0], at.timestamp() if isinstance(at, datetime) else 0.0


@dataclass(slots=True)
class _Run:
    """One run of a clock while its events are read."""

    count: Tally
    start: date
    started_by: str
    pauses: list[Pause] = field(default_factory=list)
    paused_by: list[str] = field(default_factory=list)
    stopped_on: date | None = None
    stopped_by: str = ""

    def pause(self, since: date, by: str) -> None:
        """Stand still from a day on, for a recorded cause."""
        self.pauses.append((since, None))
        self.paused_by.append(by)

    def over(self, day: date) -> bool:
        """Whether it stopped, or its last day passed before this one."""
        return self.stopped_on is not None or day > self.count.due(day, self.pauses)


def read_clock(
    clause: Clause, happened: Sequence[Dated], on: date, calendars: Mapping[str, Calendar]
) -> ClockReading:
    """Read one clock on a day, from the events up to that day in order of time."""
    rule = clause.clock
    if rule is None:
        raise TypeError(f"{clause.id} is no clock")
    if not any(event.kind in rule.start for _, event in happened):
        return _reading(clause, rule)
    try:
        run = _run(rule, happened, calendars.get(rule.calendar))
        return _running(clause, rule, run, on) if run else _reading(clause, rule)
    except CalendarNotCovered:
        return _reading(clause, rule, state="not-covered", **_started(rule, happened))


def _started(rule: ClockRule, happened: Iterable[Dated]) -> dict[str, object]:
    day, event = [row for row in happened if row[1].kind in rule.start][-1]
    return {"start": day, "started_by": event.kind}


def _run(rule: ClockRule, happened: Iterable[Dated], calendar: Calendar | None) -> _Run | None:
    run: _Run | None = None
    open_pauses: dict[int, date] = {}
    for day, event in happened:
        if event.kind in rule.start and (run is None or run.over(day)):
            run = _Run(tally(rule, day, calendar), day, event.kind)
            if open_pauses:
                first = min(open_pauses, key=lambda place: open_pauses[place])
                run.pause(min(day, open_pauses[first]), rule.pause[first])
        _still(rule, event.kind, day, open_pauses, run)
        if run is not None and run.stopped_on is None and _stops(rule, event):
            run.stopped_on, run.stopped_by = day, event.kind
    return run


def _stops(rule: ClockRule, event: Event) -> bool:
    return event.kind in rule.stop and rule.stop_office in ("", event.office)


def _still(rule: ClockRule, kind: str, day: date, open_pauses: dict[int, date], run: _Run | None) -> None:
    """Open or close a pause; it stands still while any of its pauses is open."""
    was = bool(open_pauses)
    if kind in rule.pause:
        open_pauses.setdefault(rule.pause.index(kind), day)
    if kind in rule.resume:
        open_pauses.pop(rule.resume.index(kind), None)
    if run is None or run.stopped_on is not None or was == bool(open_pauses):
        return
    if open_pauses and not run.over(day):
        run.pause(day, kind)
    elif run.pauses and run.pauses[-1][1] is None:
        run.pauses[-1] = (run.pauses[-1][0], day)


def _running(clause: Clause, rule: ClockRule, run: _Run, on: date) -> ClockReading:
    until = run.stopped_on or on
    due = run.count.due(until, run.pauses)
    return _reading(
        clause,
        rule,
        state=_state(run, due, on),
        of=run.count.of,
        start=run.start,
        due=due,
        day=run.count.elapsed(until, run.pauses),
        stopped_on=run.stopped_on,
        started_by=run.started_by,
        stopped_by=run.stopped_by,
        pauses=tuple(run.pauses),
        paused_by=tuple(run.paused_by),
    )


def _state(run: _Run, due: date, on: date) -> str:
    if (run.stopped_on or on) > due:
        return "expired"
    if run.stopped_on is not None:
        return "stopped"
    return "paused" if run.pauses and run.pauses[-1][1] is None else "running"


def _reading(clause: Clause, rule: ClockRule, **read: object) -> ClockReading:
    fixed = {"state": "not-started", "of": rule.length} | read
    return ClockReading(
        rule=rule.rule,
        citation=clause.citation,
        clause=clause.id,
        reserved=clause.reserved,
        unit="working-days" if rule.unit == "working-days" else "days",
        length=rule.length,
        length_unit=rule.unit,
        from_next_day=rule.from_next_day,
        expiry=rule.expiry,
        calendar=rule.calendar,
        decider=clause.decider,
        **fixed,  # type: ignore[arg-type]  # the fields named above, each of its type
    )
