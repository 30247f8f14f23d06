"""An invented network for tests: nobody in it exists, and no source says any of it."""

from __future__ import annotations

import polars as pl

from clerk.story import carried, giving, ready, taking
from dedere.clerk.network.load import Loaded, load
from dedere.docket.entries import FileRead
from dedere.links.network import PARTIES, TIES, Network
from dedere.registry.published import publish
from dedere.words import Source

import cast

NAME = "invented"
FILES = (
    FileRead(name="organisations.csv", digest="a" * 64, rows=2),
    FileRead(name="ties.csv", digest="b" * 64, rows=9),
)
SOURCES = (
    Source(id="S-1", outlet="Gaceta Inventada", date="2024-05", language="es", tier="news", address=""),
    Source(
        id="S-2", outlet="Court of Nowhere", date="2023-11-02", language="en", tier="official", address=""
    ),
)
CREW = ("T", "A", "B", "C", "D", "E")
_NAMES = (cast.TEODORO, *cast.LISTED)


def party(id: str, name: str = "", kind: str = "person") -> dict[str, object]:
    return {"id": id, "name": name or id, "kind": kind}


def tie(tail: str, head: str, kind: str = "works-with", **said: object) -> dict[str, object]:
    usual = {
        "since": "2019",
        "until": "",
        "basis": "reported",
        "reliability": "C3",
        "sources": ["S-1"],
        "note": "",
        "joint_offence": False,
    }
    return {"from": tail, "to": head, "kind": kind, **usual, **said}


def parties() -> list[dict[str, object]]:
    """Six persons and two bands."""
    persons = [party(id, name) for id, name in zip(CREW, _NAMES, strict=False)]
    return [
        *persons,
        party("banda", "Los Inventados", "organisation"),
        party("otra", "La Otra", "organisation"),
    ]


def ties() -> list[dict[str, object]]:
    """Teodoro between two bands; one counsel, one brother, one rival, kept out."""
    return [
        tie("T", "banda", "leader-of", basis="proved-in-court", reliability="A1", sources=["S-2"]),
        tie("A", "banda", "member-of", basis="alleged-by-a-prosecutor", reliability="B2"),
        tie("B", "banda", "member-of", until="2021-06"),
        tie("T", "C"),
        tie("C", "otra", "leader-of", basis="alleged-by-a-prosecutor"),
        tie("D", "otra", "member-of", since="2022-01"),
        tie("E", "T", "counsel-of"),
        tie("A", "B", "sibling-of"),
        tie("banda", "otra", "rival-of"),
    ]


def network(
    persons: list[dict[str, object]] | None = None, told: list[dict[str, object]] | None = None
) -> Network:
    return Network(
        parties=pl.DataFrame(parties() if persons is None else persons, schema=PARTIES),
        ties=pl.DataFrame(ties() if told is None else told, schema=TIES),
    )


def loaded(of: Network | None = None, cases: dict[str, str] | None = None) -> Loaded:
    """The network loaded by Ana at noon, its sources published."""
    publish(SOURCES)
    done = load(NAME, of or network(), FILES, by=cast.ANA, at=cast.NOON, cases=cases)
    assert isinstance(done, Loaded), done
    return done


def handed_over() -> str:
    """The number of a case whose person was given over by one officer and taken over by another."""
    filed = ready(1)
    (listed,) = filed.handover.active
    carried(filed.handover.id, giving(listed.case))
    carried(filed.handover.id, taking(listed.case), by=cast.BRUNO)
    return str(listed.case)
