"""One claim that a text makes: an attribute, its value, and the characters it was read from."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Attribute(str, Enum):
    """What a claim is about."""

    VERB = "verb"  # extradited, transferred, surrendered, expelled, deported …
    COUNT = "count"  # of persons handed over
    DATE = "date"  # of the handover, meeting or agreement: an ISO day, month or year
    FROM_STATE = "from_state"  # ISO 3166-1 alpha-2
    TO_STATE = "to_state"
    PERSON = "person"
    ORGANISATION = "organisation"
    LEGAL_BASIS = "legal_basis"
    OFFENCE = "offence"
    OFFENCE_DATE = "offence_date"  # an ISO day, month or year
    MEETING = "meeting"
    AREA = "area"
    CITY = "city"
    UNDERTAKING = "undertaking"


class SentenceKind(str, Enum):
    """How the sentence says it: by itself, as somebody's words, or as a cause or a judgement of value."""

    FACT = "fact"
    REPORTED = "reported"
    OPINION = "opinion"


class Bound(str, Enum):
    """Whether a count is the number itself, or only a limit of it."""

    EXACT = "exact"
    AT_LEAST = "at-least"
    AT_MOST = "at-most"
    ABOUT = "about"


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """What ``text[start:end]`` claims of one attribute; ``sentence`` counts the text's sentences from 0.

    ``value`` is a code, a number in digits, an ISO date or a name; ``negated`` says that the text denies
    it. ``id`` is the docket's own, where the value is a person or organisation known to it. ``by`` is who
    is said to have said it, as written, where the sentence names somebody.
    """

    attribute: Attribute
    value: str
    start: int
    end: int
    sentence: int
    sentence_kind: SentenceKind
    negated: bool = False
    headline: bool = False
    quoted: bool = False
    bound: Bound = Bound.EXACT
    id: str = ""
    by: str = ""
