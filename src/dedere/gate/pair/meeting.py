"""Two States that meet: each makes its keys, hands over its card, and trusts the other's by two officers."""

from __future__ import annotations

from dataclasses import dataclass

from dedere.clerk.exchange import trusting
from dedere.clerk.exchange.certificate import certificate_path
from dedere.clerk.exchange.keys import keys
from dedere.clerk.exchange.making import make
from dedere.clerk.exchange.sending import send_due
from dedere.clerk.exchange.witnessing import show_due
from dedere.gate.pair.acting import FIRST, SECOND, demand, now
from dedere.gate.wire import Wire
from dedere.registry.models import DispatchRow


@dataclass(frozen=True, slots=True, kw_only=True)
class Introduced:
    """What one State gives the other: its card, the digits read aloud, its gate and the certificate there."""

    state: str
    card: str
    spoken: str
    address: str
    certificate: str


def introduce(origin: str, address: str) -> Introduced:
    """Make this installation's keys and say what the other State is given."""
    made = demand(make(origin, by="operator", at=now()))
    return Introduced(
        state=str(made.state),
        card=made.note,
        spoken=keys().card.fingerprint(),
        address=address,
        certificate=certificate_path().read_text(encoding="utf-8"),
    )


def trust(other: Introduced) -> None:
    """Trust the other State's card and its gate, each filed by one officer and signed by another."""
    filed = demand(trusting.propose(other.card, other.spoken, by=FIRST, at=now()))
    demand(trusting.sign(other.state, _awaiting(filed), by=SECOND, at=now()))
    filed = demand(trusting.place(other.state, other.address, other.certificate, by=FIRST, at=now()))
    demand(trusting.sign(other.state, _awaiting(filed), by=SECOND, at=now()))


def send() -> int:
    """Send what is due now; return how many letters and receipts were answered."""
    answered, wire = 0, Wire()
    while (sent := send_due(wire, at=now())).tried:
        answered += sent.answered
    return answered


def show() -> int:
    """Show the other State that our journal only grew; return how many cosigned it."""
    return show_due(Wire(), at=now()).cosigned


def unsent() -> int:
    """Return how many letters and receipts still wait to be sent, or are held."""
    return DispatchRow.objects.exclude(standing="done").count()


def _awaiting(filed: trusting.FiledCounterpart) -> int:
    assert filed.file.awaiting is not None  # noqa: S101  (told to mypy: both acts await a second officer)
    return filed.file.awaiting.line
