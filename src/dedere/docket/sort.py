"""Which sort of file a number names: a case, a handover, a pair of records, a run, a network …"""

from __future__ import annotations

from enum import Enum


class Sort(str, Enum):
    """The sorts of files that the journal keeps."""

    CASE = "case"
    HANDOVER = "handover"
    PAIR = "pair"
    RUN = "run"
    NETWORK = "network"
    ACCORD = "accord"
    EVENT = "event"
    EXCHANGE = "exchange"


# A case's number begins with the State that opened it, in two letters: MX-2025-0001.
LETTERS = {
    "H": Sort.HANDOVER,
    "P": Sort.PAIR,
    "R": Sort.RUN,
    "N": Sort.NETWORK,
    "A": Sort.ACCORD,
    "E": Sort.EVENT,
    "X": Sort.EXCHANGE,
}


def sort_of(number: str) -> Sort:
    """Return which sort of file a number is of, whether or not there is such a file."""
    return LETTERS.get(number.partition("-")[0], Sort.CASE)


def exchange_of(state: str) -> str:
    """Return the number of the file of what passes between us and a State: ``X-US``; ours is of our keys."""
    return f"X-{state}"
