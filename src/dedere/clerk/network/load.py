"""Loads a network: its rows made what the files say, the load on record, its sources published first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from dedere.docket.content import incomplete
from dedere.docket.entries import FileRead, Line, NetworkLoaded
from dedere.links.network import Network
from dedere.registry import journal, networks, serials
from dedere.registry.models import NetworkRow
from dedere.registry.networks import Changes
from dedere.words import Refused


@dataclass(frozen=True, slots=True, kw_only=True)
class Loaded:
    """The network as it now stands, and what this load changed; nothing where the same came again."""

    row: NetworkRow
    changes: Changes


@transaction.atomic
def load(
    name: str,
    network: Network,
    inputs: Sequence[FileRead],
    *,
    by: str,
    at: datetime,
    cases: Mapping[str, str] | None = None,
    simulated: bool = False,
) -> Loaded | Refused:
    """Load a network whole: rows that come again are updated, rows that no longer come are withdrawn.

    ``cases`` gives numbers of cases by party; so does a column ``case``, and what was known of a party
    stays. The same network again leaves no line in the ledger. Refuses an empty network
    (``network-empty``), a tie whose source is not published here (``network-source-unknown``), and a load
    that does not say what it is (``content-missing``).
    """
    if network.parties.is_empty():
        return Refused(code="network-empty", facts={"network": name})
    if strange := networks.unpublished(network):
        return Refused(code="network-source-unknown", facts={"sources": ", ".join(strange[:5])})
    journal.hold()
    known = networks.named(name)
    number = known.number if known else next(serials.give(f"N-{timezone.localtime(at).year}"))
    line = known.line + 1 if known else 1
    changes = networks.write(number, *networks.rows_of(network, number, line, _cases(number, network, cases)))
    if known and not changes.any:
        return Loaded(row=known, changes=changes)
    entry = _told(name, network, inputs, changes, networks.seal_of(number))
    if (refused := incomplete(entry)) is not None:
        transaction.set_rollback(True)
        return refused
    return Loaded(row=_record(number, entry, line, by, at, simulated), changes=changes)


def _cases(number: str, network: Network, told: Mapping[str, str] | None) -> dict[str, str]:
    parties = network.parties
    column = parties.select("id", "case").drop_nulls().iter_rows() if "case" in parties.columns else ()
    return {**networks.cases_of(number), **dict(column), **(told or {})}


def _told(
    name: str, network: Network, inputs: Sequence[FileRead], changes: Changes, seal: str
) -> NetworkLoaded:
    return NetworkLoaded(
        name=name,
        inputs=tuple(inputs),
        parties=len(network.parties),
        ties=len(network.ties),
        added=changes.added,
        changed=changes.changed,
        withdrawn=changes.withdrawn,
        seal=seal,
    )


def _record(
    number: str, entry: NetworkLoaded, line: int, by: str, at: datetime, simulated: bool
) -> NetworkRow:
    told = Line(number=line, entry=entry, occurred_at=at, recorded_at=at, by=by, simulated=simulated)
    journal.append(number, (told,), expected=line - 1)
    row = networks.network_row(number, (told,), journal.starts([number])[number])
    row.save()
    return row
