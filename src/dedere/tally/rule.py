"""The rule of what is too small to publish, read from data."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from dedere.words import Unreadable

FILE = Path(__file__).parent / "rule.toml"


class UnreadableRule(Unreadable):
    """A rule that lacks a value, or whose numbers protect nobody."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """When a count is hidden and how wide the doubt about it must be.

    Attributes:
        least: the smallest count, in persons, that is published; below it only 0 is.
        apart: how far the least and the largest possible value of a hidden count lie apart at least.
        confidence: of the interval around a median, between 0 and 1.
        reason: why, by language.
    """

    least: int
    apart: int
    confidence: float
    reason: Mapping[str, str]


def read_rule(path: Path) -> Rule:
    """Read a rule; raises UnreadableRule."""
    told = tomllib.loads(path.read_text(encoding="utf-8"))
    try:
        rule = Rule(**told)
    except TypeError as error:
        remedy = "give least, apart, confidence, reason"
        raise UnreadableRule(where=path.name, what=str(error), remedy=remedy) from None
    if rule.least < 2 or rule.apart < 1 or not 0 < rule.confidence < 1:
        raise UnreadableRule(
            where=path.name,
            what=f"least {rule.least}, apart {rule.apart}, confidence {rule.confidence} protect nobody",
            remedy="give least 2 or more, apart 1 or more, a confidence between 0 and 1",
        )
    return rule


@cache
def house_rule() -> Rule:
    """The rule that ships with the house."""
    return read_rule(FILE)
