"""The ledger of two States: one file for each accord, folded from its lines."""

from dedere.docket.accords.decide import ACCORD_ACTS, AccordAct, allowed_in, countersign_accord, decide_accord
from dedere.docket.accords.state import AccordFile, digest_of, fold_accord

__all__ = [
    "ACCORD_ACTS",
    "AccordAct",
    "AccordFile",
    "allowed_in",
    "countersign_accord",
    "decide_accord",
    "digest_of",
    "fold_accord",
]
