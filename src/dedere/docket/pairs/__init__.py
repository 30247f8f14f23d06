"""What is decided of pairs of records: one file for each pair, folded from its lines."""

from dedere.docket.pairs.decide import (
    PAIR_ACTS,
    countersign_pair,
    decide_pair,
)
from dedere.docket.pairs.state import PairFile, fold_pair, pair_of

__all__ = ["PAIR_ACTS", "PairFile", "countersign_pair", "decide_pair", "fold_pair", "pair_of"]
