"""The vocabulary of facts: what a clause may ask, and of what type the answer is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from dedere.law.bounds import is_day, is_whole
from dedere.law.casefile import Value

TYPES = ("yes-no", "count", "money", "date", "code")
ABOUT = ("person", "request", "charge")
YES_NO = {"true": True, "yes": True, "sí": True, "si": True, "false": False, "no": False}
MOST_DIGITS = 15


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
                return is_day(value)
            case "code":
                return isinstance(value, str) and value in self.codes
            case _:
                return is_whole(value)

    def read(self, text: str) -> Value | None:
        """The value that a cell of a table says; None where its text is no value of this fact."""
        said: Value | None = text
        match self.type:
            case "yes-no":
                said = YES_NO.get(text.lower())
            case "date":
                said = read_day(text)
            case "count" | "money":
                whole = text.isascii() and text.isdigit() and len(text) <= MOST_DIGITS
                said = int(text) if whole else None
        return said if self.accepts(said) else None

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


def read_day(text: str) -> date | None:
    """A day written as ``2013-09-01``; None where the text says none."""
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return None
    return day if is_day(day) else None


Vocabulary = Mapping[str, Fact]

# Always known of a case, and asked of like any other fact.
TODAY = Fact(name="day-of-assessment", type="date", about="request")
REQUESTING = Fact(name="requesting-state", type="code", about="request")
GIVEN = {fact.name: fact for fact in (TODAY, REQUESTING)}
