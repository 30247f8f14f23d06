"""What is not opened, and why: one code for each way an envelope can be wrong."""

from __future__ import annotations

from enum import Enum


class Fault(str, Enum):
    """Why an envelope, a letter or a receipt isn't taken; each has words in every language of the desk."""

    NOT_AN_ENVELOPE = "not-an-envelope"  # the first bytes are another file's, or a version we don't know
    UNKNOWN_KEY = "unknown-key"  # sealed for a key that isn't ours, or is ours no longer
    ALTERED = "altered"  # the seal doesn't open, or a piece isn't the one that was signed
    CUT_SHORT = "cut-short"  # it ends before it should
    TOO_LONG = "too-long"  # it goes on after its end, or is longer than we take
    UNKNOWN_SENDER = "unknown-sender"  # nobody whose keys we hold signed it
    NOT_FOR_US = "not-for-us"  # signed for another recipient, and sealed for us by somebody else
    SUPERSEDED = "superseded"  # a card of keys that is older than the one we hold
    EXPIRED = "expired"  # it came after the day its sender set
    NOT_UNDERSTOOD = "not-understood"  # proved, but what it says is of a kind or a version we don't know


class NotOpened(Exception):
    """An envelope that must not be believed; the gate answers with a receipt that says ``fault``."""

    def __init__(self, fault: Fault, what: str) -> None:
        super().__init__(f"{fault.value}: {what}")
        self.fault, self.what = fault, what
