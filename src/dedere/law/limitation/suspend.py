"""Days that do not count: each suspension cut to what its rule allows, days under two counted once."""

from __future__ import annotations

from datetime import date

from dedere.law.limitation.inquiry import Inquiry
from dedere.law.limitation.rules import LimitationLaw, Suspension
from dedere.law.limitation.window import NEVER, Window, later

Still = tuple[date, date]


def suspended(law: LimitationLaw, window: Window, until: date, ask: Inquiry) -> Window:
    """The window moved by the days on which the time stood still before it ran out.

    What is not known of a suspension is asked only where the time would be over by ``until``.
    """
    stills: list[Still] = []
    for rule in law.of(Suspension):
        moved = _moved(window, stills)
        if ask.told_to_hold(rule.when) or (until > moved.low and ask.holds(rule.when)):
            stills.append(_still(rule, window, ask))
    moved = _moved(window, stills)
    return ask.reach(moved) if moved != window else window


def _still(rule: Suspension, window: Window, ask: Inquiry) -> Still:
    begin = ask.day(rule.begin)
    ended = ask.flag(rule.ended)
    end = ask.day(rule.end, begin) if ended else NEVER
    for months, holds in ((rule.most_months, True), (rule.most_months_if_early, end <= window.low)):
        if months and holds:
            end = min(end, later(begin, months))
    code = "suspended" if end < NEVER else "suspended-still"
    ask.say(code, rule, rule.begin, rule.end, begin=begin, end=end)
    return begin, end


def _moved(window: Window, stills: list[Still]) -> Window:
    low, high = (_pushed(day, stills) for day in (window.low, window.high))
    return Window(low=low, high=high)


def _pushed(last: date, stills: list[Still]) -> date:
    """The last day pushed on by each stretch of stillness that began on or before it."""
    reached = date.min
    for begin, end in sorted(stills):
        begin = max(begin, reached)
        if begin > last or end <= begin:
            continue
        last = NEVER if end == NEVER else Window(low=last, high=last).moved((end - begin).days).low
        reached = end
    return last
