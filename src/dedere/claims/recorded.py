"""What a handover's own record says, as claims: computed from the docket each time, kept nowhere."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from dedere.claims.said import DOCKET, Event, Said


@dataclass(frozen=True, slots=True, kw_only=True)
class Recorded:
    """A handover as the docket has it: ``undertaken`` are the days of undertakings on the death penalty.

    ``persons`` are the numbers (or ids) of those listed, each with the name.
    """

    number: str
    on: date
    giving: str
    receiving: str
    track: str
    place: str = ""
    persons: tuple[tuple[str, str], ...] = ()
    cities: tuple[str, ...] = ()
    undertaken: tuple[date, ...] = ()
    sources: tuple[str, ...] = ()


def recorded(event: Event, record: Recorded) -> Iterator[Said]:
    """Yield what the record says of the event, attribute by attribute."""
    told = [
        ("verb", record.track),
        ("count", str(len(record.persons))),
        ("date", record.on.isoformat()),
        ("from_state", record.giving),
        ("to_state", record.receiving),
        ("departure", record.place),
        ("assurance", _assurance(record)),
        ("cities_count", str(len(record.cities) or "")),
        *(("city", city) for city in record.cities),
        *(("person", number) for number, _ in record.persons),
    ]
    names = dict(record.persons)
    yield from (
        Said(
            id=f"{record.number}/{attribute}/{value}",
            event=event.id,
            attribute=attribute,
            value=value,
            words=names.get(value, ""),
            tier=DOCKET,
            on=record.on.isoformat(),
            sources=(record.number, *record.sources),
        )
        for attribute, value in told
        if value
    )


def _assurance(record: Recorded) -> str:
    """Whether an undertaking on the death penalty came before the handover, only after it, or not at all."""
    if not record.undertaken:
        return "none-recorded"
    return "before-handover" if min(record.undertaken) <= record.on else "after-handover"


def of_events(events: Iterable[Event], records: Iterable[Recorded]) -> Iterator[Said]:
    """Yield what the records say of the events that name them."""
    by_number = {record.number: record for record in records}
    for event in events:
        if event.handover in by_number:
            yield from recorded(event, by_number[event.handover])
