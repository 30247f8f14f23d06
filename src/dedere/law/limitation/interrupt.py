"""Acts that begin the time anew, in its first half or at any moment, up to the limit that the law sets."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from fractions import Fraction
from math import ceil, floor

from dedere.law.calendar import day_of, seat_zone
from dedere.law.casefile import Event
from dedere.law.limitation.begin import Running
from dedere.law.limitation.inquiry import Inquiry
from dedere.law.limitation.rules import Interruption, LimitationLaw
from dedere.law.limitation.window import NEVER, Months, Window, later

Act = tuple[date, str]
HALF = Fraction(1, 2)


def interrupted(law: LimitationLaw, running: Running, single: Months, ask: Inquiry) -> Running:
    """The window after every act that is listed, and up to the limit where others may not be.

    ``single`` is the length before it was doubled: the text does not say which of the two the
    limit of one half is taken of, nor whether half the time is counted from the first day or from the
    last act. The window holds both readings.
    """
    for rule in law.of(Interruption):
        window = _limited(rule, _window(rule, law.state, running, ask), running, single)
        if ask.on > window.low and not ask.flag(rule.complete):
            ask.say("acts-incomplete", rule, rule.complete)
            window = Window(low=window.low, high=_limit(rule, running, single).high)
        if window != running.window:
            running = replace(running, window=ask.reach(window))
    return running


def acts_of(rule: Interruption, events: Sequence[Event], state: str, on: date) -> tuple[Act, ...]:
    """The acts that a rule names, up to the day, earliest first, on the days of its State."""
    zone = seat_zone(state)
    acts = ((day_of(event.at, zone), event.kind) for event in events)
    return tuple(sorted((day, kind) for day, kind in acts if kind in rule.by + rule.by_later and day <= on))


def _window(rule: Interruption, state: str, running: Running, ask: Inquiry) -> Window:
    low, high, length = running.window.low, running.window.high, running.length
    first = latest = running.start
    for day, kind in acts_of(rule, ask.events, state, ask.on):
        always = kind in rule.by_later
        counts = day <= high and (always or day <= _half(latest, length).high)
        if day < running.start or not counts:
            ask.say("act-too-late" if day >= running.start else "act-before", rule, on=day, act=kind)
            continue
        surely = day <= low and (always or day <= _half(first, length).low)
        ask.say("interrupted" if surely else "interrupted-perhaps", rule, on=day, act=kind)
        latest, high = day, max(high, length.after(day).high)
        low = max(low, length.after(day).low) if surely else low
    return Window(low=low, high=high)


def _half(start: date, length: Months) -> Window:
    """The day on which half the time has run."""
    return length.times(HALF).after(start)


def _limit(rule: Interruption, running: Running, single: Months) -> Window:
    """The farthest that interruptions may carry the last day."""
    if running.term.id not in rule.capped:
        return Window(low=NEVER, high=NEVER)
    ends = (running.length.exact + single.exact * HALF, running.length.exact * (1 + HALF))
    return Window(low=later(running.start, floor(min(ends))), high=later(running.start, ceil(max(ends))))


def _limited(rule: Interruption, window: Window, running: Running, single: Months) -> Window:
    limit = _limit(rule, running, single)
    low = max(running.window.low, min(window.low, limit.low))
    return Window(low=low, high=max(low, running.window.high, min(window.high, limit.high)))
