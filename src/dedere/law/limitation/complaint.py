"""Offences pursued on complaint: the time in which it must be made, before the general rules are reached."""

from __future__ import annotations

from datetime import date

from dedere.law.limitation.begin import governing, starting
from dedere.law.limitation.inquiry import Inquiry
from dedere.law.limitation.interrupt import HALF, acts_of
from dedere.law.limitation.rules import Complaint, Interruption, LimitationLaw, Term
from dedere.law.limitation.window import Months, Window, later
from dedere.words import Finding

Lengths = tuple[tuple[date, int], ...]


def complained(law: LimitationLaw, ask: Inquiry) -> Finding | None:
    """A finding where the want of a complaint settles it; None where the general rules go on."""
    for rule in law.of(Complaint):
        if not ask.holds(law.scope) or governing(law, Term, "accusation", ask).unlimited:
            return None
        if ask.holds(rule.when):
            return _made(rule, law, ask)
    return None


def _made(rule: Complaint, law: LimitationLaw, ask: Inquiry) -> Finding | None:
    on = ask.day("complaint-made-on") if ask.flag("complaint-made") else None
    day = ask.on if on is None else on
    window = _extended(law, rule, *_limit(rule, law, ask), day, ask)
    if on is None:
        ask.say("complaint-not-made", rule, "complaint-made")
        return ask.conclude(window)
    finding = window.barred(on)
    ask.say(f"complaint-{_SAID[finding]}", rule, "complaint-made-on", on=on)
    return None if finding is Finding.NOT_MET else finding


_SAID = {Finding.NOT_MET: "in-time", Finding.MET: "late", Finding.UNKNOWN: "open"}


def _limit(rule: Complaint, law: LimitationLaw, ask: Inquiry) -> tuple[Window, Lengths]:
    """The last day for the complaint, and what it was measured from.

    Where the offence and the offender became known late in the longer time, the text does not say
    whether the shorter one may end after it: the window holds both readings.
    """
    start = starting(law, "accusation", None, ask)
    outer = later(start, rule.months_without_knowledge)
    ask.say("complaint-term", rule, months=rule.months, without=rule.months_without_knowledge)
    if not ask.flag("complaint-known"):
        return Window(low=outer, high=outer), ((start, rule.months_without_knowledge),)
    known = ask.day("complaint-known-on", start)
    ask.say("complaint-known", rule, "complaint-known-on", on=known)
    if known > outer:
        return Window(low=outer, high=outer), ((start, rule.months_without_knowledge),)
    year = later(known, rule.months)
    lengths = ((start, rule.months_without_knowledge), (known, rule.months))
    return Window(low=min(year, outer), high=year), lengths


def _extended(
    law: LimitationLaw, rule: Complaint, window: Window, lengths: Lengths, day: date, ask: Inquiry
) -> Window:
    """Acts before it is over may carry it on by one half at most; the text says no more of when."""
    for each in law.of(Interruption):
        if rule.id not in each.capped:
            continue
        acts = [act for act in acts_of(each, ask.events, law.state, ask.on) if act[0] <= window.high]
        if acts or (day > window.low and not ask.flag(each.complete)):
            ask.say("complaint-extended", each)
            longer = ((start, Months.whole(months).times(1 + HALF)) for start, months in lengths)
            high = max(length.after(start).high for start, length in longer)
            window = Window(low=window.low, high=max(window.high, high))
    return ask.reach(window)
