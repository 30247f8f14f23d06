"""A network as pages show it: parties by number, ties with why they do or do not count."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from dedere.clerk.files import NoSuchFile
from dedere.links.counting import reasons
from dedere.links.network import Network
from dedere.links.structure import Structure, of_ends
from dedere.registry import networks
from dedere.registry.models import NetworkRow, PartyRow, TieRow


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """A person or an organisation; ``case`` is the number of its case here, or empty."""

    number: int
    key: str
    id: str
    name: str
    kind: str
    case: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Tie:
    """A tie as a source tells it, between two parties by their numbers.

    ``left_out`` says, as a code of the group ``tie-left-out``, why it is no tie of crime; empty where it is.
    """

    key: str
    tail: Party
    head: Party
    kind: str
    since: str
    until: str
    basis: str
    reliability: str
    sources: tuple[str, ...]
    note: str
    joint_offence: bool
    left_out: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A network: ``parties`` by number, ``ties`` in their order, ``places`` a party's number by its key."""

    row: NetworkRow
    network: Network
    parties: tuple[Party, ...]
    ties: tuple[Tie, ...]
    places: Mapping[str, int]

    def kept(self, keeps: Callable[[Tie], bool]) -> tuple[tuple[Tie, ...], Structure]:
        """Return the ties of crime that ``keeps`` keeps, and the structure that they make."""
        ties = tuple(tie for tie in self.ties if not tie.left_out and keeps(tie))
        tails = np.array([tie.tail.number for tie in ties], np.int32)
        heads = np.array([tie.head.number for tie in ties], np.int32)
        return ties, of_ends(len(self.parties), tails, heads)


def told(row: NetworkRow) -> Told:
    """Return a network as it was last loaded; kept in memory until it is loaded anew."""
    return _told(row.number, row.seal)


def demand(number: str) -> NetworkRow:
    """Return the network of that number; raises NoSuchFile."""
    row = networks.find(number)
    if row is None:
        raise NoSuchFile(number)
    return row


def of_party(key: str) -> tuple[Told, Party] | None:
    """Return the network in which the party of this key stands, and the party; None where none does."""
    number = PartyRow.objects.filter(key=key).values_list("network", flat=True).first()
    if number is None:
        return None
    found = told(demand(number))
    return found, found.parties[found.places[key]]


def of_tie(key: str) -> tuple[Told, Tie] | None:
    """Return the network in which the tie of this key stands, and the tie; None where none does."""
    number = TieRow.objects.filter(key=key).values_list("network", flat=True).first()
    if number is None:
        return None
    found = told(demand(number))
    return found, next(tie for tie in found.ties if tie.key == key)


def party_of_case(number: str) -> str:
    """Return the key of the party whose case this is, in the latest network; empty where there is none."""
    rows = PartyRow.objects.filter(case=number).order_by("-network")
    return rows.values_list("key", flat=True).first() or ""


@lru_cache(maxsize=4)
def _told(number: str, _seal: str) -> Told:
    row, network = demand(number), networks.network_of(number)
    parties = tuple(
        Party(number=place, **told) for place, told in enumerate(network.parties.iter_rows(named=True))
    )
    by_id = {party.id: party for party in parties}
    whys = reasons(network.ties)
    ties = tuple(
        _tie(row, by_id, why or "") for row, why in zip(network.ties.iter_rows(named=True), whys, strict=True)
    )
    places = {party.key: party.number for party in parties}
    return Told(row=row, network=network, parties=parties, ties=ties, places=places)


def _tie(row: Mapping[str, object], by_id: Mapping[str, Party], why: str) -> Tie:
    said = {name: value for name, value in row.items() if name not in ("from", "to", "sources")}
    return Tie(
        tail=by_id[str(row["from"])],
        head=by_id[str(row["to"])],
        sources=tuple(row["sources"]),  # type: ignore[arg-type]
        left_out=why,
        **said,  # type: ignore[arg-type]
    )
