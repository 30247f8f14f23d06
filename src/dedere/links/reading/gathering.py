"""Ties and parties gathered into a network: what cannot be taken is named, all of it counted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

import polars as pl

from dedere.files.faults import SetAside
from dedere.files.source import LINE, ROW
from dedere.links.network import PARTIES, TIES, Columns, Network
from dedere.links.reading.cells import CODE, parties_of, tidy, ties_of
from dedere.links.reading.columns import MOST_COLUMNS
from dedere.links.reading.doubles import merged
from dedere.links.reading.faults import UnreadableNetwork
from dedere.links.told import Told

MOST_TIES = 10_000_000
SHOWN = 100  # rows set aside that are shown, of each file
FILE = "#file"


class Gathering:
    """What was read so far of one network, batch by batch; ``file`` tells its ties."""

    def __init__(self, file: str) -> None:
        self.file, self.rows, self.self_ties, self.passed, self._held = file, 0, 0, 0, 0
        self._ties, self._parties = list[pl.DataFrame](), list[pl.DataFrame]()
        self._aside, self._unread = Counter[str](), Counter[str]()
        self._shown: dict[str, list[SetAside]] = {}
        self._columns = set[str]()

    def set_aside(self, file: str, rows: Iterable[SetAside]) -> None:
        """Count rows that cannot be taken, and keep the first."""
        shown = self._shown.setdefault(file, [])
        for each in rows:
            self._aside[each.code] += 1
            if len(shown) < SHOWN:
                shown.append(each)

    def broken(self, file: str, rows: Sequence[SetAside]) -> None:
        """Set rows aside that could not be parted into cells; those of the ties' file count as its rows."""
        self.rows += len(rows) if file == self.file else 0
        self.set_aside(file, rows)

    def add_ties(self, cells: pl.DataFrame) -> None:
        """Take rows whose columns are named by field, cells as text, each with its place.

        Raises UnreadableNetwork where there are more, or more columns, than can be held.
        """
        self._demand_few(cells)
        ties, unread = ties_of(tidy(cells))
        self._unread.update(unread)
        good = self._good(self.file, ties, pl.col(CODE))
        apart = good.filter(pl.col("from") != pl.col("to"))
        self.rows += ties.height
        self.self_ties += good.height - apart.height
        self._held += apart.height
        self._ties.append(apart.drop(CODE))
        if self._held > MOST_TIES:
            raise UnreadableNetwork(self.file, "too-many-ties", most=MOST_TIES)

    def add_parties(self, file: str, cells: pl.DataFrame, kind: str | None = None) -> None:
        """Take rows of parties, likewise; ``kind`` is that of the table, where it holds one alone."""
        self._demand_few(cells)
        parties, unread = parties_of(tidy(cells), kind)
        self._unread.update(unread)
        self._parties.append(parties.with_columns(pl.lit(file).alias(FILE)))

    def _demand_few(self, cells: pl.DataFrame) -> None:
        self._columns.update(cells.columns)
        if len(self._columns) > 2 * MOST_COLUMNS:
            raise UnreadableNetwork(self.file, "too-many-columns", most=MOST_COLUMNS)

    def network(self, facts: Mapping[str, str]) -> Network:
        """Return the network; where no table tells the parties they are the ends of the ties.

        Raises UnreadableNetwork where no row could be taken.
        """
        ties, parties = self._told_ties(), self._told_parties()
        if parties is None:
            parties = _ends(ties)
        else:
            ids = parties["id"].implode()
            strange = pl.when(~(pl.col("from").is_in(ids) & pl.col("to").is_in(ids)))
            ties = self._good(self.file, ties, strange.then(pl.lit("unknown-party")))
        if self._aside and not ties.height + self.self_ties:
            raise UnreadableNetwork(self.file, "none-taken", fault=next(iter(self._aside)))
        rows, ties = ties.height, merged(ties.drop(ROW, LINE, CODE, strict=False))
        told = self._told(facts, rows - ties.height)
        return Network(parties=parties, ties=_whole(ties, TIES), told=told)

    def _told_ties(self) -> pl.DataFrame:
        empty = pl.DataFrame(schema={"from": pl.String, "to": pl.String, ROW: pl.UInt64, LINE: pl.UInt64})
        ties = pl.concat([empty, *self._ties], how="diagonal", rechunk=False)
        self._ties.clear()
        return ties

    def _told_parties(self) -> pl.DataFrame | None:
        if not self._parties:
            return None
        parties = _whole(pl.concat(self._parties, how="diagonal"), PARTIES)
        lacking = pl.when(pl.col("id").is_null()).then(pl.lit("no-id"))
        code = lacking.when(~pl.col("id").is_first_distinct()).then(pl.lit("id-twice"))
        return self._good(pl.col(FILE), parties, code).drop(ROW, LINE, FILE, CODE)

    def _good(self, file: str | pl.Expr, rows: pl.DataFrame, code: pl.Expr) -> pl.DataFrame:
        """The rows without a code; the others are set aside."""
        coded = rows.with_columns(code.alias(CODE))
        wrong = coded.filter(pl.col(CODE).is_not_null())
        if wrong.height:
            texts = [name for name, kind in rows.schema.items() if kind == pl.String and name[0] != "#"]
            read = pl.concat_str(texts, separator=" | ", ignore_nulls=True)
            where = pl.lit(file) if isinstance(file, str) else file
            for each in wrong.select(where.alias(FILE), ROW, LINE, CODE, read=read).iter_rows():
                self.set_aside(each[0], [SetAside(row=each[1], line=each[2], code=each[3], read=each[4])])
        return coded.filter(pl.col(CODE).is_null())

    def _told(self, facts: Mapping[str, str], doubles: int) -> Told:
        return Told(
            facts=facts,
            rows=self.rows,
            self_ties=self.self_ties,
            doubles=doubles,
            passed=self.passed,
            set_aside=dict(sorted(self._aside.items())),
            unread={code: count for code, count in self._unread.items() if count},
            shown={file: tuple(rows) for file, rows in self._shown.items() if rows},
        )


def _whole(table: pl.DataFrame, columns: Columns) -> pl.DataFrame:
    """The table with all its columns, those first; one that nothing told is empty."""
    missing = [
        pl.lit(None, dtype=kind).alias(name) for name, kind in columns.items() if name not in table.columns
    ]
    further = [name for name in table.columns if name not in columns]
    return table.with_columns(missing).select(*columns, *further)


def _ends(ties: pl.DataFrame) -> pl.DataFrame:
    ids = pl.concat([ties["from"], ties["to"]]).unique(maintain_order=True)
    return pl.DataFrame({"id": ids, "name": ids}).with_columns(kind=pl.lit(None, dtype=pl.String))
