"""The other State's signature to a handover: what its letters say of a leg, as acts that ours can record."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from dedere.docket.acts import Act
from dedere.docket.entries import Entry, GivenOver, Line, NotTaken, OtherStateSaid, TakenOver
from dedere.docket.exchange import message
from dedere.docket.exchange.compare import Offer, source_of
from dedere.docket.handover import Handover

# What one side signs at the place and the other has by letter.
SIGNED: Mapping[type[Entry], str] = {
    GivenOver: "give-over",
    TakenOver: "take-over",
    NotTaken: "record-not-taken",
}


def steps(handover: Handover, cases: Mapping[str, str]) -> tuple[Offer, ...]:
    """Return what their letters say was signed and our record lacks; ``cases`` maps their numbers to ours.

    The act has the letter as its source and is judged as any: who gave over may not also take over.
    """
    known = {_signed(line.entry) for line in handover.lines}
    return tuple(
        each
        for each in _offers(handover, cases)
        if each.act is not None and _signed(each.act.entry) not in known
    )


def named(handover: Handover) -> frozenset[str]:
    """Return the numbers of cases that their letters on a handover name."""
    return frozenset(str(getattr(line.entry, "case", "")) for _, line in _told(handover)) - {""}


def _offers(handover: Handover, cases: Mapping[str, str]) -> Iterator[Offer]:
    for letter, line in _told(handover):
        if (code := SIGNED.get(type(line.entry))) is None:
            continue
        theirs = str(getattr(line.entry, "case", ""))
        entry = replace(line.entry, case=cases.get(theirs, theirs))  # type: ignore[type-var]
        sources = (*line.sources, source_of(letter))
        yield Offer(
            line=line,
            letter=letter,
            act=Act(
                code=code,
                entry=entry,
                occurred_at=line.occurred_at,
                sources=sources,
                simulated=line.simulated,
            ),
        )


def _told(handover: Handover) -> Iterator[tuple[str, Line]]:
    for line in handover.lines:
        if isinstance(entry := line.entry, OtherStateSaid):
            for told in message.read(entry.message).read_lines(entry.state):
                yield entry.letter, told


def _signed(entry: Entry) -> tuple[str, str, str]:
    return entry.code, str(getattr(entry, "case", "")), str(getattr(entry, "leg", ""))
