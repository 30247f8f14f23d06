"""Files an example through the docket's own rules, in one transaction, once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from dedere.clerk.bulk import open_many
from dedere.clerk.deciding import Filed
from dedere.clerk.example.folder import Example, HandoverTold, UnreadableExample
from dedere.clerk.example.telling import (
    later_acts,
    list_act,
    midnight,
    opening_acts,
    plan_act,
)
from dedere.clerk.filing import file
from dedere.clerk.handovers import file_handover, plan_handover, sign_handover
from dedere.docket.acts import Act
from dedere.docket.entries.handover import HandoverLocked, HandoverReported
from dedere.registry import imported, journal, published
from dedere.registry.imported import Import
from dedere.words import Refused

# Whoever reads the journal sees that these lines came from the folder, and were read twice.
LOADER, READER = "example", "example-sources"


@dataclass(frozen=True, slots=True, kw_only=True)
class Loaded:
    """What stands in the registry of an example: ids of handovers, numbers of cases by person's id.

    ``fresh`` says that this call filed it.
    """

    handovers: tuple[str, ...]
    cases: dict[str, str]
    fresh: bool


@transaction.atomic
def load(example: Example) -> Loaded:
    """File the example, or find it filed already; raises UnreadableExample where the docket refuses it."""
    journal.hold()
    if known := _known(example):
        return known
    published.publish(example.sources)
    handovers: list[str] = []
    cases: dict[str, str] = {}
    for handover in example.handovers:
        numbers = _open(example, handover)
        cases |= numbers
        handovers.append(_hand_over(example, handover, numbers))
        _tell_later(example, handover, numbers)
    _remember(example, handovers, cases)
    return Loaded(handovers=tuple(handovers), cases=cases, fresh=True)


def _known(example: Example) -> Loaded | None:
    keys = [f"{example.name}/{each}" for each in _ids(example)]
    found = imported.known(keys)
    if not found:
        return None
    streams = {key.partition("/")[2]: one.stream for key, one in found.items()}
    ids = tuple(streams[each.id] for each in example.handovers if each.id in streams)
    cases = {id: stream for id, stream in streams.items() if stream not in ids}
    return Loaded(handovers=ids, cases=cases, fresh=False)


def _ids(example: Example) -> Iterator[str]:
    for handover in example.handovers:
        yield handover.id
        yield from (person.id for person in handover.persons)


def _recorded(example: Example, handover: HandoverTold) -> datetime:
    """The planned one is recorded as the demonstration opens; one that took place, on its own day."""
    planned = handover.told["state"] == "planned"
    return example.demonstration if planned else midnight(handover.on)


def _open(example: Example, handover: HandoverTold) -> dict[str, str]:
    at = _recorded(example, handover)
    acts = [
        [*opening_acts(example, handover, person, at), *_by(at, later_acts(example, handover, person, at))]
        for person in handover.persons
    ]
    filed = open_many(acts, by=LOADER, at=at)
    return {
        person.id: _demand(person.id, each).case.number
        for person, each in zip(handover.persons, filed, strict=True)
    }


def _by(at: datetime, acts: Iterable[Act]) -> list[Act]:
    return [act for act in acts if act.occurred_at <= at]


def _hand_over(example: Example, handover: HandoverTold, numbers: dict[str, str]) -> str:
    at = _recorded(example, handover)
    planned = plan_handover(plan_act(handover, at), by=LOADER, at=at)
    if isinstance(planned, Refused):
        raise _refused(handover.id, planned)
    id = planned.handover.id
    for person in handover.persons:
        _on(id, list_act(person, numbers[person.id], at), at)
    if handover.told["state"] == "done":
        _report_done(id, handover, at)
    return id


def _report_done(id: str, handover: HandoverTold, at: datetime) -> None:
    told, sources = handover.told, tuple(handover.told["sources"])
    report = HandoverReported(place=told["place"], giving=told["giving"], receiving=told["receiving"])
    act = Act(code="record-reported-handover", entry=report, occurred_at=at, sources=sources)
    proposal = _on(id, act, at)
    signed = sign_handover(id, proposal, by=READER, at=at)
    if isinstance(signed, Refused):
        raise _refused(handover.id, signed)
    _on(id, Act(code="lock-handover", entry=HandoverLocked(), occurred_at=at, sources=sources), at)


def _on(id: str, act: Act, at: datetime) -> int:
    """File an act on the handover and return the number of its line."""
    filed = file_handover(id, act, by=LOADER, at=at)
    if isinstance(filed, Refused):
        raise _refused(id, filed)
    return filed.lines[-1].number


def _tell_later(example: Example, handover: HandoverTold, numbers: dict[str, str]) -> None:
    at = _recorded(example, handover)
    for person in handover.persons:
        for act in later_acts(example, handover, person, at):
            if act.occurred_at > at:
                _demand(person.id, file(numbers[person.id], act, by=LOADER, at=act.occurred_at))


def _remember(example: Example, handovers: list[str], cases: dict[str, str]) -> None:
    told = {each.id: id for each, id in zip(example.handovers, handovers, strict=True)} | cases
    rows = (
        Import(key=f"{example.name}/{id}", stream=stream, digest=example.digest)
        for id, stream in told.items()
    )
    imported.remember(rows, at=example.demonstration)


def _demand(place: str, filed: Filed | Refused) -> Filed:
    if isinstance(filed, Refused):
        raise _refused(place, filed)
    return filed


def _refused(place: str, refused: Refused) -> UnreadableExample:
    facts = ", ".join(f"{name} {value}" for name, value in refused.facts.items())
    return UnreadableExample(
        where=place, what=f"the docket refuses it: {refused.code} {facts}", remedy="correct its files"
    )
