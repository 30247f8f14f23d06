"""Order, undertakings, handover and return."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from dedere.docket.entries.line import Charge, Entry

__all__ = [
    "SurrenderOrdered",
    "HandedOver",
    "ArrivalRefused",
    "ListedForHandover",
    "UnlistedFromHandover",
    "TemporarySurrenderAgreed",
    "TemporarilySurrendered",
    "Returned",
    "UndertakingGiven",
    "UndertakingBreached",
    "UndertakingChanged",
    "AssuranceQuestionAnswered",
    "SpecialityConsentAsked",
    "SpecialityConsentGiven",
    "SpecialityConsentRefused",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class SurrenderOrdered(Entry):
    """The authority ordered surrender."""

    authority: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HandedOver(Entry):
    """The person was handed over, by whom to whom, where."""

    place: str
    giving: str
    receiving: str
    handover: str = ""
    despite_stays: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ArrivalRefused(Entry):
    """The receiving side did not take the person; the leg ends where it began."""

    place: str
    reason: str
    handover: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedForHandover(Entry):
    """The person was put on the manifest of a handover."""

    handover: str
    on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class UnlistedFromHandover(Entry):
    """The person was taken off the manifest of a handover."""

    handover: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TemporarySurrenderAgreed(Entry):
    """The States agreed to surrender a convicted person for trial, to be returned."""

    conviction: str
    return_by: date | None = None
    terms: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TemporarilySurrendered(Entry):
    """The convicted person was surrendered for trial, to be returned."""

    place: str
    conviction: str
    return_by: date | None = None
    terms: str = ""
    despite_stays: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Returned(Entry):
    """The person came back after temporary surrender."""

    place: str
    handover: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class UndertakingGiven(Entry):
    """A State gave an undertaking: which office, on what, for which charges, from when, until when."""

    undertaking: str
    giver: str
    about: str
    text: str = ""
    text_of: str = ""
    form: str = ""
    charges: tuple[str, ...] = ()
    covers_person: str = "covered"
    authority_to_bind: bool | None = None
    authority_by: str = ""
    addressee: str = ""
    begins_on: date | None = None
    until: date | None = None
    conditions: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class UndertakingBreached(Entry):
    """An undertaking was reported breached."""

    undertaking: str
    report: str


@dataclass(frozen=True, slots=True, kw_only=True)
class UndertakingChanged(Entry):
    """An undertaking was confirmed, withdrawn or fulfilled."""

    undertaking: str
    change: str
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AssuranceQuestionAnswered(Entry):
    """One question about the quality of an undertaking was answered, in words."""

    undertaking: str
    question: str
    answer: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SpecialityConsentAsked(Entry):
    """Consent was asked to try another offence or to extradite onward."""

    charges: tuple[Charge, ...]
    reference: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SpecialityConsentGiven(Entry):
    """The surrendering State consented, for the named charges."""

    charges: tuple[str, ...]
    authority: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SpecialityConsentRefused(Entry):
    """The surrendering State did not consent."""

    charges: tuple[str, ...]
    authority: str
    reasons: str = ""
