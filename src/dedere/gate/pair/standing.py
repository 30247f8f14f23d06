"""How an installation of a pair stands at the end, and what it makes of the other's ledger."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from dedere.clerk import checkpoints
from dedere.clerk.exchange.comparing import both_records
from dedere.docket import text
from dedere.docket.entries import LetterWritten, Line, OtherStateSaid
from dedere.docket.exchange import message
from dedere.docket.sort import Sort, exchange_of, sort_of
from dedere.gate.pair.acting import now
from dedere.gate.pair.history import Untrue, untrue
from dedere.registry import checkpoints as signed
from dedere.registry import journal
from dedere.registry.exchange.counterparts import correspondents
from dedere.registry.models import CaseRow
from dedere.registry.rebuild import rebuild
from dedere.seal.verifier import JOURNAL, Broken, Head, Key, verify


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """An installation at the end: does its journal hold, are its lists as drawn anew, does it agree.

    ``cosigned`` is how many of its entries the other State cosigned; ``differences`` counts the fields of
    which both records of a case say something else, ``unmarked`` the entries on cases and handovers that
    are not marked simulated.
    """

    entries: int
    cosigned: int
    holds: bool
    redrawn: int
    cases: int
    differences: int
    unmarked: int


def standing() -> Standing:
    """Return how this installation stands."""
    verified = checkpoints.verify()
    numbers = list(CaseRow.objects.values_list("number", flat=True))
    return Standing(
        entries=verified.size if isinstance(verified, Head) else 0,
        cosigned=signed.standing().cosigned,
        holds=bool(verified),
        redrawn=rebuild(write=False).differing,
        cases=len(numbers),
        differences=sum(len(both_records(number).differences) for number in numbers),
        unmarked=sum(not _marked(line) for _, line in _files()),
    )


def exchanged(state: str) -> tuple[Line, ...]:
    """Return the file of what passed between this installation and a State."""
    return journal.read(exchange_of(state))


def told_to(state: str) -> str:
    """Return the text of an entry of ours of which a State was told."""
    letter = next(line.entry for line in exchanged(state) if isinstance(line.entry, LetterWritten))
    return text.write(journal.read(letter.case)[letter.last - 1])


def copy(path: Path) -> Path:
    """Write a copy of the ledger, as it is given to the other State."""
    with path.open("w", encoding="utf-8") as file:
        file.writelines(checkpoints.export(at=now()))
    return path


def named(copied: Path) -> tuple[Broken | None, Untrue | None]:
    """Read the other State's copy: where it breaks, and which entry is not what we were told."""
    found = verify(copied, _keys())
    said = [line.entry for _, line in _files() if isinstance(line.entry, OtherStateSaid)]
    return (found if isinstance(found, Broken) else None), untrue(said, _told(copied))


def _keys() -> list[Key]:
    """Return the keys with which the States that we trust sign their journals."""
    cards = (each.card for each in correspondents())
    return [Key(each.name, JOURNAL, each.raw) for card in cards for each, _ in card.signing]


def _told(copied: Path) -> dict[str, list[Line]]:
    files: dict[str, list[Line]] = {}
    for raw in copied.read_text(encoding="utf-8").splitlines():
        if (row := json.loads(raw)).get("text"):
            files.setdefault(row["stream"], []).append(text.read(row["text"]))
    return files


def _files() -> list[tuple[str, Line]]:
    """Return every line of every case and handover."""
    return [
        (each.stream, text.read(each.text))
        for each in journal.lines()
        if sort_of(each.stream) in {Sort.CASE, Sort.HANDOVER}
    ]


def _marked(line: Line) -> bool:
    """Whether a line says that it is simulated; the other State's words say it line by line."""
    if isinstance(line.entry, OtherStateSaid):
        return all(each.get("simulated") for each in message.read(line.entry.message).lines)
    return line.simulated
