"""Lapse of the action: the time that runs until a charge is brought, or all the way to a judgment."""

from __future__ import annotations

from datetime import date

from dedere.law.limitation.begin import begun
from dedere.law.limitation.complaint import complained
from dedere.law.limitation.inquiry import Inquiry
from dedere.law.limitation.interrupt import interrupted
from dedere.law.limitation.rules import Brought, Doubled, Gravest, LimitationLaw, Renewed
from dedere.law.limitation.stretch import doubled, gravest
from dedere.law.limitation.suspend import suspended
from dedere.law.limitation.window import Window, later
from dedere.words import Finding


def accusation(law: LimitationLaw, ask: Inquiry) -> Finding:
    """Whether the action has lapsed on the day; raises Missing or NotEncoded."""
    barred = complained(law, ask)
    if barred is not None:
        return barred
    running = begun(law, "accusation", ask)
    if isinstance(running, Finding):
        return running
    single = gravest(law.of(Gravest), running, ask)
    running = doubled(law.of(Doubled), single, ask)
    running = interrupted(law, running, single.length, ask)
    if not law.of(Brought):
        return ask.conclude(running.window)
    return _until_brought(law, running.window, ask)


def _until_brought(law: LimitationLaw, window: Window, ask: Inquiry) -> Finding:
    """The time stops for a charge brought on or before its last day."""
    (rule,) = law.of(Brought)
    on = _brought_on(rule, law, window, ask)
    day = ask.on if on is None else on
    window = suspended(law, window, day, ask)
    if on is not None and window.barred(on) is not Finding.NOT_MET:
        window = _renewed(law, window, on, ask)
    if on is None or window.barred(on) is Finding.UNKNOWN:
        return ask.conclude(window)
    finding = window.barred(on)
    ask.say("brought-in-time" if finding is Finding.NOT_MET else "brought-late", rule, on=on)
    return finding


def _brought_on(rule: Brought, law: LimitationLaw, window: Window, ask: Inquiry) -> date | None:
    """The day of the charge that is pending; None where none is, or where it does not count here."""
    if ask.on <= window.low and ask.told("charge-brought-on") is None:
        return None
    if ask.told("charge-brought-on") is None and not ask.flag("charge-brought"):
        ask.say("not-brought", rule, "charge-brought")
        return None
    if law.side == "requested" and not ask.flag("foreign-charge-counts"):
        ask.say("foreign-charge-does-not-count", rule, "foreign-charge-counts")
        return None
    on = ask.day("charge-brought-on")
    ask.say("brought", rule, "charge-brought-on", on=on)
    return on


def _renewed(law: LimitationLaw, window: Window, on: date, ask: Inquiry) -> Window:
    """A new charge in place of one that was dismissed has months of its own, if the first came in time."""
    for rule in law.of(Renewed):
        if not ask.holds(rule.when):
            continue
        first, dismissed = ask.day("first-charge-brought-on"), ask.day("charge-dismissed-on")
        if first > window.low:
            continue
        grace = later(dismissed, rule.months)
        if dismissed <= window.low:
            grace = later(window.low, rule.months) if window.low <= grace else window.low
        if grace > window.low:
            ask.say("renewed", rule, "charge-dismissed-on", dismissed=dismissed, months=rule.months)
            window = ask.reach(Window(low=grace, high=max(grace, window.high)))
    return window
