"""One report read whole: every attribute by its own reader, sentence by sentence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from dedere.claims.claim import Claim
from dedere.claims.reading.counts import counts
from dedere.claims.reading.dates import dateline, event_dates, report_day
from dedere.claims.reading.handings import Handing, handings, verbs
from dedere.claims.reading.known import Known
from dedere.claims.reading.named import (
    Organisations,
    areas,
    cities,
    legal_bases,
    meetings,
    met,
    organisations,
    promised,
    undertakings,
)
from dedere.claims.reading.offences import offences
from dedere.claims.reading.page import Page, Sentence, page
from dedere.claims.reading.persons import Persons, persons
from dedere.claims.reading.report import Report
from dedere.claims.reading.states import states
from dedere.claims.reading.tokens import tokens


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What was read: the text, its language, the day it is of where that is known, its claims in order."""

    text: str
    language: str
    on: date | None
    claims: Sequence[Claim]


def read(report: Report, *, people: Iterable[Known] = (), groups: Iterable[Known] = ()) -> Reading:
    """Propose the claims of a report; persons and organisations are matched against those handed in."""
    on = report.on or report_day(report.text, tokens(report.text), report.language)
    ready = page(report, on)
    known, bodies = Persons(people), Organisations(groups, report.language)
    mentions = handings(ready)
    begins = _after_dateline(ready)
    claims = [
        claim
        for sentence, found in zip(ready.sentences, mentions, strict=True)
        for claim in _sentence(ready, sentence, found, known, bodies, any(mentions))
        if claim.start >= begins or claim.headline
    ]
    claims.sort(key=lambda claim: (claim.start, claim.end, claim.attribute))
    return Reading(text=report.text, language=report.language, on=on, claims=claims)


def _sentence(
    ready: Page,
    sentence: Sentence,
    found: Sequence[Handing],
    known: Persons,
    bodies: Organisations,
    told: bool,
) -> Iterator[Claim]:
    meets, given = meetings(ready, sentence), promised(ready, sentence)
    yield from verbs(ready, sentence, found)
    moved = list(ready.found("motion", sentence)) if told else []
    yield from counts(ready, sentence, found, moved)
    yield from event_dates(ready, sentence, found, [*meets, *given, *moved])
    yield from states(ready, sentence, found, moved)
    yield from persons(ready, sentence, known)
    yield from organisations(ready, sentence, bodies)
    yield from legal_bases(ready, sentence)
    yield from offences(ready, sentence, found)
    yield from met(ready, sentence, meets)
    yield from areas(ready, sentence, meets, found)
    yield from cities(ready, sentence, found, [*meets, *moved])
    yield from undertakings(ready, sentence, given)


def _after_dateline(ready: Page) -> int:
    """Where the words of the report begin: its dateline claims nothing of the event."""
    found = dateline(ready.tokens, ready.text, ready.language, ready.on)
    if not found or found[1] >= len(ready.tokens):
        return 0
    return ready.tokens[found[1]].start
