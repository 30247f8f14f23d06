"""What a report is read to say: each claim beside what stands, and whether it was confirmed before."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from dedere.claims.attributes import attributes
from dedere.claims.claim import Claim
from dedere.claims.compare import Compared, compared
from dedere.claims.reading.discord import discords
from dedere.claims.reading.read import Reading, read
from dedere.claims.reading.report import Report
from dedere.clerk.events import event_files, known_events
from dedere.clerk.knownpersons import known_persons
from dedere.desk.claims.marked import Piece, Span, marked
from dedere.desk.claims.spoken import bounded, words_of
from dedere.desk.wording import code, say
from dedere.docket.entries import ClaimConfirmed
from dedere.docket.events import EventFile

SHOWN = 200  # claims of one report; of more the rest is counted


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposed:
    """One claim of a report in words, with its verdict; ``confirmed`` is where it stands already."""

    number: int
    claim: Claim
    attribute: str
    value: str
    beside: Compared
    stands: str
    confirmed: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Discorded:
    """The headline against the body, in words."""

    attribute: str
    headline: str
    body: str


@dataclass(frozen=True, kw_only=True)
class Proposals:
    """A report read: its pieces, the claims that are shown, and how many are not."""

    report: Report
    digest: str
    pieces: Sequence[Piece]
    rows: Sequence[Proposed]
    left_out: int
    discords: Sequence[Discorded]
    event: str

    @property
    def speakers(self) -> list[str]:
        """Who is said to say something, each once, as the report names them."""
        return list(dict.fromkeys(row.claim.by for row in self.rows if row.claim.by))


def proposals(given: Report) -> Proposals:
    """Read a report and set each of its claims beside what stands; nothing is kept."""
    reading = read(given, people=known_persons())
    beside = compared(reading.claims, reading.on, known_events())
    digest = digest_of(given.text)
    filed = _filed(digest, event_files())
    pairs = list(zip(reading.claims, beside, strict=True))
    rows = [_row(n, *pair, filed) for n, pair in enumerate(pairs[:SHOWN], start=1)]
    return Proposals(
        report=replace(given, on=reading.on),
        digest=digest,
        pieces=list(marked(given.text, map(_span, rows))),
        rows=rows,
        left_out=len(pairs) - len(rows),
        discords=_discords(reading),
        event=_most_named(beside),
    )


def digest_of(text: str) -> str:
    """The SHA-256 of a report's text, by which a confirmed claim says where it was read."""
    return hashlib.sha256(text.encode()).hexdigest()


def value_of(claim: Claim) -> str:
    """A claim's value as the ledger keeps it: the docket's number of a person that is known."""
    return claim.id or claim.value


def _row(number: int, claim: Claim, beside: Compared, filed: Mapping[tuple[str, int, int], str]) -> Proposed:
    words = bounded(words_of(claim.attribute.value, claim.value), claim.bound, negated=claim.negated)
    return Proposed(
        number=number,
        claim=claim,
        attribute=code("claim", claim.attribute.value),
        value=words,
        beside=beside,
        stands=_stands(claim.attribute.value, beside.stands),
        confirmed=filed.get((claim.attribute.value, claim.start, claim.end), ""),
    )


def _stands(attribute: str, value: str) -> str:
    if not value or attributes()[attribute].many:
        return ""
    # A code may begin as a denial does: ``not-sought`` has words of its own.
    denied = value.startswith("not-") and code("claim-value", value) == value
    words = words_of(attribute, value.removeprefix("not-") if denied else value)
    return say("claims.not", value=words) if denied else words


def _span(row: Proposed) -> Span:
    return Span(row=row.number, start=row.claim.start, end=row.claim.end, verdict=row.beside.verdict)


def _discords(reading: Reading) -> list[Discorded]:
    return [
        Discorded(
            attribute=code("claim", each.attribute.value),
            headline=_said(each.headline),
            body=", ".join(dict.fromkeys(map(_said, each.body))),
        )
        for each in discords(reading.claims)
    ]


def _said(claim: Claim) -> str:
    return bounded(words_of(claim.attribute.value, claim.value), claim.bound, negated=claim.negated)


def _most_named(beside: Iterable[Compared]) -> str:
    tally = Counter(each.event for each in beside if each.event)
    return max(tally, key=lambda each: (tally[each], each), default="")


def _filed(digest: str, files: Iterable[EventFile]) -> Mapping[tuple[str, int, int], str]:
    """Where claims read from the same text stand, by attribute and characters: ``E-2025-0001``."""
    return {
        (line.entry.attribute, line.entry.start, line.entry.end): file.number
        for file in files
        for line in file.lines
        if isinstance(line.entry, ClaimConfirmed) and line.entry.report == digest
    }
