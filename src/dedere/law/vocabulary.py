"""The vocabulary of facts: what a clause may ask, and of what type the answer is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

TYPES = ("yes-no", "count", "money", "date", "code")
ABOUT = ("person", "request", "charge")


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One declared fact.

    Attributes:
        type: ``yes-no``, ``count`` and ``money`` (whole, not negative), ``date``, or ``code``.
        about: ``person``, ``request`` or ``charge``.
        unit: what a count counts, such as ``months``.
        codes: every code that a ``code`` may be; a closed list.
    """

    name: str
    type: str
    about: str = "charge"
    unit: str = ""
    codes: tuple[str, ...] = ()

    def accepts(self, value: object) -> bool:
        """Whether a value read from a file is of this fact's type."""
        match self.type:
            case "yes-no":
                return isinstance(value, bool)
            case "date":
                return isinstance(value, date) and not isinstance(value, datetime)
            case "code":
                return isinstance(value, str) and value in self.codes
            case _:
                return isinstance(value, int) and not isinstance(value, bool) and value >= 0

    def wants(self) -> str:
        """The type in words, for a complaint."""
        match self.type:
            case "yes-no":
                return "true or false"
            case "date":
                return "a date such as 2013-09-01"
            case "code":
                return "one of " + ", ".join(self.codes)
            case _:
                return f"a whole number{f' of {self.unit}' if self.unit else ''}, not negative"


Vocabulary = Mapping[str, Fact]

# Always known of a case, and asked of like any other fact.
TODAY = Fact(name="day-of-assessment", type="date", about="request")
REQUESTING = Fact(name="requesting-state", type="code", about="request")
GIVEN = {fact.name: fact for fact in (TODAY, REQUESTING)}
