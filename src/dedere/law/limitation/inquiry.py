"""Asking for facts one at a time: what is known is taken, what is not stops the computation there."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import cast

from dedere.law.casefile import Event, Value
from dedere.law.limitation.rules import Rule
from dedere.law.limitation.window import NEVER, Window
from dedere.law.logic import Condition, facts_of
from dedere.law.vocabulary import Vocabulary
from dedere.words import Citation, Finding

# Days that stand for every earlier one; months that stand for every longer penalty.
EARLIEST, LONGEST = date(1900, 1, 1), 12_000


class Missing(Exception):
    """A fact that is not known; ``choices`` stand for every value that it may have."""

    def __init__(self, fact: str, choices: tuple[Value, ...]) -> None:
        super().__init__(fact)
        self.fact, self.choices = fact, choices


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One step of the computation: a code with words, the rule it rests on, and what it fills in."""

    code: str
    citation: Citation | None = None
    facts: Mapping[str, Value] = field(default_factory=dict)
    sources: tuple[str, ...] = ()


@dataclass(slots=True, kw_only=True)
class Inquiry:
    """What one run of a computation knows, and, where it ``writes``, the lines that it has written so far."""

    known: Mapping[str, Value]
    on: date
    vocabulary: Vocabulary
    events: Sequence[Event] = ()
    since: date = EARLIEST
    named: frozenset[tuple[str, Value]] = frozenset()
    sources: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    writes: bool = False
    lines: list[Line] = field(default_factory=list)
    window: Window | None = None

    def say(self, code: str, rule: Rule | None, *proof: str, **facts: Value) -> None:
        """Write a line; ``proof`` names the facts whose sources stand behind it."""
        if not self.writes:
            return
        found = dict.fromkeys(each for name in proof for each in self.sources.get(name, ()))
        citation = rule.citation if rule else None
        self.lines.append(Line(code=code, citation=citation, facts=facts, sources=tuple(found)))

    def flag(self, fact: str) -> bool:
        """A yes-no fact; raises Missing where it is not known."""
        return cast(bool, self._take(fact, (True, False)))

    def day(self, fact: str, not_before: date = EARLIEST) -> date:
        """A day; unknown, it stands anywhere from ``not_before`` to the day of assessment."""
        between = (not_before, self.since, self.on)
        return cast(
            date, self._take(fact, tuple(sorted({day for day in between if not_before <= day <= self.on})))
        )

    def count(self, fact: str, least: int, most: int = LONGEST) -> int:
        """A count; unknown, it stands anywhere between the two."""
        return cast(int, self._take(fact, tuple(sorted({least, max(least, most)}))))

    def told(self, fact: str) -> Value | None:
        """What is known of a fact, without asking."""
        return self.known.get(fact)

    def holds(self, condition: Condition) -> bool:
        """Whether a condition holds; asks its facts in the order of the text, no more than it must."""
        held = condition.kleene(self.known)
        if held is None:
            unknown = next(fact for fact in facts_of(condition) if fact not in self.known)
            self._take(unknown, self._choices(unknown))
        return bool(held)

    def told_to_hold(self, condition: Condition) -> bool:
        """Whether what is known already makes a condition hold."""
        return condition.kleene(self.known) is True

    def holds_if_it_matters(self, condition: Condition, window: Window) -> bool:
        """The same, asked only where the time would else be over: what lengthens it is then in question."""
        return self.told_to_hold(condition) or (self.on > window.low and self.holds(condition))

    def reach(self, window: Window) -> Window:
        """Write down the last day as it stands now."""
        code = "last-day" if window.low == window.high else "last-day-between"
        self.say("never-over" if window.low == NEVER else code, None, low=window.low, high=window.high)
        self.window = window
        return window

    def conclude(self, window: Window) -> Finding:
        """What the last day comes to on the day of assessment."""
        return window.barred(self.on)

    def _choices(self, fact: str) -> tuple[Value, ...]:
        """Yes and no; of codes, those that a rule names and one that stands for all the others."""
        if self.vocabulary[fact].type != "code":
            return (True, False)
        named = [code for code in self.vocabulary[fact].codes if (fact, code) in self.named]
        others = [code for code in self.vocabulary[fact].codes if code not in named]
        return (*named, *others[:1])

    def _take(self, fact: str, choices: tuple[Value, ...]) -> Value:
        if fact not in self.known:
            raise Missing(fact, choices or (self.on - timedelta(days=1),))
        return self.known[fact]
