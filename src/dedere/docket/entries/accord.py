"""What two States promised each other, what each says became of it, and who signed its text."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from dedere.accords.accord import Accord
from dedere.accords.figures import Figure
from dedere.docket.entries.line import Entry

__all__ = [
    "AccordRecorded",
    "AccordCorrected",
    "PositionStated",
    "PositionPublished",
    "PositionStruck",
    "EvidenceAdded",
    "TextSigned",
    "SignaturePublished",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class AccordRecorded(Entry):
    """A meeting, an agreement, a commitment or a measure was recorded."""

    accord: Accord


@dataclass(frozen=True, slots=True, kw_only=True)
class AccordCorrected(Entry):
    """What was recorded was wrong; it stays to be read, and this is what holds."""

    accord: Accord
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PositionStated(Entry):
    """Our State said what became of the promise."""

    side: str
    position: str
    on: date
    en: str = ""
    es: str = ""
    figure: Figure | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PositionPublished(Entry):
    """What a State's published statement says became of the promise; the line names the source."""

    side: str
    position: str
    on: date
    en: str = ""
    es: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PositionStruck(Entry):
    """A statement had been entered in error; it stays to be read and counts no more."""

    line: int
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceAdded(Entry):
    """Something that bears on the promise was put on file, for whoever reads both columns."""

    on: date
    en: str = ""
    es: str = ""
    document: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TextSigned(Entry):
    """Our State signed the text; ``digest`` is the SHA-256 of the accord as it then stood."""

    side: str
    on: date
    digest: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SignaturePublished(Entry):
    """A State's signature to the text, taken from what it published; the line names the source."""

    side: str
    on: date
    digest: str
