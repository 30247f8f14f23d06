"""A handover of one or many persons: manifest, gates, go, custody chain, lock."""

from dedere.docket.handover.decide import (
    HandoverDecision,
    allowed_on,
    countersign_handover,
    decide_handover,
)
from dedere.docket.handover.gates import Gate, gaps, gaps_of, gates_of
from dedere.docket.handover.parts import Go, Leg, Listed, Mark, Separation, Step
from dedere.docket.handover.seats import broken
from dedere.docket.handover.state import Handover, fold_handover
from dedere.docket.handover.table import HANDOVER_RULES, HandoverRule

__all__ = [
    "HANDOVER_RULES",
    "Gate",
    "Go",
    "Handover",
    "HandoverDecision",
    "HandoverRule",
    "Leg",
    "Listed",
    "Mark",
    "Separation",
    "Step",
    "allowed_on",
    "broken",
    "countersign_handover",
    "decide_handover",
    "fold_handover",
    "gaps",
    "gaps_of",
    "gates_of",
]
