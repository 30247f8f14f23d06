"""An entry says what happened; a line says who recorded it, when, and where it stands."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime

KINDS: dict[str, type[Entry]] = {}


def code_of(name: str) -> str:
    """``RequestReceived`` becomes ``request-received``: the code of a class."""
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "-", name).lower()


@dataclass(frozen=True, slots=True, kw_only=True)
class Charge:
    """One charge of a request: its id within the case, its title, its provision, its standing."""

    id: str
    title: str
    provision: str = ""
    standing: str = "charged"


@dataclass(frozen=True, slots=True, kw_only=True)
class FileRead:
    """A file that something recorded was read from: its name, the SHA-256 of its bytes, its rows."""

    name: str
    digest: str
    rows: int


class Entry:
    """Base of every kind; each subclass is a frozen dataclass and registers its code."""

    __slots__ = ()
    code: str

    def __init_subclass__(cls) -> None:
        super().__init_subclass__()
        cls.code = code_of(cls.__name__)
        KINDS[cls.code] = cls


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One entry as it stands in a case or a handover.

    Attributes:
        number: 1, 2, 3 … within its stream (a case or a handover).
        track: id of the track it concerns; empty when it concerns the whole case.
        occurred_at: when it happened, with zone.
        recorded_at: when it was recorded, with zone.
        by: the officer (or the loader) who recorded it.
        second: the officer who signed second; empty where one signature is enough.
        sources: ids of published sources or documents that prove it.
        simulated: True where the act was filed in a demonstration and did not happen.
    """

    number: int
    entry: Entry
    occurred_at: datetime
    recorded_at: datetime
    by: str
    track: str = ""
    second: str = ""
    sources: tuple[str, ...] = ()
    simulated: bool = False
