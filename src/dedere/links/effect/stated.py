"""What an answer about a removal says: figures with intervals, yardsticks, findings and their standing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

from dedere.links.effect.uncertainty import Errors
from dedere.links.network import Made

Ends = tuple[str, str]
SURVIVING = 0.95


@dataclass(frozen=True, slots=True, kw_only=True)
class Stated:
    """A figure: its ``value`` on the network as told; median and 90 % interval over the networks drawn.

    ``margin`` is half the 90 % interval of a value that was estimated from a sample; 0 where it is exact. The
    interval is None where the draws did not look at the figure.
    """

    value: float
    median: float | None = None
    low: float | None = None
    high: float | None = None
    margin: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Chance:
    """What random removals of the same size leave of the network as told: median and 90 % of them."""

    median: float
    low: float
    high: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Best:
    """The best removal of the same size for an ``objective``: what it leaves, and how far that is proved.

    ``bound`` is proved: no removal of that size among the same kinds of party leaves less, None where
    nothing is; ``gap`` is how far it is from the value, as a share of it. ``removed`` is one such set, and
    seldom the only one.
    """

    objective: str
    value: float
    bound: float | None
    gap: float | None
    proved: bool
    removed: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One measure before and after, and what the yardsticks leave: all on the same scale.

    ``measure`` is a code of the group ``measure``, ``ends`` the two parties that ways are counted between.
    ``random`` is drawn among all parties, ``alike`` among as many of each kind; None where all are of one
    kind. ``best`` is what the best removal for the objective ``best_for`` leaves: the best for this measure
    where the two are the same.
    """

    measure: str
    ends: Ends | None
    before: Stated
    after: Stated
    difference: Stated
    random: Chance | None
    alike: Chance | None
    best: float | None
    best_for: str | None


class Verdict(str, Enum):
    """How a finding stands: a code of the group ``verdict``."""

    SURVIVES = "survives"
    FAILS = "does-not-survive"
    NOT_FOUND = "not-found"


def verdict(as_told: float, share: float) -> Verdict:
    """Return how a finding stands: found on the network as told, and in 95 of 100 of the networks drawn."""
    if as_told < SURVIVING:
        return Verdict.NOT_FOUND
    return Verdict.SURVIVES if share >= SURVIVING else Verdict.FAILS


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A statement about a removal, a code of the group ``network-finding``, and whether it survives doubt.

    ``as_told`` is the share of random removals from the network as told for which it holds, ``share`` that
    of the networks drawn, each with a random removal of its own.
    """

    code: str
    measure: str
    ends: Ends | None
    as_told: float
    share: float
    verdict: Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class Lost:
    """One of those removed who alone held others together: ``pairs`` of others that hang on it."""

    id: str
    name: str
    pairs: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """Those who still hang together after a removal.

    ``apart`` is the share of the networks drawn in which none of them reaches anybody of the largest part
    left of what they belonged to, and ``verdict`` says whether that survives; None for that largest part.
    """

    members: tuple[str, ...]
    apart: float | None
    verdict: Verdict | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Split:
    """A part of before that falls apart: who goes from it, and the parts that are left, the largest first."""

    removed: tuple[str, ...]
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Removal:
    """One group and what its removal does to the network.

    ``absent`` are ids that are not in the network; ``sizes`` are those of the parts left, largest first;
    ``splits`` say who is cut off from whom. ``through`` is the share of all shortest ways that pass through
    those removed; ``lost`` are the brokers among them, most pairs first.
    """

    name: str
    removed: tuple[str, ...]
    absent: tuple[str, ...]
    sizes: tuple[int, ...]
    splits: tuple[Split, ...]
    figures: tuple[Figure, ...]
    best: tuple[Best, ...]
    findings: tuple[Finding, ...]
    through: Stated
    lost: tuple[Lost, ...]


class Adding(str, Enum):
    """How effects add up: a code of the group ``adding``."""

    ADDITIVE = "additive"
    LESS = "less-than-the-sum"
    MORE = "more-than-the-sum"
    OPEN = "not-settled"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sum:
    """The differences of the groups alone, added up, beside that of all together.

    Both are counted as harm; ``excess`` is the one less the other: above nothing, together they do less than
    the sum.
    """

    measure: str
    ends: Ends | None
    alone: Stated
    together: Stated
    excess: Stated
    adding: Adding


@dataclass(frozen=True, slots=True, kw_only=True)
class Caveat:
    """What must be said beside the figures: a code of the group ``network-caveat``, and its facts."""

    code: str
    facts: Mapping[str, int | float | str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Effect:
    """What removals do to one network: each group alone and, where there are several, all together.

    ``sizes`` are those of the parts before, largest first; ``shared`` stand in several groups. ``made`` says
    how the network was made from what was told.
    """

    parties: int
    ties: int
    sizes: tuple[int, ...]
    groups: tuple[Removal, ...]
    together: Removal | None
    sums: tuple[Sum, ...]
    shared: tuple[str, ...]
    errors: Errors
    draws: int
    seed: int
    made: tuple[Made, ...]
    caveats: tuple[Caveat, ...]
