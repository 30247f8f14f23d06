"""What is open after a meeting: so many on our side, so many on theirs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from dedere.accords.accord import Accord, Kind
from dedere.accords.position import ENDED, Column, column


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """An accord with its number and both columns, as it stands in the ledger."""

    number: str
    accord: Accord
    columns: tuple[Column, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowUp:
    """What was promised at a meeting and by then: the numbers still open, by giver.

    ``made`` are the numbers of what was promised at the meeting itself; ``open`` those of every promise
    made by its last day that the giver has not said to be kept or broken. One that both gave is in both.
    """

    meeting: str
    made: tuple[str, ...]
    open: Mapping[str, tuple[str, ...]]


def follow_up(meeting: Kept, ledger: Iterable[Kept]) -> FollowUp:
    """Return what the meeting left open, giver by giver, as the columns stand now."""
    last = meeting.accord.until or meeting.accord.on
    promised = [
        each
        for each in ledger
        if _promises(each.accord) and (each.accord.at == meeting.number or each.accord.on <= last)
    ]
    return FollowUp(
        meeting=meeting.number,
        made=tuple(each.number for each in promised if each.accord.at == meeting.number),
        open={
            side: tuple(each.number for each in promised if _open(each, side))
            for side in meeting.accord.between
        },
    )


def _promises(accord: Accord) -> bool:
    """Whether something is to be done under it: every commitment, and an agreement with a day of its own."""
    dated = accord.kind == Kind.AGREEMENT.value and bool(accord.due or accord.every)
    return dated or accord.kind == Kind.COMMITMENT.value


def _open(kept: Kept, side: str) -> bool:
    return side in kept.accord.by and column(kept.columns, side).position not in ENDED
