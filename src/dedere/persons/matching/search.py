"""The search of an index: for each wanted person those registered who may be the same, and their rivals."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cached_property
from itertools import islice, pairwise
from os import cpu_count

import numpy as np
import polars as pl
from numpy.typing import NDArray

from dedere.persons.comparing.likeness import Words
from dedere.persons.comparing.record import FIELDS, ROW
from dedere.persons.index import words
from dedere.persons.index.people import packed
from dedere.persons.index.store import Index
from dedere.persons.index.vocabulary import Guests
from dedere.persons.matching.bands import REVIEW, STRONG
from dedere.persons.matching.pairs import Pairs, ordered, pairs
from dedere.persons.matching.rivals import FAINTEST, rivalry
from dedere.persons.model.model import Model

AT_ONCE = 512  # wanted persons searched together


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """Pairs by wanted row, the heaviest first: ``bits``, of which rivals have taken ``against``.

    ``names`` are the pairs as found, with the places of the names that were compared; ``records`` (n, 16) the
    registered names among them.
    """

    names: Pairs
    records: NDArray[np.uint32]
    bits: NDArray[np.float64]
    against: NDArray[np.float64]

    @property
    def probability(self) -> NDArray[np.float64]:
        """The calibrated probability of each pair."""
        return np.asarray(1.0 / (1.0 + np.exp2(-np.clip(self.bits, -60, 60))))


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """Wanted persons ready to be searched for: their records (m, 16), and the words of both sides."""

    roll: pl.DataFrame
    records: NDArray[np.uint32]
    words: Words
    guests: Guests


@dataclass(frozen=True)
class Search:
    """An index and a model. A search changes neither."""

    index: Index
    model: Model

    @cached_property
    def prior(self) -> float:
        """The weight of any pair before it is compared, in bits."""
        return self.model.prior_of(self.index.rows)

    @cached_property
    def weights(self) -> NDArray[np.float32]:
        """The weight of each step at each rarity."""
        return self.model.weights()

    @cached_property
    def ids(self) -> pl.Series:
        """The register's ids, by row."""
        return pl.concat([segment.ids for segment in self.index.segments])

    def party(self, roll: pl.DataFrame) -> Party:
        """Make wanted persons ready: their tokens numbered after the index's own."""
        guests = Guests(self.index.vocabulary)
        records = packed(roll, guests)
        known = self.index.lexis
        both = words.joined(known.words, words.further(known, guests.texts)) if guests.texts else known.words
        return Party(roll=roll, records=records, words=both, guests=guests)

    def find(
        self, party: Party, lines: NDArray[np.uint32] | None = None, *, faintest: float = FAINTEST
    ) -> Found:
        """Search for a party's records, or some of them, and weigh each pair against its rivals.

        Pairs of less than ``faintest`` bits are left out.
        """
        lines = party.records if lines is None else lines
        found = pairs(self.index, party.words, lines, self.weights, faintest - self.prior)
        order = np.lexsort((found.held, -found.bits, found.wanted))
        found = ordered(found, order)
        records = self._records(found)
        bits = found.bits.astype(np.float64) + self.prior
        against = np.zeros(len(bits))
        if self.model.rivals:
            taken = rivalry(party.words, self.weights, self.prior, found.wanted, records, bits)
            against = self.model.rivals * taken
        return Found(names=found, records=records, bits=bits - against, against=against)

    def _records(self, found: Pairs) -> NDArray[np.uint32]:
        out = np.empty((len(found.held), FIELDS), np.uint32)
        for number, segment in enumerate(self.index.segments):
            here = found.segment == number
            out[here] = segment.records[found.held_name[here]]
        return out

    def matches(self, roll: pl.DataFrame) -> Iterator[pl.DataFrame]:
        """Yield the pairs worth showing, ``AT_ONCE`` wanted rows at a time, in the order of the roll.

        Columns: `wanted_id`, `register_id`, `probability`, `weight_bits`, `band`; the heaviest first of each.
        """
        party = self.party(roll)
        starts = np.searchsorted(party.records[:, ROW], np.arange(0, len(roll) + AT_ONCE, AT_ONCE))
        parts = (party.records[low:high] for low, high in pairwise(starts))
        with ThreadPoolExecutor(threads := cpu_count() or 1) as pool:
            ahead = [pool.submit(self._table, party, part) for part in islice(parts, 2 * threads)]
            while ahead:
                yield ahead.pop(0).result()
                ahead.extend(pool.submit(self._table, party, part) for part in islice(parts, 1))

    def _table(self, party: Party, lines: NDArray[np.uint32]) -> pl.DataFrame:
        found = self.find(party, lines)
        probability = found.probability
        shown = probability >= REVIEW
        table = pl.DataFrame(
            {
                "row": found.names.wanted[shown],
                "wanted_id": party.roll["id"].gather(found.names.wanted[shown]),
                "register_id": self.ids.gather(found.names.held[shown]),
                "probability": probability[shown],
                "weight_bits": found.bits[shown],
            }
        )
        band = pl.when(pl.col("probability") >= STRONG).then(pl.lit("strong")).otherwise(pl.lit("review"))
        ordered = table.with_columns(band.alias("band")).sort(
            "row", "weight_bits", "register_id", descending=[False, True, False]
        )
        return ordered.drop("row")
