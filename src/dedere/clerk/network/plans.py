"""Plans of whom to surrender, from the docket of a day: worked out once for the same question."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from hashlib import sha256
from threading import Lock
from typing import Any

from dedere.clerk.network.effects import rules
from dedere.clerk.network.firstday import FirstDay
from dedere.clerk.network.standing import Standing, Surrender
from dedere.clerk.network.told import Party, Told
from dedere.links.counting import of_crime
from dedere.links.deadline import Deadline
from dedere.links.layout.spread import spread
from dedere.links.network import Network
from dedere.links.objective import Objective
from dedere.links.plan import Turns, Wanted, in_waves
from dedere.links.plan.wavereport import report_waves
from dedere.registry import worked
from dedere.registry.words import plain
from dedere.words.canonical import canonical

SECONDS, SEED = 10.0, 1
# Two searches side by side would each find less in the same seconds.
_ONE_AT_A_TIME = Lock()


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A person of the network whose request is under way, how the case stands, and from when on."""

    party: Party
    standing: Standing
    first: FirstDay


@dataclass(frozen=True, slots=True, kw_only=True)
class Lists:
    """Whom a plan may look at on a day; ``gone`` are those handed over by then, with whom it begins."""

    on: date
    candidates: tuple[Candidate, ...]
    gone: tuple[Party, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What an officer asks for: how many in each of how many waves, and who goes or stays whatever else."""

    each: int
    waves: int
    months: int
    objective: Objective
    never: tuple[str, ...] = ()
    fixed: tuple[str, ...] = ()


def lists_of(told: Told, stands: Mapping[str, Standing], on: date) -> Lists:
    """Return whom a plan may look at, by name; ``stands`` says how each case stands on that day."""
    cases = [(party, stands[party.case]) for party in told.parties if party.case in stands]
    candidates = [
        Candidate(party=party, standing=standing, first=standing.first)
        for party, standing in cases
        if standing.first
    ]
    return Lists(
        on=on,
        candidates=tuple(sorted(candidates, key=lambda each: plain(each.party.name))),
        gone=tuple(
            party
            for party, standing in cases
            if standing.surrender is Surrender.HANDED_OVER and standing.on and standing.on <= on
        ),
    )


def found(told: Told, lists: Lists, asked: Asked) -> dict[str, Any] | None:
    """Return the plan where it was worked out already."""
    return worked.find(digest_of(told, lists, asked))


def work_out(told: Told, lists: Lists, asked: Asked, *, at: datetime) -> dict[str, Any]:
    """Return the plan, worked out in about SECONDS where that was not done yet.

    ``plan`` is the report of ``dedere network plan --waves``; ``places`` where each party of ``ids`` stands
    when all are drawn.
    """
    if (known := found(told, lists, asked)) is not None:
        return known
    network = of_crime(told.network)
    begin = network.without([party.id for party in lists.gone])
    wanted, turns = _wanted(begin, lists, asked), _turns(begin, lists, asked)
    with _ONE_AT_A_TIME:
        since = Deadline(None)
        plan = report_waves(in_waves(begin, wanted, turns, seconds=SECONDS, seed=SEED), since.spent)
    made: dict[str, Any] = {
        "plan": plan,
        "ids": list(network.parties["id"]),
        "places": [[round(x, 3), round(y, 3)] for x, y in spread(network.structure()).tolist()],
    }
    worked.keep(digest_of(told, lists, asked), told.row.number, made, at=at)
    return made


def digest_of(told: Told, lists: Lists, asked: Asked) -> str:
    """Return the SHA-256 of all that goes into a plan: network, docket, what was asked, time, the rules."""
    tree = {
        "seal": told.row.seal,
        "on": lists.on.isoformat(),
        "first": {each.party.id: str(each.first.on or "") for each in lists.candidates},
        "gone": sorted(party.id for party in lists.gone),
        "asked": [asked.each, asked.waves, asked.months, asked.objective.value],
        "never": sorted(asked.never),
        "fixed": sorted(asked.fixed),
        "limit": [int(SECONDS), SEED],
        "rules": rules(),
    }
    return sha256(canonical(tree).encode()).hexdigest()


def _wanted(network: Network, lists: Lists, asked: Asked) -> Wanted:
    ids = set(network.parties["id"])
    listed = [each.party.id for each in lists.candidates]
    inside = [id for id in listed if id in ids]
    return Wanted(
        budget=asked.each,
        objective=asked.objective,
        only=inside,
        never=[id for id in asked.never if id in ids],
        fixed=[id for id in asked.fixed if id in ids],
        absent=[id for id in listed if id not in ids],
        changing=[id for id in inside if id not in asked.never],
    )


def _turns(network: Network, lists: Lists, asked: Asked) -> Turns:
    ids = set(network.parties["id"])
    known = {each.party.id: each.first.on for each in lists.candidates if each.first.on}
    return Turns(
        on=lists.on,
        waves=asked.waves,
        months=asked.months,
        first={id: day for id, day in known.items() if id in ids},
    )
