"""Lapse of the penalty: the time in which a sentence may be carried out."""

from __future__ import annotations

from dedere.law.limitation.begin import begun
from dedere.law.limitation.inquiry import Inquiry
from dedere.law.limitation.rules import Doubled, LimitationLaw, Stopped
from dedere.law.limitation.stretch import doubled
from dedere.words import Finding

_SAID = {Finding.NOT_MET: "in-time", Finding.MET: "late", Finding.UNKNOWN: "open"}


def sentence(law: LimitationLaw, ask: Inquiry) -> Finding:
    """Whether the penalty has lapsed on the day; raises Missing or NotEncoded."""
    running = begun(law, "sentence", ask)
    if isinstance(running, Finding):
        return running
    running = doubled(law.of(Doubled, "sentence"), running, ask)
    for rule in law.of(Stopped, "sentence"):
        if not ask.holds_if_it_matters(rule.when, running.window):
            continue
        on = ask.day(rule.at)
        finding = running.window.barred(on)
        ask.say(f"arrested-{_SAID[finding]}", rule, rule.at, on=on)
        if finding is not Finding.MET:
            return finding
    return ask.conclude(running.window)
