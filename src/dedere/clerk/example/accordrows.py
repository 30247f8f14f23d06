"""The rows of an example's accords as the ledger takes them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from dedere.accords.accord import LEDGER, Accord, Account, Attendant, Indicator, Words
from dedere.accords.figures import Figure
from dedere.clerk.example.folder import UnreadableExample, read_table

Row = Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rows:
    """What the folder tells of accords, table by table; every ``accord`` is an ``id`` of the first."""

    accords: Sequence[Row]
    accounts: Sequence[Row]
    positions: Sequence[Row]
    evidence: Sequence[Row]
    signatures: Sequence[Row]


def read_rows(folder: Path) -> Rows:
    """Read the five tables; raises UnreadableExample where one lacks, or names an accord that does."""
    rows = Rows(
        accords=read_table(folder / "accords.csv"),
        accounts=read_table(folder / "accounts.csv"),
        positions=read_table(folder / "positions.csv"),
        evidence=read_table(folder / "evidence.csv"),
        signatures=read_table(folder / "signatures.csv"),
    )
    known = {row["id"] for row in rows.accords}
    for row in (*rows.accounts, *rows.positions, *rows.evidence, *rows.signatures):
        if row["accord"] not in known:
            raise UnreadableExample(
                where=f"{folder.name}: {row['accord']}",
                what="accords.csv has no such row",
                remedy="name the id of one of its rows",
            )
    return rows


def accord_of(row: Row, accounts: Sequence[Row], numbers: Mapping[str, str]) -> Accord:
    """Build an accord; ``numbers`` gives those of the rows before it, of which one may be its meeting.

    What the row itself says is the ledger's own wording: no sentence of a source is carried.
    """
    named = Account(whose=LEDGER, words=_words(row, ""), sources=tuple(row["sources"].split()))
    own = (_account(each) for each in accounts if each["accord"] == row["id"])
    return Accord(
        kind=row["kind"],
        area=row["area"],
        between=("MX", "US"),
        by=tuple(row["by"].split()),
        office=row["office"],
        beneficiary=row["beneficiary"],
        on=row["on"],
        until=row["until"],
        at=numbers[row["at"]] if row["at"] else "",
        place=row["place"],
        attended=tuple(_attendant(each) for each in row["attended"].split("; ") if each),
        accounts=(named, *own),
        due=_day(row["due"]),
        term=_words(row, "term_"),
        indicator=_indicator(row),
        proof=_words(row, "proof_"),
        figure=_figure(row),
        note=_words(row, "note_"),
    )


def _words(row: Row, prefix: str) -> Words | None:
    en, es = row[f"{prefix}en"], row[f"{prefix}es"]
    return Words(en=en, es=es) if en or es else None


def _account(row: Row) -> Account:
    return Account(
        whose=row["whose"],
        words=_words(row, ""),
        silent=row["silent"] == "yes",
        sources=tuple(row["sources"].split()),
    )


def _attendant(told: str) -> Attendant:
    """Read ``US: Rubio``."""
    state, _, name = told.partition(": ")
    return Attendant(state=state, name=name)


def _indicator(row: Row) -> Indicator | None:
    what = _words(row, "indicator_")
    return Indicator(what=what, unit=row["unit"], baseline=row["baseline"]) if what else None


def _figure(row: Row) -> Figure | None:
    if not row["figure"]:
        return None
    return Figure(
        name=row["figure"],
        since=_day(row["figure_since"]),
        until=_day(row["figure_until"]),
        track=row["figure_track"],
        about=row["figure_about"],
        target=int(row["target"]) if row["target"] else None,
    )


def _day(told: str) -> date | None:
    return date.fromisoformat(told) if told else None
