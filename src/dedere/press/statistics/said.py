"""What the pages of the statistics say, in one language."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from babel import Locale
from babel.dates import format_date
from babel.numbers import format_decimal

from dedere.tally.tables import ALL
from dedere.words.wording import codes

# English as the house writes it.
_LOCALES = {"en": Locale("en", "GB"), "es": Locale("es", "MX")}
# How the keys of a table are said; years are said as they are.
_GROUPS = {
    "track": "track",
    "direction": "direction",
    "stage": "stage",
    "ground": "ground",
    "consent": "consent",
    "aftercare": "aftercare",
    "about": "assurance-about",
    "standing": "promise",
    "decision_timed": "timed",
    "surrender_timed": "timed",
}


@dataclass(frozen=True, slots=True)
class Said:
    """Says the words of the statistics in ``en`` or ``es``."""

    language: str

    def say(self, key: str, **facts: object) -> str:
        """The sentence of a key, its places filled."""
        return codes().say(key, self.language, **facts)

    def key(self, told: str, key: str) -> str:
        """The words of a row's or column's key: of what is told, which of its values."""
        if key == ALL:
            return self.say("statistics.total")
        words = self.say(f"{_GROUPS[told]}.{key}") if told in _GROUPS else key
        return words[:1].upper() + words[1:]

    def count(self, value: int | None) -> str:
        """A count, or that it is hidden."""
        if value is None:
            return self.say("statistics.hidden")
        return str(format_decimal(value, locale=_LOCALES[self.language]))

    def day(self, on: date) -> str:
        """A day in full: ``10 March 2026``."""
        return str(format_date(on, format="long", locale=_LOCALES[self.language]))

    def state(self, code: str) -> str:
        """A State's name."""
        return str(_LOCALES[self.language].territories.get(code, code))
