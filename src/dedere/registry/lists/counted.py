"""The docket as the statistics count it: folded a page at a time, no name kept."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils import timezone

from dedere.docket.case import Case, fold
from dedere.docket.counted import given_of, routes_of
from dedere.docket.entries.handover import HandoverPlanned, HandoverReported
from dedere.docket.handover import Handover, fold_handover
from dedere.registry import journal
from dedere.registry.models import CaseRow, HandoverRow, PublishedSource
from dedere.tally.route import Counted, Given, Operation, Route

PAGE = 500


def counted(home: str) -> Counted:
    """Return what is counted of every case; ``home`` is the State whose desk this is."""
    published = {each.id: each for each in _handovers()}
    routes: list[Route] = []
    given: list[Given] = []
    persons, simulated, until = 0, False, None
    for case in _cases():
        persons += 1
        simulated = simulated or any(line.simulated for line in case.lines)
        last = timezone.localtime(case.lines[-1].recorded_at).date()
        until = max(until or last, last)
        routes += routes_of(case, home, published)
        given += given_of(case)
    return Counted(
        home=home,
        until=until,
        persons=persons,
        simulated=simulated,
        routes=tuple(routes),
        given=tuple(given),
        operations=tuple(_operations(published, routes)),
    )


def _cases() -> Iterator[Case]:
    numbers = list(CaseRow.objects.order_by("position").values_list("number", flat=True))
    for start in range(0, len(numbers), PAGE):
        for number, lines in journal.read_all(numbers[start : start + PAGE]).items():
            yield fold(number, lines)


def _handovers() -> Iterator[Handover]:
    """Every handover that took place, its records locked, of which published sources told."""
    known = set(PublishedSource.objects.values_list("id", flat=True))
    for id in HandoverRow.objects.order_by("on", "id").values_list("id", flat=True):
        handover = fold_handover(id, journal.read(id))
        if handover.locked and not known.isdisjoint(_sources(handover)):
            yield handover


def _operations(published: dict[str, Handover], routes: list[Route]) -> Iterator[Operation]:
    """Those of them in which somebody was handed over, with how many were."""
    for id, handover in published.items():
        persons = sum(route.operation == id for route in routes)
        if persons:
            yield Operation(
                id=id,
                on=handover.on,
                giving=handover.giving,
                receiving=handover.receiving,
                persons=persons,
                sources=_sources(handover),
            )


def _sources(handover: Handover) -> tuple[str, ...]:
    told = (line for line in handover.lines if isinstance(line.entry, HandoverPlanned | HandoverReported))
    return tuple(dict.fromkeys(source for line in told for source in line.sources))
