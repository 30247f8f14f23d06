"""A plan in rows and sentences: waves, sets side by side, what moves it; nobody in order of figures."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from dedere.clerk.network.plans import Asked, Candidate, Lists
from dedere.clerk.network.told import Party, Told
from dedere.desk.network.whole import Panel, panels
from dedere.desk.wording import code, count, say
from dedere.links.effect.spoken import number
from dedere.links.plan.plan import CAVEATS
from dedere.registry.words import plain

Tree = Mapping[str, Any]
# Said once for the whole plan, not again under each wave.
_SAID = frozenset({"not-the-list", "without-ties", "nobody-goes"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """Sets side by side: each person who is in any, and in which; what each set leaves."""

    left: tuple[str, ...]
    rows: tuple[tuple[Party, tuple[bool, ...]], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """What one person's standing changes, in words."""

    party: Party
    change: str
    left: str
    needed: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Wave:
    """One wave in words: who goes, by name, and what is left if that one stays."""

    turn: int
    since: date
    until: date
    lawful: int
    members: tuple[tuple[Party, str], ...]
    left: str
    share: str
    proof: str
    beside: Beside | None
    moves: tuple[Move, ...]
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """The plan: its headline, its proof, both drawings, the waves, who waits, all waves at once."""

    headline: str
    proof: str
    before: Panel
    after: Panel
    waves: tuple[Wave, ...]
    waiting: tuple[Candidate, ...]
    at_once: str
    courses: tuple[tuple[Party, ...], ...]
    caveats: tuple[str, ...]
    objective: str


def shown(told: Told, lists: Lists, asked: Asked, worked: Tree) -> Shown:
    """Return what the page shows of a plan that was worked out."""
    plan = worked["plan"]
    by_id = {party.id: party for party in told.parties}
    already = frozenset(party.id for party in lists.gone)
    before, after = panels(told, worked["ids"], worked["places"], frozenset(plan["removed"]), already)
    waiting = {each["id"] for each in plan["waves"][0]["waiting"]}
    return Shown(
        headline=_headline(plan, asked),
        proof=_proof(plan, "network.plan-whole"),
        before=before,
        after=after,
        waves=tuple(_wave(each, turn, by_id) for turn, each in enumerate(plan["waves"], 1)),
        waiting=tuple(each for each in lists.candidates if each.party.id in waiting),
        at_once=_at_once(plan),
        courses=tuple(_named(wave, by_id) for wave in plan["horizon"]["waves"]) if plan["sets"] else (),
        caveats=tuple(_caveats(plan, lists)),
        objective=code("objective", asked.objective),
    )


def _headline(plan: Tree, asked: Asked) -> str:
    objective = plan["objective"]
    return say(
        "network.plan-headline",
        parties=plan["parties"],
        lawful=plan["lawful"],
        each=asked.each,
        waves=count("network.plan-in-waves", asked.waves),
        goes=count("network.plan-goes", len(plan["removed"])),
        what=code("objective", objective),
        before=number(plan["before"][objective]),
        after=number(plan["after"][objective]),
    )


def _proof(said: Tree, key: str) -> str:
    figures = {name: number(said[name] or 0) for name in ("value", "bound")}
    return say(f"{key}-{'proved' if said['proved'] else 'bounded'}", **figures, gap=f"{said['gap'] or 0:.0%}")


def _wave(said: Tree, turn: int, by_id: Mapping[str, Party]) -> Wave:
    left = {each["id"]: each["left"] for each in said["adds"]}
    return Wave(
        turn=turn,
        since=date.fromisoformat(said["since"]),
        until=date.fromisoformat(said["until"]),
        lawful=said["lawful"],
        members=tuple(
            (party, number(left[party.id]) if party.id in left else "")
            for party in _named(said["removed"], by_id)
        ),
        left=number(said["value"]),
        share=f"{said['share']:.1%}",
        proof=_proof(said, "network.plan-wave"),
        beside=_beside(said, by_id) if said["sets"] else None,
        moves=tuple(
            sorted((_move(each, by_id) for each in said["what_if"]), key=lambda each: plain(each.party.name))
        ),
        notes=tuple(_notes(each for each in said["told"] if each["code"] not in _SAID)),
    )


def _beside(said: Tree, by_id: Mapping[str, Party]) -> Beside:
    sets = [set(said["removed"]), *(set(each["removed"]) for each in said["sets"])]
    return Beside(
        left=tuple(number(each["value"]) for each in (said, *said["sets"])),
        rows=tuple(
            (party, tuple(party.id in each for each in sets)) for party in _named(set.union(*sets), by_id)
        ),
    )


def _moves(said: Iterable[Tree], by_id: Mapping[str, Party]) -> list[Move]:
    return sorted((_move(each, by_id) for each in said), key=lambda each: plain(each.party.name))


def _move(said: Tree, by_id: Mapping[str, Party]) -> Move:
    needed = {True: "needed", False: "spared", None: ""}[said["needed"]]
    none = said["value"] is None
    return Move(
        party=by_id[said["id"]],
        change=say(f"network.plan-now-{said['change']}"),
        left=say("network.plan-none") if none else _proof({**said, "gap": 0}, "network.plan-left"),
        needed=say(f"network.plan-{needed}") if needed else "",
    )


def _at_once(plan: Tree) -> str:
    horizon = plan["horizon"]
    key = "network.plan-at-once" if plan["sets"] else "network.plan-at-once-same"
    figures = {"value": number(horizon["value"]), "bound": number(horizon["bound"])}
    r = {"r": f"{plan['r']:.3f}", "other": f"{horizon['r']:.3f}"}
    return say(key, wave=number(plan["value"]), **figures, **r)


def _caveats(plan: Tree, lists: Lists) -> Iterator[str]:
    yield from _notes(plan["told"])
    if lists.gone:
        yield count("network.plan-gone", len(lists.gone))
    yield say("network.plan-docket")
    yield say("network.plan-doubt")


def _notes(told: Iterable[Tree]) -> Iterator[str]:
    for each in told:
        group = "network-caveat" if each["code"] in CAVEATS else "plan-note"
        yield code(group, each["code"], **each["facts"])


def _named(ids: Iterable[str], by_id: Mapping[str, Party]) -> tuple[Party, ...]:
    return tuple(sorted((by_id[id] for id in ids), key=lambda party: plain(party.name)))
