"""A network as it was in a period: the ties that may have held on some day of it."""

from __future__ import annotations

from datetime import date

import polars as pl

from dedere.links.network import Network

BETWEEN = "between"


def between(network: Network, since: date, until: date) -> Network:
    """Return the network of the ties that are not known to lie outside the period, its two days included.

    A partial day may be any day of its year or month. A tie without a day, or open at one end, holds on that
    side always. The step counts the ties left out as ``outside``; of those that stay the ``undated``, which
    tell no day at all, and the ``doubtful``, of which a partial day leaves open whether they reach into the
    period.
    """
    begins, ends = pl.col("since"), pl.col("until")
    first, last = since.isoformat(), until.isoformat()
    may = (_earliest(begins) <= last).fill_null(True) & (_latest(ends) >= first).fill_null(True)
    must = (_latest(begins) <= last).fill_null(True) & (_earliest(ends) >= first).fill_null(True)
    undated = begins.is_null() & ends.is_null()
    marks = network.ties.select(may=may, doubtful=may & ~must, undated=undated)
    return network.keeping(
        marks["may"],
        BETWEEN,
        since=first,
        until=last,
        outside=int((~marks["may"]).sum()),
        doubtful=int(marks["doubtful"].sum()),
        undated=int(marks["undated"].sum()),
    )


def _earliest(day: pl.Expr) -> pl.Expr:
    return day + pl.lit("-01-01").str.slice(day.str.len_chars() - 4)


def _latest(day: pl.Expr) -> pl.Expr:
    # Days are compared as text: the 31st stands for the last of any month.
    return day + pl.lit("-12-31").str.slice(day.str.len_chars() - 4)
