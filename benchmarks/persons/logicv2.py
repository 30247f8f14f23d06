"""nomenklatura's logic-v2 on the best candidates of some wanted: it compares a thousand pairs a second."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import polars as pl
from followthemoney import model
from followthemoney.proxy import EntityProxy
from nomenklatura.matching import get_algorithm

from benchmarks.persons.candidates import candidates
from benchmarks.persons.peer import Linked, rolls, serve

SEXES = {"M": "male", "F": "female"}


def link(folder: Path) -> Linked:
    """Compare every candidate, as the matcher is set out of the box."""
    pairs = candidates(folder)
    wanted, register = (
        _entities(roll.filter(pl.col("id").is_in(pairs[column].unique().implode())))
        for column, roll in zip(pairs.columns, rolls(folder), strict=True)
    )
    matcher = get_algorithm("logic-v2")
    config = matcher.default_config()
    scores = [matcher.compare(wanted[one], register[other], config).score for one, other in pairs.iter_rows()]
    scored = pairs.with_columns(score=pl.Series(scores, dtype=pl.Float64))
    return Linked(pairs=scored)


def _entities(roll: pl.DataFrame) -> dict[str, EntityProxy]:
    return {row["id"]: _entity(row) for row in roll.iter_rows(named=True)}


def _entity(row: Mapping[str, Any]) -> EntityProxy:
    person = model.make_entity("Person")
    person.id = row["id"]
    parts = [row[each] for each in ("given", "surname_1", "surname_2") if row[each]]
    person.add("name", " ".join(parts) or row["full_name"])
    person.add("firstName", row["given"])
    person.add("lastName", " ".join(parts[1:]) if row["given"] else None)
    person.add("alias", row["aliases"])
    if row["year"]:
        born = [f"{row['year']:04d}", *(f"{row[each]:02d}" for each in ("month", "day") if row[each])]
        person.add("birthDate", "-".join(born))
    person.add("gender", SEXES.get(row["sex"]))
    person.add("idNumber", row["curp"])
    return person


if __name__ == "__main__":
    serve(link)
