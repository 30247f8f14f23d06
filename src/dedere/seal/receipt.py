"""A receipt: what became of an envelope, signed by whom it befell, provable without either installation.

The ladder is that of registered electronic mail (ETSI EN 319 522-1, clause 6): submitted, relayed, accepted,
delivered, retrieved; or refused, with the fault.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from typing import Any

from dedere.seal import note, oneform
from dedere.seal.note import Signer, Verifier
from dedere.seal.unsealed import Fault, NotOpened

TITLE = "dedere-receipt/1"
_DIGEST = re.compile(r"[0-9a-f]{64}")


class Event(str, Enum):
    """The rungs of the ladder, from the lowest; ``refused`` ends it."""

    SUBMITTED = "submitted"  # the sender's outbox holds it: it will be tried until it is answered
    RELAYED = "relayed"  # it was put on the wire, or on the stick
    ACCEPTED = "accepted"  # the recipient's gate proved it and keeps it
    DELIVERED = "delivered"  # it stands in the recipient's docket
    RETRIEVED = "retrieved"  # an officer of the recipient opened it
    REFUSED = "refused"  # the recipient's gate did not take it, and says why

    @property
    def rung(self) -> int:
        """Return how high the event stands: 0 for submitted."""
        return list(Event).index(self)


@dataclass(frozen=True, slots=True, kw_only=True)
class Receipt:
    """One event of one envelope.

    ``envelope`` is the SHA-256 of its bytes, ``letter`` that of the letter inside (empty where it did not
    open), ``by`` the origin that says so, ``fault`` empty but for a refusal.
    """

    event: Event
    envelope: str
    letter: str
    by: str
    at: datetime
    fault: str = ""

    def text(self) -> str:
        """Return the text that is signed."""
        row = {
            "event": self.event.value,
            "envelope": self.envelope,
            "letter": self.letter,
            "by": self.by,
            "at": oneform.instant(self.at),
            "fault": self.fault,
        }
        return oneform.write(TITLE, row)

    def sound(self) -> bool:
        """Tell whether the receipt says what a gate says: a fault with a refusal, and only then."""
        return (
            _DIGEST.fullmatch(self.envelope) is not None
            and (self.letter == "" or _DIGEST.fullmatch(self.letter) is not None)
            and type(self.by) is str
            and type(self.fault) is str
            and bool(self.fault) is (self.event is Event.REFUSED)
        )


def sign(receipt: Receipt, signer: Signer) -> str:
    """Return the receipt as a signed note."""
    return note.sign(receipt.text(), signer)


def read(signed: str, verifiers: Mapping[str, Sequence[Verifier]]) -> Receipt:
    """Read a receipt and prove who signed it; raises NotOpened."""
    receipt = oneform.read(TITLE, note.text_of(signed), _receipt)
    if not note.signed_by(signed, verifiers.get(receipt.by, ())):
        raise NotOpened(Fault.UNKNOWN_SENDER, "nobody whose keys we hold signed the receipt")
    return receipt


def _receipt(row: Mapping[str, Any]) -> Receipt:
    return Receipt(**{**row, "event": Event(row["event"]), "at": datetime.fromisoformat(row["at"])})
