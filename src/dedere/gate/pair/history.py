"""The history of an exchange, from two journals alone: nothing lost, doubled, altered or unanswered."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from dedere.docket.entries import LetterTaken, LetterWritten, Line, OtherStateSaid, ReceiptKept
from dedere.docket.exchange import message
from dedere.docket.text import tree_of_line
from dedere.seal.receipt import Event


@dataclass(frozen=True, slots=True, kw_only=True)
class History:
    """What became of the letters of one State, each list the ids of those at fault.

    ``lost``: written and never taken. ``doubled``: taken more than once. ``altered``: taken with another
    text or other bytes than were written. ``strange``: taken and never written. ``disordered``: the cases
    whose letters were not taken as 1, 2, 3 … ``unreceipted``: not known to their sender as delivered.
    """

    FAULTS: ClassVar[tuple[str, ...]] = (
        *("lost", "doubled", "altered", "strange", "disordered", "unreceipted"),
    )
    letters: int
    receipts: int
    lost: tuple[str, ...] = ()
    doubled: tuple[str, ...] = ()
    altered: tuple[str, ...] = ()
    strange: tuple[str, ...] = ()
    disordered: tuple[str, ...] = ()
    unreceipted: tuple[str, ...] = ()

    @property
    def faultless(self) -> bool:
        """Whether nothing is at fault."""
        return not any(getattr(self, name) for name in self.FAULTS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Untrue:
    """A line of the other State's journal that is not what its letter told of it; ``letter`` proves it."""

    stream: str
    number: int
    letter: str


def history(sender: Iterable[Line], recipient: Iterable[Line]) -> History:
    """Check the letters of a sender: its file of the recipient beside the recipient's file of it.

    A letter that was written anew in the place of another counts once, by its case and sequence.
    """
    sent = tuple(line.entry for line in sender)
    taken = [line.entry for line in recipient if isinstance(line.entry, LetterTaken)]
    written = {each.letter: each for each in sent if isinstance(each, LetterWritten)}
    times = Counter(each.letter for each in taken)
    filled = {(written[id].case, written[id].sequence) for id in times if id in written}
    last = {(each.case, each.sequence): id for id, each in written.items()}
    return History(
        letters=len(written),
        receipts=sum(isinstance(each, ReceiptKept) for each in sent),
        lost=tuple(id for place, id in last.items() if place not in filled),
        doubled=tuple(id for id, n in times.items() if n > 1),
        altered=tuple(each.letter for each in taken if _altered(each, written.get(each.letter))),
        strange=tuple(id for id in times if id not in written),
        disordered=_disordered(taken),
        unreceipted=tuple(id for id in times if id in written and id not in _delivered(sent)),
    )


def untrue(said: Sequence[OtherStateSaid], theirs: Mapping[str, Sequence[Line]]) -> Untrue | None:
    """Return the first line of the other State's files that is not what it told us, or None.

    ``said`` are its letters as they stand on our files, ``theirs`` its files by number: whoever rewrites
    what was told, all proofs made anew, is named by the one who was told.
    """
    for entry in said:
        told, file = message.read(entry.message), theirs.get(entry.their_case, ())
        for line in told.lines:
            number = line["number"]
            stands = tree_of_line(file[number - 1]) if number <= len(file) else {}
            if not _says(stands, line):
                return Untrue(stream=entry.their_case, number=number, letter=entry.letter)
    return None


def _altered(taken: LetterTaken, written: LetterWritten | None) -> bool:
    if written is None:
        return False
    return (taken.note, taken.envelope) != (written.note, written.envelope)


def _disordered(taken: Sequence[LetterTaken]) -> tuple[str, ...]:
    came = defaultdict(list)
    for each in taken:
        came[each.their_case].append(each.sequence)
    return tuple(case for case, places in came.items() if places != list(range(1, len(places) + 1)))


def _delivered(sent: Iterable[object]) -> frozenset[str]:
    high = {Event.DELIVERED.value, Event.RETRIEVED.value}
    return frozenset(each.letter for each in sent if isinstance(each, ReceiptKept) and each.event in high)


def _says(stands: Mapping[str, object], told: Mapping[str, object]) -> bool:
    """Whether a line says at least what was told of it."""
    for name, value in told.items():
        found = stands.get(name)
        if isinstance(value, Mapping):
            if not isinstance(found, Mapping) or not _says(found, value):
                return False
        elif found != value:
            return False
    return True
