"""The tokens of both lists, counted over all partitions and numbered once for every machine."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
import polars as pl
from numpy.typing import NDArray

from dedere.persons.comparing.likeness import Words
from dedere.persons.index import store, words
from dedere.persons.index.people import packed
from dedere.persons.index.vocabulary import Vocabulary

COUNTS = "token string, given bigint, surname bigint"


@dataclass(frozen=True)
class Lexicon:
    """What is sent to every machine: the tokens by number, and the words of them all.

    ``words`` measures the wanted list's own tokens against the register's, as the local engine does.
    """

    texts: list[str]
    words: Words

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """The numbers of the tokens."""
        made = Vocabulary()
        made.places(self.texts)
        return made


def counted(roll: pl.DataFrame) -> pl.DataFrame:
    """Return the tokens of some rows, and how many of their names carry each as given name and as surname."""
    vocabulary = Vocabulary()
    store.count(packed(roll, vocabulary), vocabulary)
    counts = vocabulary.counts
    return pl.DataFrame({"token": vocabulary.texts, "given": counts[:, 0], "surname": counts[:, 1]})[1:]


def lexicon(register: pl.DataFrame, wanted: pl.Series, rows: int) -> Lexicon:
    """Return the lexicon of a register of so many rows, its tokens ``counted``, and of the wanted tokens."""
    hosts = register.sort("token")
    guests = wanted.rename("token").to_frame().join(hosts, on="token", how="anti")["token"].sort()
    texts = ["", *hosts["token"].to_list()]
    known = words.lexis(texts, _counts(hosts), rows)
    if guests.is_empty():
        return Lexicon(texts, known.words)
    others = guests.to_list()
    return Lexicon(texts + others, words.joined(known.words, words.further(known, others)))


def _counts(tokens: pl.DataFrame) -> NDArray[np.int64]:
    none = np.zeros((1, 2), np.int64)
    return np.vstack([none, tokens.select("given", "surname").to_numpy().astype(np.int64)])
