"""Who goes together: the manifests of handovers as groups of a network's parties."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from dedere.clerk.network.told import Party, Told
from dedere.registry.models import HandoverRow, ListedRow


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """A handover: those of its manifest who are in the network; ``persons`` is how many it lists."""

    id: str
    title: str
    on: date
    persons: int
    members: tuple[Party, ...]


def groups_of(told: Told) -> tuple[Group, ...]:
    """Return the handovers that list anybody of the network, the earliest first."""
    by_case = {party.case: party for party in told.parties if party.case}
    listed: dict[str, list[Party]] = {}
    for handover, case in ListedRow.objects.order_by("handover_id", "ordinal").values_list(
        "handover_id", "case_id"
    ):
        if case in by_case:
            listed.setdefault(handover, []).append(by_case[case])
    return tuple(
        Group(id=row.id, title=row.title, on=row.on, persons=row.persons, members=tuple(listed[row.id]))
        for row in HandoverRow.objects.filter(id__in=listed).order_by("on", "id")
    )
