"""Fuzz what another State may send: envelopes, letters, receipts, cards, journals; only a refusal may come.

Run it as ``python -m tests.fuzz_envelope -max_total_time=600``; every option is libFuzzer's own. A letter is
fuzzed both as bytes on the wire and as a text that its sender signed and sealed, since a fuzz never comes
past a seal by itself. The suite runs the same target on a fixed, seeded sample.
"""

from __future__ import annotations

import io
import random
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from dedere.seal import envelope, growth, letter, note, receipt, trust, verifier
from dedere.seal.growth import Growth
from dedere.seal.letter import Letter
from dedere.seal.receipt import Event, Receipt
from dedere.seal.trust import Card, Term
from dedere.seal.unsealed import NotOpened
from dedere.seal.verifier import Head
from dedere.words import State
from seal import journalfile

from post import AT, ELBONIA, RURITANIA, STATES, hands, letter_to, sealed

WIRE, LETTER, RECEIPT, CARD, NOTE, JOURNAL, GROWTH = (
    b"W",
    b"L",
    b"R",
    b"C",
    b"N",
    b"J",
    b"G",
)  # what a sample is, by its first byte
SIGNER = STATES[RURITANIA].signer
KNOWN = {RURITANIA: (SIGNER.verifier(),)}
LARGEST = 1 << 14


def feed(sample: bytes) -> str:
    """Read a sample as what its first byte says; a refusal is let through, and nothing else.

    Says what became of it: ``read`` or the fault.
    """
    try:
        _TARGETS.get(sample[:1], _wire)(sample[1:])
    except NotOpened as refusal:
        return refusal.fault.value
    return "read"


def _wire(raw: bytes) -> None:
    opened = envelope.open_envelope(io.BytesIO(raw), hands(), at=AT)
    assert sum(len(piece) for _, piece in opened.pieces()) == sum(part.length for part in opened.letter.parts)


def _letter(raw: bytes) -> None:
    text = _signable(raw)
    read = letter.read(text)
    assert read.text() == text, "a letter has one form"
    assert letter.sizes(read.parts) == [min(letter.PIECE, size) for size in letter.sizes(read.parts)]


def _receipt(raw: bytes) -> None:
    signed = note.sign(_signable(raw), SIGNER)
    assert receipt.sign(receipt.read(signed, KNOWN), SIGNER) == signed, "a receipt has one form"


def _card(raw: bytes) -> None:
    signed = note.sign(_signable(raw), SIGNER)
    card = trust.first(signed)
    assert trust.sign(card, SIGNER) == signed, "a card has one form"
    assert len(card.fingerprint()) == 71


def _note(raw: bytes) -> None:
    text = raw.decode(errors="replace")
    list(note.signatures(text))
    note.signed_by(text, [SIGNER.verifier()])


def _journal(raw: bytes) -> None:
    found = verifier.verify_stream(io.BytesIO(raw))
    assert isinstance(found, Head) or found.reason in verifier.WHY


def _growth(raw: bytes) -> None:
    text = raw.decode(errors="replace")
    assert growth.read(text).text() == text, "growth has one form"


_TARGETS: dict[bytes, Callable[[bytes], None]] = {
    WIRE: _wire,
    LETTER: _letter,
    RECEIPT: _receipt,
    CARD: _card,
    NOTE: _note,
    JOURNAL: _journal,
    GROWTH: _growth,
}


def _signable(raw: bytes) -> str:
    """What a sender could sign: any text without control letters that ends its line."""
    text = "".join(each for each in raw.decode(errors="replace") if each == "\n" or each >= " ")
    return text.rstrip("\n") + "\n"


def seeds() -> Iterator[bytes]:
    """One sound sample of each kind."""
    yield WIRE + sealed(b'{"lines":[]}', bytes(40))
    yield LETTER + written().text().encode()
    given_out = Receipt(event=Event.ACCEPTED, envelope="a" * 64, letter="b" * 64, by=RURITANIA, at=AT)
    yield RECEIPT + given_out.text().encode()
    yield RECEIPT + replace(given_out, event=Event.REFUSED, letter="", fault="altered").text().encode()
    yield CARD + _first_card().text().encode()
    yield JOURNAL + journalfile.written(journalfile.whole())
    signed = str(journalfile.signed(journalfile.whole()[:2])["checkpoint"])
    yield GROWTH + Growth(old=1, proof=(bytes(32), bytes(32)), note=signed).text().encode()
    yield NOTE + note.sign("a text\n\nwith an empty line\n", SIGNER).encode()


def written() -> Letter:
    """A letter with two documents, one of them in two pieces."""
    contents = (b'{"lines":[]}', bytes(letter.PIECE + 1))
    named = enumerate(contents)
    parts = tuple(letter.part(f"part {place}", "text/plain", io.BytesIO(each)) for place, each in named)
    return Letter(address=letter_to(), parts=parts)


def _first_card() -> Card:
    term = Term(since=AT, until=AT + timedelta(days=365))
    return Card(
        origin=RURITANIA,
        state=State("RU"),
        issue=1,
        written_at=AT,
        signing=((SIGNER.verifier(), term),),
        sealing=((STATES[ELBONIA].opening.sealing(), term),),
    )


def mutated(sample: bytes, dice: random.Random) -> bytes:
    """A sample changed in some places: bytes flipped, cut, doubled, or put in from another."""
    changed = bytearray(sample)
    for _ in range(dice.choice((1, 1, 2, 4))):
        place = dice.randrange(1, len(changed) + 1)
        match dice.randrange(4):
            case 0 if place < len(changed):
                changed[place] ^= 1 << dice.randrange(8)
            case 1:
                del changed[place : place + dice.choice((1, 2, 30))]
            case 2:
                changed[place:place] = dice.choice(_ODD)
            case _:
                changed[place:place] = changed[place : place + dice.choice((1, 8, 64))]
    return bytes(changed)


_ODD = (
    b"null",
    b"-1",
    b"1e400",
    b"9" * 400,
    b"[" * 200,
    b'"',
    b"\xff",
    b"\xc3\xa9",
    b"\n\n",
    b"true",
    b"{}",
    b"\\ud800",
)


def main() -> None:
    """Fuzz until libFuzzer's own limits end it."""
    import atheris

    def mutator(sample: bytes, largest: int, seed: int) -> bytes:
        dice = random.Random(seed)
        ours = dice.random() < 0.5
        return (mutated(sample, dice) if ours else bytes(atheris.Mutate(sample, len(sample))))[:largest]

    def target(sample: bytes) -> None:
        feed(sample)

    folder = Path(sys.argv.pop() if not sys.argv[-1].startswith("-") and len(sys.argv) > 1 else ".fuzz")
    folder.mkdir(exist_ok=True)
    for place, seed in enumerate(seeds()):
        (folder / f"envelope-{place}").write_bytes(seed[:LARGEST])
    atheris.instrument_all()
    options = [f"-max_len={LARGEST}", "-timeout=20", "-rss_limit_mb=2048", str(folder)]
    atheris.Setup([*sys.argv, *options], target, custom_mutator=mutator)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
