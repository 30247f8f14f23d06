"""An act is what an officer files; a rule is the one row that says when it may be and what it does."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from typing import TYPE_CHECKING, Any

from dedere.docket.entries import Entry, Line
from dedere.docket.stage import Stage, TrackKind
from dedere.words import Refused

if TYPE_CHECKING:
    from dedere.docket.case import Case
    from dedere.docket.parts import Track


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """What an officer files: the act's code and the entry it would leave.

    ``occurred_at`` carries its zone; ``track`` may be empty where the case has one track or
    the act concerns the whole case; ``simulated`` marks an act of a demonstration.
    """

    code: str
    entry: Entry
    occurred_at: datetime
    track: str = ""
    sources: tuple[str, ...] = ()
    simulated: bool = False

    def line(self, number: int, *, by: str, at: datetime, second: str = "") -> Line:
        """Return the line that records the act, on no track, as the file's line of that number."""
        return Line(
            number=number,
            entry=self.entry,
            occurred_at=self.occurred_at,
            recorded_at=at,
            by=by,
            second=second,
            sources=self.sources,
            simulated=self.simulated,
        )


class Side(str, Enum):
    """Whose act it is: the State that asks, the State that is asked, or either."""

    REQUESTING = "requesting"
    REQUESTED = "requested"
    EITHER = "either"


Guard = Callable[["Case", "Track | None"], Refused | None]
Check = Callable[["Case", "Track | None", Any], Refused | None]
Lead = Callable[["Case", "Track", Any], Stage]


@dataclass(frozen=True, slots=True)
class Onward:
    """A stage that depends on what was said: which it may be, from where at all, and how it is found."""

    stages: frozenset[Stage]
    find: Lead
    starting: frozenset[Stage] = frozenset(Stage)


def one_of(*stages: Stage, starting: frozenset[Stage] = frozenset(Stage)) -> Callable[[Lead], Onward]:
    """Name the stages that a lead may choose from, besides staying; from other starts it always stays."""
    return lambda find: Onward(frozenset(stages), find, starting)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One row of the table of acts.

    Several rows may share a code: the same act on another route, or asked of another State.

    Attributes:
        code: the act, in the imperative, such as ``receive-request``.
        records: the entry that it leaves.
        stages: where the track must stand; empty where the act concerns the whole case.
        leads_to: where the track then stands: a stage, one of several by what was said, or None to stay.
        tracks: the legal routes on which the act exists.
        directions: the requested States in which it exists; empty for every State.
        side: whose act it is.
        legal_effect: whether a second officer must sign.
        tells: whether the other State is told.
        guards: what the case itself must satisfy; they decide whether a button is shown.
        checks: what the content must satisfy in this case.
        always: whether it may be filed on a closed case and after the person's death.
        posthumous: whether it may be filed after the person's death.
        by_handover: whether only a handover records it.
    """

    code: str
    records: type[Entry]
    stages: frozenset[Stage] = frozenset()
    leads_to: Stage | Onward | None = None
    tracks: frozenset[TrackKind] = frozenset(TrackKind)
    directions: frozenset[str] = frozenset()
    side: Side = Side.EITHER
    legal_effect: bool = False
    tells: bool = False
    guards: tuple[Guard, ...] = ()
    checks: tuple[Check, ...] = ()
    always: bool = False
    posthumous: bool = False
    by_handover: bool = False

    @property
    def on_track(self) -> bool:
        """Whether the act concerns one track rather than the whole case."""
        return bool(self.stages)
