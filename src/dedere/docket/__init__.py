"""What happened, and what may happen: cases, tracks, acts, handovers."""

from dedere.docket.acts import FAMILIES, RULES, Act, Rule, Side, rules_of
from dedere.docket.case import Case, fold
from dedere.docket.decide import allowed, countersign, decide, needs_second, tracks_for
from dedere.docket.stage import Stage, TrackKind
from dedere.docket.text import UnreadableLine, read, write

__all__ = [
    "FAMILIES",
    "RULES",
    "Act",
    "Case",
    "Rule",
    "Side",
    "Stage",
    "TrackKind",
    "UnreadableLine",
    "allowed",
    "countersign",
    "decide",
    "fold",
    "needs_second",
    "read",
    "rules_of",
    "tracks_for",
    "write",
]
