"""The sentences of one paper in one language, or in two side by side."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from django.utils.translation import override

from dedere.desk import clock, wording
from dedere.desk.frame import dates

Pair = dict[str, str]

# On whose wall an instant of a handover is also read: the zone of each State's capital.
_WALLS = {"MX": "America/Mexico_City", "US": "America/New_York"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """What a paper says, in ``language``: ``es`` or ``en``."""

    language: str

    def say(self, key: str, **facts: object) -> str:
        """The paper's sentence for ``key``, its places filled."""
        return wording.screens().say(f"paper.{key}", self.language, **facts)

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

    def instants(self, at: datetime, *states: str) -> list[str]:
        """The instant on the wall of each State, each with its zone."""
        walls = dict.fromkeys(_WALLS[state] for state in states if state in _WALLS)
        return [self.instant(at, wall) for wall in walls] or [self.instant(at)]

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
