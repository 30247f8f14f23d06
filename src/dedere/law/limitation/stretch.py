"""What makes the whole time longer: the gravest of several offences, and absence that hinders."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from dedere.law.limitation.begin import Running
from dedere.law.limitation.inquiry import Inquiry
from dedere.law.limitation.rules import Doubled, Gravest
from dedere.law.limitation.window import Months, Window


def gravest(rules: Iterable[Gravest], running: Running, ask: Inquiry) -> Running:
    """Of offences that concur, the gravest gives the time."""
    for rule in rules:
        if not (running.term.of and ask.holds_if_it_matters(rule.when, running.window)):
            continue
        months = ask.count(rule.of, 0)
        if months > running.length.exact:
            ask.say("gravest", rule, rule.of, months=months)
            length = Months.whole(months)
            running = replace(running, length=length, window=ask.reach(length.after(running.start)))
    return running


def doubled(rules: Iterable[Doubled], running: Running, ask: Inquiry) -> Running:
    """Absence that hinders doubles the time; where it covered a part only, the text leaves it open."""
    for rule in rules:
        if not ask.holds_if_it_matters(rule.when, running.window):
            continue
        throughout = ask.flag(rule.throughout)
        length = running.length.times(2)
        ask.say("doubled" if throughout else "doubled-in-part", rule, rule.throughout, months=length.words())
        window = length.after(running.start)
        if throughout:
            running = replace(running, length=length, window=ask.reach(window))
        else:
            window = Window(low=running.window.low, high=window.high)
            running = replace(running, window=ask.reach(window))
    return running
