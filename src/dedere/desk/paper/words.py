"""The sentences of one paper in one language, or in two side by side."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from django.utils.translation import override

from dedere.desk import clock, wording
from dedere.desk.acts.choices import words_of
from dedere.desk.frame import dates
from dedere.desk.frame.citations import cite

Pair = dict[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """What a paper says, in ``language``: ``es`` or ``en``."""

    language: str

    def say(self, key: str, **facts: object) -> str:
        """The paper's sentence for ``key``, its places filled."""
        return wording.screens().say(f"paper.{key}", self.language, **facts)

    def proof(self, sources: tuple[str, ...]) -> str:
        """``Sources: A, B.``, or nothing where none is named."""
        return self.say("proof", ids=", ".join(sources)) if sources else ""

    def screen(self, key: str, **facts: object) -> str:
        """A sentence of another journey, such as ``today.group-overdue``."""
        return wording.screens().say(key, self.language, **facts)

    def choice(self, field: str, value: str) -> str:
        """The words of a code that an entry's field takes, such as what an undertaking is about."""
        with override(self.language):
            return words_of(field, value)

    def article(self, instrument: str, article: str) -> str:
        """``art. 10(2), 1978 treaty``."""
        with override(self.language):
            return cite(instrument, article)

    def state(self, code: str) -> str:
        """A State's name."""
        with override(self.language):
            return wording.state(code)

    def code(self, group: str, value: object) -> str:
        """The words of a shared code."""
        with override(self.language):
            return wording.code(group, value)

    def day(self, on: date | None) -> str:
        """``27 feb 2025``, or a dash where no day is known."""
        return dates.day(on, self.language) if on else "–"

    def instant(self, at: datetime, zone: str = "") -> str:
        """``27 feb 2025, 09:00 UTC−6`` on this desk's wall, or on another's."""
        return dates.instant(at, self.language, ZoneInfo(zone) if zone else clock.zone())

    def instants(self, at: datetime, other: str) -> list[str]:
        """The instant on this desk's wall and on the other zone's, each with its zone."""
        return list(dict.fromkeys((self.instant(at), self.instant(at, other))))

    def marked(self, simulated: bool) -> str:
        """The word that marks a simulated act, in capitals, or nothing."""
        return self.say("simulated") if simulated else ""


SPANISH, ENGLISH = Words(language="es"), Words(language="en")


def both(sentence: Callable[[Words], str]) -> Pair:
    """Say one thing in the two languages."""
    return {"es": sentence(SPANISH), "en": sentence(ENGLISH)}


def joined(sentence: Callable[[Words], str]) -> str:
    """Say one thing in the two languages in one line, Spanish first; once where both agree."""
    return " / ".join(dict.fromkeys((sentence(SPANISH), sentence(ENGLISH))))
