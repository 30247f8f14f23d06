"""Which acts are offered, by family, and why the others are not."""

from __future__ import annotations

from dataclasses import dataclass

from dedere.desk import clock
from dedere.desk.acts.refusals import why
from dedere.desk.wording import code, say
from dedere.docket.acts import FAMILIES, Rule
from dedere.docket.case import Case
from dedere.docket.decide import allowed
from dedere.docket.permit import find
from dedere.words import Refused

# Recorded from a page of their own: the opening of a case, and a signature declined.
ELSEWHERE = frozenset({"open-case", "refuse-signature"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Family:
    """Acts of one part of a case's life."""

    title: str
    rules: tuple[Rule, ...]


def offered(case: Case) -> list[Family]:
    """Return the acts that may be recorded now, by family in the order of a case's life."""
    codes = {rule.code: rule for rule in allowed(case, home=clock.home()) if rule.code not in ELSEWHERE}
    families = (
        Family(title=say(f"acts.family.{name}"), rules=_of(rules, codes)) for name, rules in FAMILIES.items()
    )
    return [family for family in families if family.rules]


def withheld(case: Case) -> list[tuple[str, str]]:
    """Return the other acts in words, each with the reason why not."""
    open_now = {rule.code for rule in allowed(case, home=clock.home())} | ELSEWHERE
    codes = dict.fromkeys(rule.code for rules in FAMILIES.values() for rule in rules if not rule.by_handover)
    return [(code("act", act), _why_not(case, act)) for act in codes if act not in open_now]


def _of(rules: tuple[Rule, ...], codes: dict[str, Rule]) -> tuple[Rule, ...]:
    return tuple(dict.fromkeys(codes[rule.code] for rule in rules if rule.code in codes))


def _why_not(case: Case, act: str) -> str:
    """Ask the last track, the one that is being worked on, and the whole case where there is none."""
    found = find(case, act, case.tracks[-1].id if case.tracks else "")
    return why(found) if isinstance(found, Refused) else ""
