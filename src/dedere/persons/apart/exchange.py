"""The three messages: one side offers, the other answers, the first gives back; both know what both have.

Private set intersection by Diffie–Hellman (Meadows 1986; Huberman, Franklin and Hogg 1999): an element that
both sides raised comes out alike, whoever raised it first. Elements travel in rising order, which is no
order of a list. What comes back stands in the order in which it was sent, so that its sender alone knows
whose it is.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from dedere.persons.apart import group
from dedere.persons.apart.group import Progress, Stranger
from dedere.persons.apart.message import Message, UnreadableMessage, digest, read_message
from dedere.persons.apart.terms import Terms


@dataclass(frozen=True, slots=True, kw_only=True)
class Hand:
    """What one side works with: the terms, its secret (64 bytes, drawn for this session) and threads."""

    terms: Terms
    secret: bytes
    workers: int = 1
    progress: Progress = lambda _: None

    @property
    def number(self) -> bytes:
        """The number to which this side raises elements, in this session only."""
        return group.scalar(self.terms.domain + self.secret)

    def raise_(self, received: Sequence[bytes], where: str) -> list[bytes]:
        """Raise what the other side sent; a string that is no element is refused by its place."""
        try:
            return group.raised(self.number, received, workers=self.workers, progress=self.progress)
        except Stranger as stranger:
            raise UnreadableMessage(
                where=where,
                what=f"element {stranger.place} is not of the group",
                remedy="ask the other side to make the message again, and report it",
            ) from None


@dataclass(frozen=True, slots=True, kw_only=True)
class Own:
    """A side's list as it travels: elements in rising order, and at each place its key (empty: padding)."""

    elements: Sequence[bytes]
    keys: Sequence[str]


def blinded(hand: Hand, keys: Collection[str], size: int) -> Own:
    """Blind distinct keys, and pad them to the size agreed; the same secret gives the same list again."""
    ordered, domain = sorted(keys), hand.terms.domain
    padding = [b"padding" + hand.secret + place.to_bytes(4, "big") for place in range(size - len(ordered))]
    texts = [domain + text for text in (*(key.encode() for key in ordered), *padding)]
    ours = group.blinded(hand.number, texts, workers=hand.workers, progress=hand.progress)
    pairs = sorted(zip(ours, (*ordered, *("" for _ in padding)), strict=True))
    return Own(elements=[one for one, _ in pairs], keys=[key for _, key in pairs])


def offer(hand: Hand, own: Own) -> Message:
    """Begin: send the blinded list."""
    return Message(step="offer", terms=hand.terms.digest, after="", elements=own.elements)


def answer(hand: Hand, own: Own, offered: bytes, where: str) -> Message:
    """Answer an offer: name its elements raised once more, and send the own list, blinded."""
    message = demand(hand.terms, offered, where, "offer", after="")
    return Message(
        step="answer",
        terms=hand.terms.digest,
        after=digest(offered),
        tokens=_tokens(hand, message, where),
        elements=own.elements,
    )


def give_back(hand: Hand, offered: bytes, answered: bytes, where: str) -> Message:
    """Give back: name the answer's elements raised once more."""
    message = demand(hand.terms, answered, where, "answer", after=digest(offered))
    return Message(
        step="return",
        terms=hand.terms.digest,
        after=digest(answered),
        tokens=_tokens(hand, message, where),
    )


def found_by_offerer(own: Own, answered: bytes, returned: Message) -> dict[str, bytes]:
    """The offerer's keys that the other side has too, each with the name that both sides know it by."""
    named = read_message(answered, "answer").tokens
    return _shared(own, named, frozenset(returned.tokens))


def found_by_answerer(
    terms: Terms, own: Own, answered: bytes, returned: bytes, where: str
) -> dict[str, bytes]:
    """The answerer's keys that the other side has too, each with the name that both sides know it by."""
    message = demand(terms, returned, where, "return", after=digest(answered))
    return _shared(own, message.tokens, frozenset(read_message(answered, "answer").tokens))


def _tokens(hand: Hand, message: Message, where: str) -> list[bytes]:
    return [group.token(hand.terms.domain, one) for one in hand.raise_(message.elements, where)]


def _shared(own: Own, named: Sequence[bytes], theirs: frozenset[bytes]) -> dict[str, bytes]:
    return {key: name for key, name in zip(own.keys, named, strict=True) if key and name in theirs}


def demand(terms: Terms, sent: bytes, where: str, step: str, *, after: str) -> Message:
    """Read a message, and hold it against the turn it comes in."""
    message = read_message(sent, where)
    for holds, what, remedy in _demands(terms, message, step, after):
        if not holds:
            raise UnreadableMessage(where=where, what=what, remedy=remedy)
    return message


def _demands(terms: Terms, message: Message, step: str, after: str) -> list[tuple[bool, str, str]]:
    sizes: Mapping[str, tuple[int, int]] = {
        "offer": (0, terms.offered),
        "answer": (terms.offered, terms.answered),
        "return": (terms.answered, 0),
    }
    here = message.elements
    return [
        (
            message.step == step,
            f"this is a message to {message.step}, out of turn",
            f"name the one to {step}",
        ),
        (
            message.terms == terms.digest,
            "it was made in another session or under other terms",
            "compare the terms on both sides; a message is good for one session only",
        ),
        (
            message.after == after,
            "it answers another message than the one that was sent from here",
            "the message sent was changed on its way, or this one is from another exchange: begin again",
        ),
        (
            (len(message.tokens), len(here)) == sizes[step],
            f"{len(message.tokens):,} names and {len(here):,} elements are not what the terms agree",
            "ask for the list to be padded to the size agreed",
        ),
        (
            all(one < other for one, other in pairwise(here)),
            "its elements do not stand in rising order",
            "ask for the message to be made again: order must tell nothing",
        ),
    ]
