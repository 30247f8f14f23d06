"""The stages a track passes through; to lapse is not to be refused, to be released is not to be closed."""

from __future__ import annotations

from enum import Enum


class TrackKind(str, Enum):
    """The legal routes by which a person may be given up."""

    TREATY_EXTRADITION = "treaty-extradition"
    SIMPLIFIED_EXTRADITION = "simplified-extradition"
    TEMPORARY_SURRENDER = "temporary-surrender"
    NATIONAL_SECURITY_TRANSFER = "national-security-transfer"
    DEPORTATION = "deportation"
    SENTENCE_TRANSFER = "sentence-transfer"


class Stage(str, Enum):
    """Where a track stands; the spine of practice with its side entries and exits."""

    OPENED = "opened"
    DRAFT = "draft"
    TRANSMITTED = "transmitted"
    RECEIVED = "received"
    PAPERS_PENDING = "papers-pending"
    ADMITTED = "admitted"
    ARREST_SOUGHT = "arrest-sought"
    ARRESTED = "arrested"
    JUDICIAL_PHASE = "judicial-phase"
    OPINION_GIVEN = "opinion-given"
    CERTIFIED = "certified"
    NOT_CERTIFIED = "not-certified"
    GRANTED = "granted"
    PARTLY_GRANTED = "partly-granted"
    GRANTED_CONDITIONALLY = "granted-conditionally"
    REFUSED = "refused"
    REFERRED = "referred-for-prosecution"
    IN_REVIEW = "in-review"
    DEFERRED = "deferred"
    SURRENDER_ORDERED = "surrender-ordered"
    TEMPORARILY_SURRENDERED = "temporarily-surrendered"
    RETURNED = "returned"
    HANDED_OVER = "handed-over"
    MONITORED = "monitored"
    WITHDRAWN = "withdrawn"
    LAPSED = "lapsed"
    CLOSED = "closed"
