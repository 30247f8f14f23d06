"""The names people are given: a census of surnames, what marks a place, given names by sex and decade."""

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import polars as pl
from numpy.typing import NDArray

HERE = Path(__file__).parent
Numbers = NDArray[np.int64]
Texts = NDArray[np.object_]
TAIL = 40_000  # coined surnames, so rare that a register of a million has most of them once or twice
TAIL_SHARE = 0.02


@dataclass(frozen=True, slots=True, kw_only=True)
class Draw:
    """Names by number, to draw from by weight: `below` is the share of those up to and with each."""

    numbers: Numbers
    below: NDArray[np.float64]

    @classmethod
    def of(cls, numbers: Numbers, weights: NDArray[np.float64]) -> "Draw":
        """Weights need not sum to one."""
        total = np.cumsum(weights)
        return cls(numbers=numbers, below=total / total[-1])

    def some(self, rng: np.random.Generator, count: int) -> Numbers:
        """Draw `count` numbers, each by its weight."""
        return np.asarray(self.numbers[np.searchsorted(self.below, rng.random(count), side="right")])


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A region: its States by share of the people, and the surnames that mark it."""

    states: tuple[str, ...]
    people: NDArray[np.float64]
    central: bool
    indigenous: bool
    share: float
    marked: Draw


@dataclass(frozen=True, slots=True, kw_only=True)
class Surnames:
    """Every surname there is, by number; the census to draw from, the rare tail, the places."""

    texts: Texts
    indigenous: NDArray[np.bool_]
    common: Draw
    rare: Draw
    commonest: Draw
    commonest_share: float
    places: tuple[Place, ...]

    def some(self, rng: np.random.Generator, place: Numbers) -> Numbers:
        """Draw a surname for each row from the places given by number (see `places`)."""
        found = self.common.some(rng, len(place))
        rare = np.flatnonzero(rng.random(len(place)) < TAIL_SHARE)
        found[rare] = self.rare.some(rng, len(rare))
        mexican = ~np.array([one.central for one in self.places])[place]
        often = np.flatnonzero(mexican & (rng.random(len(place)) < self.commonest_share))
        found[often] = self.commonest.some(rng, len(often))
        marked = rng.random(len(place))
        for number, one in enumerate(self.places):
            rows = np.flatnonzero((place == number) & (marked < one.share))
            found[rows] = one.marked.some(rng, len(rows))
        return found


@dataclass(frozen=True, slots=True, kw_only=True)
class Givens:
    """Every given name by number; what to draw from by sex ("M", "F") and time (four eras, then abroad)."""

    texts: Texts
    draws: dict[tuple[str, int], Draw]

    def some(self, rng: np.random.Generator, woman: NDArray[np.bool_], era: Numbers) -> Numbers:
        """Draw a given name for each row by sex and era."""
        found = np.zeros(len(era), dtype=np.int64)
        for (sex, time), one in self.draws.items():
            rows = np.flatnonzero((woman == (sex == "F")) & (era == time))
            found[rows] = one.some(rng, len(rows))
        return found


@cache
def surnames() -> Surnames:
    """Read surnames.tsv and regions.toml, and coin the tail."""
    census = pl.read_csv(HERE / "surnames.tsv", separator="\t", comment_prefix="#", quote_char=None)
    regions = tomllib.loads((HERE / "regions.toml").read_text(encoding="utf-8"))
    often = regions.pop("commonest")
    marked = {name: _listed(region["surnames"]) for name, region in regions.items()}
    local = sorted({name for names in marked.values() for name in names} - set(census["surname"]))
    known = [*census["surname"], *local]
    texts = known + _coined(known)
    number = {text: place for place, text in enumerate(known)}
    own = {name for region in regions.values() for name in _listed(region.get("indigenous", ""))}
    return Surnames(
        texts=np.array(texts, dtype=object),
        indigenous=np.array([text in own for text in texts]),
        common=Draw.of(np.arange(len(census)), census["bearers"].cast(pl.Float64).to_numpy()),
        rare=Draw.of(
            np.arange(len(known), len(texts)), 1 / np.sqrt(np.arange(1, len(texts) - len(known) + 1))
        ),
        commonest=_ranked(_listed(often["surnames"]), number),
        commonest_share=often["share"],
        places=tuple(_place(region, number, marked[name]) for name, region in regions.items()),
    )


@cache
def givens() -> Givens:
    """Read givens.tsv."""
    table = pl.read_csv(HERE / "givens.tsv", separator="\t", comment_prefix="#", quote_char=None)
    draws = {}
    for sex in ("M", "F"):
        rows = np.flatnonzero((table["sex"] == sex).to_numpy())
        for era, column in enumerate(table.columns[2:]):
            draws[sex, era] = Draw.of(rows, table[column].to_numpy()[rows])
    return Givens(texts=table["name"].to_numpy().astype(object), draws=draws)


def _place(region: dict[str, Any], number: dict[str, int], marked: Sequence[str]) -> Place:
    return Place(
        states=tuple(region["people"]),
        people=np.array(list(region["people"].values()), dtype=np.float64),
        central=region.get("central", False),
        indigenous="indigenous" in region,
        share=region["share"],
        marked=_ranked(marked, number),
    )


def _ranked(texts: Sequence[str], number: dict[str, int]) -> Draw:
    """A list as ordered by how common its names are: the n-th weighs 1/(n + 2), counted from nought."""
    return Draw.of(np.array([number[text] for text in texts]), 1.0 / np.arange(2, len(texts) + 2))


def _listed(text: str) -> list[str]:
    return [one.strip() for one in text.split(",") if one.strip()]


def _coined(known: Sequence[str]) -> list[str]:
    """The beginning of one known surname with the ending of another: rare names that nobody has listed."""
    rng = np.random.default_rng(2010)
    whole = [name for name in known if " " not in name and len(name) > 5]
    taken = set(known)
    heads, ends = (rng.integers(0, len(whole), TAIL * 2) for _ in range(2))
    made = (f"{whole[head][:4]}{whole[end][-4:]}" for head, end in zip(heads, ends, strict=True))
    return list(dict.fromkeys(name for name in made if name not in taken))[:TAIL]
