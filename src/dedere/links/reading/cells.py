"""Cells as they are written become ties and parties, each read as its column says."""

from __future__ import annotations

import polars as pl

from dedere.links.kinds import INFORMATION_RATINGS, SOURCE_RATINGS, WORDS, Basis
from dedere.links.network import PARTIES, TIES

WEIGHT = "weight"
CODE = "#code"
PARTY_KINDS = {
    **dict.fromkeys(("person", "persona", "individual", "human"), "person"),
    **dict.fromkeys(
        ("organisation", "organization", "organizacion", "organización", "company", "group", "grupo"),
        "organisation",
    ),
}
_YES = ("yes", "true", "1", "si", "sí", "y", "x")
_NO = ("no", "false", "0", "n")
_DAY = r"^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$"
_RATING = f"^[{''.join(SOURCE_RATINGS)}][{''.join(INFORMATION_RATINGS)}]$"
_BETWEEN_SOURCES = r"[\s|;]+"
Unread = dict[str, int]


def tidy(cells: pl.DataFrame) -> pl.DataFrame:
    """Cells without blanks around them; one that is empty is null."""
    texts = pl.col(pl.String).str.strip_chars()
    return cells.with_columns(pl.when(texts != "").then(texts))


def ties_of(cells: pl.DataFrame) -> tuple[pl.DataFrame, Unread]:
    """Return tidy cells as ties, typed as in TIES, each with a code where it cannot be taken, or null.

    A cell of a closed list that is not of it, or a day that is none, is left empty and counted by code of
    the group ``unread``: the tie is told all the same.
    """
    has = [name for name in (*TIES, WEIGHT) if name in cells.columns]
    further = [name for name in cells.columns if name not in has]
    lists = [name for name in has if name in ("since", "until", "basis", "reliability", "joint_offence")]
    strays = cells.select((~_fits(name)).sum().alias(name) for name in lists)
    ties = cells.select(_fault(has).alias(CODE), *(_read(name) for name in has), *further)
    return ties, dict(zip(lists, strays.row(0), strict=True)) if lists else {}


def _fault(has: list[str]) -> pl.Expr:
    """Why a row cannot be taken."""
    found = {"no-end": pl.col("from").is_null() | pl.col("to").is_null()}
    if {"since", "until"} <= set(has):
        until = pl.col("until")
        crossed = pl.col("since").str.head(until.str.len_chars()) > until
        found["days-crossed"] = _fits("since") & _fits("until") & crossed
    if WEIGHT in has:
        number = pl.col(WEIGHT).cast(pl.Float64, strict=False)
        found["weight-no-number"] = pl.col(WEIGHT).is_not_null() & ~number.is_finite().fill_null(False)
        found["weight-negative"] = number < 0
    return pl.coalesce(pl.when(wrong).then(pl.lit(code)) for code, wrong in found.items())


def _fits(name: str) -> pl.Expr:
    """Whether a cell says what its column holds; null where it says nothing."""
    return {
        "since": pl.col(name).str.contains(_DAY),
        "until": pl.col(name).str.contains(_DAY),
        "basis": _code(name).is_in([basis.value for basis in Basis]),
        "reliability": pl.col(name).str.to_uppercase().str.contains(_RATING),
        "joint_offence": pl.col(name).str.to_lowercase().is_in((*_YES, *_NO)),
    }[name]


def _code(name: str) -> pl.Expr:
    """A code however its words are joined and written."""
    return pl.col(name).str.to_lowercase().str.replace_all(r"[_\s]+", "-")


def _read(name: str) -> pl.Expr:
    cell = pl.col(name)
    if name == "kind":  # one that is not in the list stays as it is written
        return pl.coalesce(_code(name).replace_strict(WORDS, default=None, return_dtype=pl.String), cell)
    return {
        "since": pl.when(_fits("since")).then(cell),
        "until": pl.when(_fits("until")).then(cell),
        "basis": pl.when(_fits("basis")).then(_code(name)),
        "reliability": pl.when(_fits("reliability")).then(cell.str.to_uppercase()),
        "sources": cell.str.replace_all(_BETWEEN_SOURCES, " ").str.strip_chars().str.split(" "),
        "joint_offence": pl.when(_fits("joint_offence")).then(cell.str.to_lowercase().is_in(_YES)),
        WEIGHT: cell.cast(pl.Float64, strict=False),
    }.get(name, cell).alias(name)


def parties_of(cells: pl.DataFrame, kind: str | None) -> tuple[pl.DataFrame, Unread]:
    """Return tidy cells as parties, and how many of their kinds cannot be read and are left empty.

    ``kind`` is that of the table, where it holds one alone. A party without a name is named by its id.
    """
    told = pl.col("kind") if "kind" in cells.columns else pl.lit(kind, dtype=pl.String)
    read = told.str.to_lowercase().replace_strict(PARTY_KINDS, default=None, return_dtype=pl.String)
    name = pl.coalesce("name", "id") if "name" in cells.columns else pl.col("id")
    further = [column for column in cells.columns if column not in PARTIES]
    strays = cells.select((told.is_not_null() & read.is_null()).sum()).item()
    return cells.select("id", name.alias("name"), read.alias("kind"), *further), {"party-kind": strays}
