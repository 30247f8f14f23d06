"""The message of a letter: canonical JSON that says what happened in a case, what stayed, and the caveats."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from dedere.docket.content import incomplete
from dedere.docket.entries import Line
from dedere.docket.exchange.release import Released
from dedere.docket.sort import Sort
from dedere.docket.text import line_of, parse
from dedere.words import Unreadable
from dedere.words.canonical import canonical

FORMAT = "dedere-message/1"
KINDS = frozenset(sort.value for sort in (Sort.CASE, Sort.HANDOVER, Sort.ACCORD))
_FIELDS = {"format", "kind", "case", "your_case", "lines", "withheld", "caveats"}


class UnreadableMessage(Unreadable):
    """A message that is not what a desk of this version writes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """What one State tells another of one case, or of a handover or an accord: ``kind`` says which.

    ``case`` is the sender's number of it, ``your_case`` the recipient's where the sender knows it;
    ``lines`` are lines of the sender's file as JSON values, without the fields that stayed.
    """

    kind: str
    case: str
    your_case: str
    lines: tuple[Mapping[str, Any], ...]
    withheld: tuple[str, ...] = ()
    caveats: tuple[str, ...] = ()

    def text(self) -> str:
        """Return the message as it is sent."""
        row = {
            "format": FORMAT,
            "kind": self.kind,
            "case": self.case,
            "your_case": self.your_case,
            "lines": list(self.lines),
            "withheld": list(self.withheld),
            "caveats": list(self.caveats),
        }
        return canonical(row)

    def read_lines(self, by: str) -> tuple[Line, ...]:
        """Return its lines as a file holds them, recorded by the sender ``by``; raises UnreadableLine."""
        return tuple(line_of({**each, "by": by}) for each in self.lines)


def of_file(kind: str, number: str, yours: str, released: Released) -> Message:
    """Return the message that tells what was released of a file: of a case, a handover, an accord."""
    return Message(
        kind=kind,
        case=number,
        your_case=yours,
        lines=released.lines,
        withheld=released.withheld,
        caveats=released.caveats,
    )


def read(text: str) -> Message:
    """Read a message; raises UnreadableMessage unless it is exactly what ``text`` writes, line by line."""
    try:
        row = parse(text)
        message = _message(row)
        sound = (
            row.get("format") == FORMAT
            and message.kind in KINDS
            and set(row) == _FIELDS
            and message.text() == text
        )
        sound = sound and all(incomplete(line.entry) is None for line in message.read_lines("sender"))
    except (Unreadable, ValueError, TypeError, KeyError, AttributeError, OverflowError, RecursionError):
        sound = False
    if not sound:
        raise UnreadableMessage(
            where="message",
            what="it is none of this version",
            remedy="ask the sender to write it again",
        )
    return message


def _message(row: Mapping[str, Any]) -> Message:
    return Message(
        kind=_text(row["kind"]),
        case=_text(row["case"]),
        your_case=_text(row["your_case"]),
        lines=tuple(row["lines"]),
        withheld=tuple(_text(each) for each in row["withheld"]),
        caveats=tuple(_text(each) for each in row["caveats"]),
    )


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(f"{value!r} is no text")
    value.encode()  # half a surrogate pair is no text
    return value
