"""Files what the sources tell of accords between the two States: each side's word as it published it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from pathlib import Path

from django.db import transaction

from dedere.clerk.accords import FiledAccord, accord_file, file_accord, record_accord, sign_proposed
from dedere.clerk.example.accordrows import Rows, accord_of, read_rows
from dedere.clerk.example.folder import Example, UnreadableExample
from dedere.clerk.example.load import LOADER, READER
from dedere.clerk.example.telling import midnight
from dedere.docket.accords import digest_of
from dedere.docket.acts import Act
from dedere.docket.entries import (
    AccordRecorded,
    Entry,
    EvidenceAdded,
    PositionPublished,
    SignaturePublished,
)
from dedere.registry import imported, journal, published
from dedere.registry.imported import Import
from dedere.words import Refused

TABLE = "accords.csv"
Row = Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptAccords:
    """The numbers of an example's accords, by the ids of its rows; ``fresh`` where this call filed them."""

    numbers: Mapping[str, str]
    fresh: bool


@transaction.atomic
def keep_accords(folder: Path, example: Example) -> KeptAccords | None:
    """File the accords of an example once; None where its folder has none.

    Raises UnreadableExample naming the row that cannot be read, or that the docket refuses.
    """
    if not (folder / TABLE).exists():
        return None
    journal.hold()
    rows = read_rows(folder)
    keys = {f"{example.name}/accord/{row['id']}": row["id"] for row in rows.accords}
    if found := imported.known(list(keys)):
        return KeptAccords(numbers={keys[key]: each.stream for key, each in found.items()}, fresh=False)
    published.publish(example.sources)
    numbers = _file_all(example, rows)
    digest = sha256((folder / TABLE).read_bytes()).hexdigest()
    imported.remember(
        (Import(key=key, stream=numbers[id], digest=digest) for key, id in keys.items()),
        at=example.demonstration,
    )
    return KeptAccords(numbers=numbers, fresh=True)


def _file_all(example: Example, rows: Rows) -> dict[str, str]:
    numbers: dict[str, str] = {}
    for row in rows.accords:
        accord = accord_of(row, rows.accounts, numbers)
        act = _act(f"record-{accord.kind}", AccordRecorded(accord=accord), accord.first_day, row)
        at = max(act.occurred_at, example.demonstration)
        filed = _demand(row["id"], record_accord(act, by=LOADER, at=at))
        numbers[row["id"]] = filed.file.number
    for told, act_of in ((rows.positions, _position), (rows.evidence, _evidence)):
        _file_rows(example, told, numbers, act_of)
    for row in rows.signatures:
        _sign(example, row, numbers[row["accord"]])
    return numbers


def _file_rows(
    example: Example, rows: Sequence[Row], numbers: Mapping[str, str], act_of: Callable[[Row], Act]
) -> None:
    for row in rows:
        act = act_of(row)
        at = max(act.occurred_at, example.demonstration)
        _demand(row["accord"], file_accord(numbers[row["accord"]], act, by=LOADER, at=at))


def _position(row: Row) -> Act:
    on = date.fromisoformat(row["on"])
    said = PositionPublished(side=row["side"], position=row["position"], on=on, en=row["en"], es=row["es"])
    return _act("record-published-position", said, on, row)


def _evidence(row: Row) -> Act:
    on = date.fromisoformat(row["on"])
    return _act("add-evidence", EvidenceAdded(on=on, en=row["en"], es=row["es"]), on, row)


def _sign(example: Example, row: Row, number: str) -> None:
    """Record a published signature: two officers read the source, as for everything of legal effect."""
    on = date.fromisoformat(row["on"])
    entry = SignaturePublished(side=row["side"], on=on, digest=digest_of(accord_file(number).recorded))
    act = _act("record-published-signature", entry, on, row)
    at = max(act.occurred_at, example.demonstration)
    filed = _demand(row["accord"], file_accord(number, act, by=LOADER, at=at))
    _demand(row["accord"], sign_proposed(number, filed.lines[-1].number, by=READER, at=at))


def _act(code: str, entry: Entry, on: date, row: Row) -> Act:
    return Act(code=code, entry=entry, occurred_at=midnight(on), sources=tuple(row["sources"].split()))


def _demand(place: str, filed: FiledAccord | Refused) -> FiledAccord:
    if isinstance(filed, Refused):
        facts = ", ".join(f"{name} {value}" for name, value in filed.facts.items())
        raise UnreadableExample(
            where=place, what=f"the docket refuses it: {filed.code} {facts}", remedy="correct its files"
        )
    return filed
