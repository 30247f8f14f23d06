"""The tokens of an index, numbered, and how many names carry each."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import polars as pl
from numpy.typing import NDArray

_FILE = "vocabulary.arrow"


class Vocabulary:
    """Tokens numbered in the order they came, from 1: 0 is no token.

    ``counts`` (n, 2) are the names that carry each as a given name and as a surname.
    """

    def __init__(self) -> None:
        self.texts: list[str] = [""]
        self._places: dict[str, int] = {"": 0}
        self.counts = np.zeros((1, 2), np.int64)

    def __len__(self) -> int:
        return len(self.texts)

    def places(self, tokens: Sequence[str]) -> NDArray[np.int32]:
        """Return the number of each token; new ones are added."""
        for token in tokens:
            if token not in self._places:
                self._places[token] = len(self.texts)
                self.texts.append(token)
        return np.fromiter((self._places[token] for token in tokens), np.int32, len(tokens))

    def place(self, token: str) -> int | None:
        """Return the number of a token, None if there is none."""
        return self._places.get(token)

    def count(self, numbers: NDArray[np.int64], side: int, by: int = 1) -> None:
        """Count tokens, by number, once more as given names (side 0) or surnames (side 1)."""
        if len(self.counts) < len(self):
            self.counts = np.vstack([self.counts, np.zeros((len(self) - len(self.counts), 2), np.int64)])
        self.counts[:, side] += by * np.bincount(numbers, minlength=len(self))

    def copy(self) -> Vocabulary:
        """Return another with the same tokens and counts."""
        made = Vocabulary()
        made.texts, made._places, made.counts = list(self.texts), dict(self._places), self.counts.copy()
        return made

    def save(self, folder: Path) -> None:
        """Write the tokens and their counts."""
        frame = pl.DataFrame({"token": self.texts, "given": self.counts[:, 0], "surname": self.counts[:, 1]})
        frame.write_ipc(folder / _FILE)

    @classmethod
    def load(cls, folder: Path) -> Vocabulary:
        """Read what ``save`` wrote."""
        frame = pl.read_ipc(folder / _FILE)
        made = cls()
        made.texts = frame["token"].to_list()
        made._places = dict(zip(made.texts, range(len(made.texts)), strict=True))
        made.counts = frame.select("given", "surname").to_numpy().astype(np.int64)
        return made


class Guests:
    """An index's vocabulary and, numbered after it, the tokens that only those now compared with it carry."""

    def __init__(self, hosts: Vocabulary) -> None:
        self._hosts = hosts
        self.texts: list[str] = []
        self._places: dict[str, int] = {}

    def places(self, tokens: Sequence[str]) -> NDArray[np.int32]:
        """Return the number of each token; the index learns nothing."""
        return np.fromiter((self._place(token) for token in tokens), np.int32, len(tokens))

    def _place(self, token: str) -> int:
        known = self._hosts.place(token)
        if known is not None:
            return known
        if token not in self._places:
            self._places[token] = len(self._hosts) + len(self.texts)
            self.texts.append(token)
        return self._places[token]

    def text(self, number: int) -> str:
        """Return the token of a number."""
        hosts = len(self._hosts)
        return self._hosts.texts[number] if number < hosts else self.texts[number - hosts]
