"""Findings as a table: one row for each case, charge and clause, written in parts as they come."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

import numpy as np
import polars as pl
from polars.io.plugins import register_io_source

from dedere.law.assessment import Effect
from dedere.law.bulk import FINDINGS, Found, Head, Needs, found_together, plans
from dedere.law.kinds import KINDS
from dedere.law.library import Library
from dedere.law.plan import Plan
from dedere.words import State

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
    heads: list[Head] = [
        (State(requesting), State(requested), on, route)
        for requesting, requested, on, route in charges.select(
            "requesting", "requested", "on", "route"
        ).rows()
    ]
    by_head = plans(dict.fromkeys(heads), library)
    alike: dict[int, list[int]] = {}
    for at, head in enumerate(heads):
        alike.setdefault(id(by_head[head]), []).append(at)
    parts = [
        _together(charges, places, heads, by_head[heads[places[0]]], library, schema)
        for places in alike.values()
    ]
    return (
        pl.concat(parts).sort("at", maintain_order=True).drop("at") if parts else pl.DataFrame(schema=schema)
    )


def _together(
    charges: pl.DataFrame,
    places: Sequence[int],
    heads: Sequence[Head],
    made: Plan,
    library: Library,
    schema: Mapping[str, pl.DataType],
) -> pl.DataFrame:
    lot = charges[places]
    facts = {name: lot[name].to_list() for name in lot.columns if name in library.facts}
    asked = [heads[at] for at in places]
    found = found_together(made, asked, facts, library, needs="needs" in schema)
    charge = np.repeat(np.arange(lot.height, dtype=np.uint32), len(found))
    clause = np.tile(np.arange(len(found), dtype=np.uint32), lot.height)
    codes = np.array([each.codes for each in found], np.uint8).T.ravel()
    table = {name: lot[name].gather(charge) for name in ("case", "charge")}
    table |= {name: texts.gather(clause) for name, texts in _of_clauses(found, library, schema).items()}
    table["finding"] = _FOUND.gather(codes)
    if "needs" in schema:
        table["needs"] = _needs(found, lot.height)
    at = pl.Series(np.array(places, np.uint32)).gather(charge)
    return pl.DataFrame(table).select(*schema, at.alias("at"))


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
    said: dict[Needs, str] = {}
    rows = (
        said.setdefault(needs, " | ".join("; ".join(sorted(each)) for each in needs))
        for at in range(size)
        for needs in (each.needs[at] for each in found)
    )
    return pl.Series("needs", list(rows), dtype=pl.String)


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
