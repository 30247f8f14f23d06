"""Which line a step became that came under a key, so that the same step may come again."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from dedere.registry.models import Sent


@dataclass(frozen=True, slots=True, kw_only=True)
class Sending:
    """What makes a step the same step: the officer, the key, the handover, the person's case, the act."""

    officer: str
    key: str
    stream: str
    case: str
    act: str


def line_of(sending: Sending) -> int | None:
    """Return the line that this sending left before, or None where it is the first."""
    found = Sent.objects.filter(
        officer=sending.officer, key=sending.key, stream=sending.stream, case=sending.case, act=sending.act
    )
    return found.values_list("line", flat=True).first()


def keep(sending: Sending, line: int, *, at: datetime) -> None:
    """Keep which line it left; within the transaction that filed it."""
    Sent.objects.create(
        officer=sending.officer,
        key=sending.key,
        stream=sending.stream,
        case=sending.case,
        act=sending.act,
        line=line,
        at=at,
    )
