"""What passed between two installations: whose keys are trusted, what was written, taken, refused, receipted.

A letter's ``note`` is the text that its sender signed, a ``receipt`` the signed note of whom it befell: what
stands here is proved without either installation.
"""

from __future__ import annotations

from dataclasses import dataclass

from dedere.docket.entries.line import Entry

__all__ = [
    "CardIssued",
    "CounterpartTrusted",
    "CounterpartPlaced",
    "CardRenewed",
    "TrustEnded",
    "LetterWritten",
    "LetterAbandoned",
    "LetterTaken",
    "LetterRefused",
    "CaseLinked",
    "ReceiptGiven",
    "ReceiptKept",
    "OtherStateSaid",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class CardIssued(Entry):
    """This installation gave out a card of its keys: the first, or one that adds or ends some."""

    card: str
    issue: int
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CounterpartTrusted(Entry):
    """Another State's card is trusted: two officers compared its fingerprint by voice."""

    origin: str
    card: str
    fingerprint: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CounterpartPlaced(Entry):
    """Where the counterpart's gate is, and the certificate that it shows there, in PEM."""

    address: str
    certificate: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CardRenewed(Entry):
    """A later card of the counterpart, signed by a key that was trusted on that day."""

    card: str
    issue: int


@dataclass(frozen=True, slots=True, kw_only=True)
class TrustEnded(Entry):
    """Nothing of the counterpart is believed any longer, until it is trusted anew."""

    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterWritten(Entry):
    """A letter to the counterpart lies in the outbox, sealed; ``envelope`` is the SHA-256 of its bytes.

    ``first`` and ``last`` are the lines of the case between which it tells what may cross.
    """

    letter: str
    case: str
    sequence: int
    kind: str
    first: int
    last: int
    note: str
    envelope: str
    receipt: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterAbandoned(Entry):
    """A letter is tried no more: so many tries went unanswered, or its day has passed."""

    letter: str
    reason: str
    tries: int


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterTaken(Entry):
    """A letter of the counterpart was proved to its last byte and is kept."""

    letter: str
    their_case: str
    sequence: int
    kind: str
    note: str
    envelope: str
    event: str
    receipt: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterRefused(Entry):
    """An envelope was not taken, and its sender was told why.

    ``letter`` is the digest of the letter inside, empty where it did not open; ``unsaid`` counts refusals
    since the last of these lines that left none, because there were too many in one hour.
    """

    envelope: str
    fault: str
    receipt: str
    letter: str = ""
    unsaid: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseLinked(Entry):
    """The counterpart's case is this case of ours: what it writes of the one is told on the other."""

    their_case: str
    case: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceiptGiven(Entry):
    """This installation signed what became of a letter later: relayed, delivered, retrieved."""

    letter: str
    event: str
    receipt: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceiptKept(Entry):
    """The counterpart signed what became of a letter of ours."""

    letter: str
    event: str
    receipt: str
    fault: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherStateSaid(Entry):
    """On a case: what the other State's letter says of it; it says so, and binds nobody here.

    ``message`` is the letter's message as canonical JSON, ``letter`` the letter's id.
    """

    state: str
    letter: str
    their_case: str
    message: str
