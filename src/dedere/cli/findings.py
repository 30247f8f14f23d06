"""Findings as a table: one row for each case, charge and clause, written in parts as they come."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path

import numpy as np
import polars as pl
from numpy.typing import NDArray
from polars.io.plugins import register_io_source

from dedere.law.assessment import Effect
from dedere.law.bulk import FINDINGS, Column, Found, Head, Lot, Needs, found_together, plans
from dedere.law.kinds import KINDS
from dedere.law.library import Library
from dedere.law.logic.column import EPOCH
from dedere.law.plan import Plan
from dedere.words import State

HEAD = ("requesting", "requested", "on", "route")
_FINDING = pl.Enum([finding.value for finding in FINDINGS])
_FOUND = pl.Series([finding.value for finding in FINDINGS], dtype=_FINDING)


def columns(library: Library, *, needs: bool) -> dict[str, pl.DataType]:
    """The columns of the table, each with its type; what repeats is stored once."""
    clauses = [(each, clause) for each in library.instruments.values() for clause in each.clauses]
    named = {
        "instrument": library.instruments,
        "article": (clause.citation.article for _, clause in clauses),
        "clause": (clause.id for _, clause in clauses),
        "kind": KINDS,
        "effect": (effect.value for effect in Effect),
    }
    repeated = {name: pl.Enum(list(dict.fromkeys(values))) for name, values in named.items()}
    digest = pl.Enum(list(dict.fromkeys(each.digest for each in library.instruments.values())))
    return {
        "case": pl.String(),
        "charge": pl.String(),
        **repeated,
        "finding": _FINDING,
        **({"needs": pl.String()} if needs else {}),
        "digest": digest,
    }


def of_charges(charges: pl.DataFrame, library: Library, *, needs: bool) -> pl.DataFrame:
    """The findings on a batch of charges in their order, the clauses of each in the order of the texts."""
    schema = columns(library, needs=needs)
    if not charges.height:
        return pl.DataFrame(schema=schema)
    parts = [_together(charges, at, made, library, schema) for made, at in _alike(charges, library)]
    return pl.concat(parts).sort("at", maintain_order=True).drop("at")


def _alike(charges: pl.DataFrame, library: Library) -> Iterator[tuple[Plan, pl.Series]]:
    """Yield each plan with the places of its charges."""
    heads = charges.select(HEAD).unique(maintain_order=True)
    made = list(plans(map(_head, heads.iter_rows()), library).values())
    lots = {id(each): (number, each) for number, each in enumerate(made)}
    numbered = heads.with_columns(lot=pl.Series([lots[id(each)][0] for each in made]))
    of_charges = charges.select(HEAD).join(numbered, on=HEAD, how="left", maintain_order="left")["lot"]
    for number, each in lots.values():
        yield each, (of_charges == number).arg_true()


def _head(row: tuple[str, str, date, str]) -> Head:
    requesting, requested, on, route = row
    return State(requesting), State(requested), on, route


def _together(
    charges: pl.DataFrame, places: pl.Series, made: Plan, library: Library, schema: Mapping[str, pl.DataType]
) -> pl.DataFrame:
    lot = charges[places]
    found = found_together(made, _lot(lot, library), library, needs="needs" in schema)
    charge = np.repeat(np.arange(lot.height, dtype=np.uint32), len(found))
    clause = np.tile(np.arange(len(found), dtype=np.uint32), lot.height)
    codes = np.array([each.codes for each in found], np.uint8).T.ravel()
    table = {name: lot[name].gather(charge) for name in ("case", "charge")}
    table |= {name: texts.gather(clause) for name, texts in _of_clauses(found, library, schema).items()}
    table["finding"] = _FOUND.gather(codes)
    if "needs" in schema:
        table["needs"] = _needs(found, lot.height)
    return pl.DataFrame(table).select(*schema, places.gather(charge).alias("at"))


def _lot(charges: pl.DataFrame, library: Library) -> Lot:
    facts = {
        name: _column(charges[name], fact.codes)
        for name, fact in library.facts.items()
        if name in charges.columns
    }
    asks, asked = (State(charges[key][0]) for key in ("requesting", "requested"))
    return Lot(requesting=asks, requested=asked, days=_ordinals(charges["on"]), facts=facts)


def _column(values: pl.Series, codes: tuple[str, ...]) -> Column:
    """A column of a table as the law reads it: numbers, and whether each is known."""
    known = values.is_not_null().to_numpy()
    if values.dtype == pl.Date:
        return Column(values=_ordinals(values), known=known)
    if values.dtype == pl.String:
        places = values.cast(pl.Enum(codes)).to_physical()
        return Column(values=places.fill_null(0).to_numpy(), known=known, codes=codes)
    return Column(values=values.fill_null(False if values.dtype == pl.Boolean else 0).to_numpy(), known=known)


def _ordinals(days: pl.Series) -> NDArray[np.int64]:
    return days.to_physical().fill_null(0).to_numpy().astype(np.int64) + EPOCH


def _of_clauses(
    found: Sequence[Found], library: Library, schema: Mapping[str, pl.DataType]
) -> Mapping[str, pl.Series]:
    """What is said of each clause whatever the charge."""
    clauses = [each.clause for each in found]
    told = {
        "instrument": [clause.citation.instrument for clause in clauses],
        "article": [clause.citation.article for clause in clauses],
        "clause": [clause.id for clause in clauses],
        "kind": [clause.kind for clause in clauses],
        "effect": [clause.effect.value for clause in clauses],
        "digest": [library.instruments[clause.citation.instrument].digest for clause in clauses],
    }
    return {name: pl.Series(name, texts, dtype=schema[name]) for name, texts in told.items()}


def _needs(found: Sequence[Found], size: int) -> pl.Series:
    said: dict[Needs, str] = {(): ""}
    rows = [
        said.get(needs) or said.setdefault(needs, " | ".join("; ".join(sorted(each)) for each in needs))
        for at in range(size)
        for needs in (each.needs.get(at, ()) for each in found)
    ]
    return pl.Series("needs", rows, dtype=pl.String)


def write(parts: Callable[[], Iterator[pl.DataFrame]], path: Path, schema: Mapping[str, pl.DataType]) -> None:
    """Write the parts one after another beside ``path``, and put them in its place once all are there."""
    beside = path.with_name(f".{path.name}.part")
    source = register_io_source(io_source=lambda *_: parts(), schema=schema)
    try:
        if path.suffix.lower() == ".parquet":
            source.sink_parquet(beside, compression="zstd")
        else:
            source.sink_csv(beside)
        os.replace(beside, path)
    finally:
        beside.unlink(missing_ok=True)
