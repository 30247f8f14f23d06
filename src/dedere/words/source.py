"""Who said a thing, and in what standing a statement about a person is."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Standing(str, Enum):
    """How far a statement about a person has come; charged, pleaded, convicted are three things."""

    ALLEGED = "alleged"
    CHARGED = "charged"
    PLEADED = "pleaded"
    CONVICTED = "convicted"
    ACQUITTED = "acquitted"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A published source: outlet, date (ISO, may be partial), language, tier, address."""

    id: str
    outlet: str
    date: str
    language: str
    tier: str
    address: str
    title: str = ""
