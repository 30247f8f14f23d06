"""A row of a table becomes the case that it wants, or the complaint that names what is broken."""

from __future__ import annotations

import hashlib
import json
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from dedere.clerk.columns import FACT, Facts, known_columns
from dedere.clerk.tables import MAX_CELL, Row, Table
from dedere.docket.choices import NAME_STANDINGS
from dedere.docket.entries import Charge
from dedere.docket.stage import TrackKind
from dedere.law.vocabulary import Fact
from dedere.words import Standing, State, Unreadable

Value = bool | int | str
KINDS = tuple(kind.value for kind in TrackKind)
STANDINGS = tuple(standing.value for standing in Standing)
MAX_KEY = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """The case that a row wants; ``digest`` tells whether a row that comes again says anything new."""

    at: int
    key: str
    person: str
    requesting: State
    requested: State
    nationalities: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    name_standing: str = "established"
    other_number: str = ""
    opened: date | datetime | None = None
    track: TrackKind | None = None
    basis: str = ""
    article: str = ""
    charges: tuple[Charge, ...] = ()
    facts: Mapping[str, Value] = field(default_factory=dict)
    note: str = ""
    sources: tuple[str, ...] = ()
    digest: str = ""
    cells: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class BrokenRow:
    """A row that cannot be taken: where, which code with its facts, and its cells.

    ``group`` is ``broken`` for a row that cannot be read, ``refused`` where the docket refuses its acts.
    """

    at: int
    code: str
    facts: Mapping[str, object]
    cells: Mapping[str, str]
    group: str = "broken"


class _Broken(Exception):
    def __init__(self, code: str, **facts: object) -> None:
        super().__init__(code)
        self.code, self.facts = code, facts


def read_rows(table: Table, facts: Facts) -> Iterator[Wanted | BrokenRow]:
    """Yield each row, read or named broken, in the order of the file.

    Raises UnreadableTable for a column that no case has; a broken row stops no other.
    """
    columns = known_columns(table, facts)
    seen: set[str] = set()
    for row in table.rows:
        try:
            wanted = _read(row, columns, facts)
            if wanted.key in seen:
                raise _Broken("key-twice", value=wanted.key)
            seen.add(wanted.key)
            yield wanted
        except _Broken as broken:
            yield BrokenRow(at=row.at, code=broken.code, facts=broken.facts, cells=row.cells)


def _read(row: Row, columns: Mapping[str, str], facts: Facts) -> Wanted:
    if row.broken:
        raise _Broken(row.broken)
    cells = {columns[column]: _clean(column, text) for column, text in row.cells.items()}
    requesting, requested = _state("requesting", cells), _state("requested", cells)
    if requesting == requested:
        raise _Broken("same-state")
    charges, known = _charges(cells), dict(_facts(cells, facts))
    if not charges and (lone := next((name for name in known if facts[name].about == "charge"), "")):
        raise _Broken("no-charge", column=f"{FACT}{lone}")
    kind = _one_of("track", cells, KINDS)
    return Wanted(
        at=row.at,
        key=_key(cells),
        person=_needed("person", cells),
        requesting=requesting,
        requested=requested,
        nationalities=tuple(_as_state("nationalities", each) for each in _list("nationalities", cells)),
        aliases=_list("aliases", cells),
        name_standing=_one_of("name_standing", cells, NAME_STANDINGS) or "established",
        other_number=cells.get("other_number", ""),
        opened=_opened(cells),
        track=TrackKind(kind) if kind else None,
        basis=cells.get("basis", ""),
        article=cells.get("article", ""),
        charges=charges,
        facts=known,
        note=cells.get("note", ""),
        sources=tuple(cells.get("sources", "").replace(";", " ").split()),
        digest=_digest(cells),
        cells=row.cells,
    )


def _clean(column: str, text: str) -> str:
    if len(text) > MAX_CELL:
        raise _Broken("too-long", column=column, most=MAX_CELL)
    if any(unicodedata.category(each) in ("Cc", "Cs") and each not in "\t\r\n" for each in text):
        raise _Broken("control-character", column=column)
    return unicodedata.normalize("NFC", text)


def _needed(column: str, cells: Mapping[str, str]) -> str:
    text = cells.get(column, "")
    if not text:
        raise _Broken("empty", column=column)
    return text


def _list(column: str, cells: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(part.strip() for part in cells.get(column, "").split(";") if part.strip())


def _state(column: str, cells: Mapping[str, str]) -> State:
    return _as_state(column, _needed(column, cells))


def _as_state(column: str, text: str) -> State:
    try:
        return State(text)
    except Unreadable:
        raise _Broken("no-state", column=column, value=text) from None


def _one_of(column: str, cells: Mapping[str, str], codes: tuple[str, ...]) -> str:
    text = cells.get(column, "")
    if text and text not in codes:
        raise _Broken("no-code", column=column, value=text, known=", ".join(codes))
    return text


def _key(cells: Mapping[str, str]) -> str:
    key = _needed("key", cells)
    if len(key) > MAX_KEY:
        raise _Broken("too-long", column="key", most=MAX_KEY)
    return key


def _opened(cells: Mapping[str, str]) -> date | datetime | None:
    """Read ``opened_on``: a day, or an instant that says its zone."""
    text = cells.get("opened_on", "")
    try:
        if not text:
            return None
        if len(text) <= 10:
            return date.fromisoformat(text)
        at = datetime.fromisoformat(text)
    except ValueError:
        at = datetime.min  # noqa: DTZ901  (stands for what could not be read, like an instant without zone)
    if at.tzinfo is None:
        raise _Broken("no-instant", column="opened_on", value=text)
    return at


def _charges(cells: Mapping[str, str]) -> tuple[Charge, ...]:
    """Read ``title; title [standing]``; a charge without brackets stands as charged."""
    charges = []
    for number, text in enumerate(_list("charges", cells), 1):
        title, _, said = text.removesuffix("]").partition("[") if text.endswith("]") else (text, "", "")
        standing = _one_of("charges", {"charges": said.strip()}, STANDINGS) or Standing.CHARGED.value
        charges.append(Charge(id=str(number), title=title.strip(), standing=standing))
    return tuple(charges)


def _facts(cells: Mapping[str, str], facts: Facts) -> Iterator[tuple[str, Value]]:
    for column, text in cells.items():
        if column.startswith(FACT) and text:
            yield column.removeprefix(FACT), _fact(column, text, facts[column.removeprefix(FACT)])


def _fact(column: str, text: str, fact: Fact) -> Value:
    said = fact.read(text)
    if said is None:
        raise _Broken("no-fact", column=column, value=text, wanted=fact.wants())
    return said.isoformat() if isinstance(said, date) else said


def _digest(cells: Mapping[str, str]) -> str:
    said = {column: text for column, text in cells.items() if text}
    return hashlib.sha256(json.dumps(said, sort_keys=True, ensure_ascii=False).encode()).hexdigest()
