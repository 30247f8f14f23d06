"""The request: drafted, sent, received, completed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from dedere.docket.entries.line import Entry

__all__ = [
    "RequestDrafted",
    "RequestTransmitted",
    "RequestReceived",
    "SupplementRequested",
    "SupplementReceived",
    "DocumentFiled",
    "RequestAdmitted",
    "RequestNotAdmitted",
    "RequestWithdrawn",
    "RequestLapsed",
    "OtherRequestRecorded",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestDrafted(Entry):
    """A request was drafted."""

    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestTransmitted(Entry):
    """The request left through the diplomatic channel."""

    reference: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestReceived(Entry):
    """An office received the formal request; whose receipt it is may stop a clock."""

    office: str
    complete: bool
    reference: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SupplementRequested(Entry):
    """More evidence or papers were asked for, tied to what is missing."""

    missing: tuple[str, ...]
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SupplementReceived(Entry):
    """The papers asked for arrived."""

    office: str
    complete: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentFiled(Entry):
    """A document came to the file."""

    document: str
    title: str
    language: str = ""
    page: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestAdmitted(Entry):
    """The request was found in order and went forward."""

    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestNotAdmitted(Entry):
    """The request was found not in order and went back."""

    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestWithdrawn(Entry):
    """The requesting State withdrew."""

    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestLapsed(Entry):
    """A clock ran out and the route lapsed; to lapse is not to be refused."""

    clock: str
    reason: str = ""
    final: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherRequestRecorded(Entry):
    """Another State asks for the same person: what is known of its request; the rest stays open.

    ``committed_in`` is the State where its offence was committed; ``maximum`` its maximum penalty, in
    months, ``life`` or ``death``; ``case`` our own number of its case, where it has one.
    """

    request: str
    asking: str
    received_on: date | None = None
    provisional_on: date | None = None
    treaty: bool | None = None
    national: bool | None = None
    re_extradition: bool | None = None
    purpose: str = ""
    committed_in: str = ""
    maximum: str = ""
    case: str = ""
