"""Where a computation begins: the law that reaches the offence, its term, and the day it runs from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from dedere.law.limitation.inquiry import EARLIEST, Inquiry
from dedere.law.limitation.measure import measured
from dedere.law.limitation.rules import Kind, LimitationLaw, Rule, Start, Term
from dedere.law.limitation.window import Months, Window
from dedere.words import Finding


class NotEncoded(Exception):
    """No rule is encoded for what was reached; a line says so."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Running:
    """A time that runs: since when, under which term, how long, and until when at present."""

    start: date
    term: Term
    length: Months
    window: Window


def begun(law: LimitationLaw, stage: str, ask: Inquiry) -> Running | Finding:
    """Term and start; a finding at once where no time runs. Raises NotEncoded where no rule is."""
    if not ask.holds(law.scope):
        raise _not_encoded("out-of-scope", None, ask)
    term = governing(law, Term, stage, ask)
    if term.unlimited:
        ask.say("unlimited", term)
        return Finding.NOT_MET
    if term.running_while and ask.flag(term.running_while):
        ask.say("running-while", term, term.running_while, fact=term.running_while)
        return Finding.NOT_MET
    start = starting(law, stage, term, ask)
    length = measured(law, term, ask)
    window = length.after(start)
    ask.say("term", term, months=length.words())
    ask.reach(window)
    return Running(start=start, term=term, length=length, window=_held_open(term, window, ask))


def governing(law: LimitationLaw, kind: type[Kind], stage: str, ask: Inquiry) -> Kind:
    """The first rule of a kind whose condition holds; raises NotEncoded where none does."""
    for rule in law.of(kind, stage):
        if ask.holds(rule.when):
            return rule
    raise _not_encoded("no-rule", None, ask)


def starting(law: LimitationLaw, stage: str, term: Term | None, ask: Inquiry) -> date:
    """The day it runs from; raises NotEncoded where the wording of that time is not encoded."""
    rule = governing(law, Start, stage, ask)
    offence = ask.told("offence-on")
    first = offence if isinstance(offence, date) else EARLIEST
    days = {fact: ask.day(fact, first) for fact in rule.at}
    fact = max(days, key=lambda each: days[each])
    ask.say("start", rule, fact, start=days[fact], fact=fact)
    since = (term and term.since) or law.since
    if days[fact] < since:
        raise _not_encoded("earlier-wording", term, ask, since=since)
    return days[fact]


def _held_open(term: Term, window: Window, ask: Inquiry) -> Window:
    """A term that is not over before a day of its own, such as that of the child's death."""
    if not term.until:
        return window
    day = ask.day(term.until)
    ask.say("not-before", term, term.until, day=day)
    return Window(low=max(window.low, day), high=max(window.high, day))


def _not_encoded(code: str, rule: Rule | None, ask: Inquiry, **facts: date) -> NotEncoded:
    ask.say(code, rule, **facts)
    return NotEncoded(code)
