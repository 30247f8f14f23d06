"""What a handover does to a network, in rows and sentences: figures, both yardsticks, findings."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.safestring import SafeString

from dedere.clerk.network.groups import Group
from dedere.clerk.network.told import Party, Told
from dedere.desk.network.splits import Fallen, fallen, sizes
from dedere.desk.network.whole import Panel, panels
from dedere.desk.wording import code, language, say
from dedere.links.effect.spoken import number

TOGETHER = "together"
Tree = Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One measure in words and figures; a figure that was not looked at is empty."""

    words: str
    before: str
    after: str
    difference: str
    random: str
    best: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """A finding in words, how it stands, and for which share of random removals it holds under doubt."""

    words: str
    verdict: str
    share: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """The panel of one group, or of all together."""

    chosen: str
    removed: tuple[Party, ...]
    before: Panel
    after: Panel
    picture: SafeString
    headline: str
    best: tuple[str, ...]
    rows: tuple[Row, ...]
    findings: tuple[Said, ...]
    sizes_before: str
    sizes_after: str
    fallen: tuple[Fallen, ...]
    lost: tuple[tuple[Party, int], ...]
    absent: tuple[Party, ...]
    sums: tuple[tuple[str, str], ...]
    caveats: tuple[str, ...]
    draws: int


def shown(told: Told, groups: Sequence[Group], worked: Tree, chosen: str) -> Shown:
    """Return the panel of the group ``chosen``, or of all of them together."""
    effect = worked["effect"]
    place = next((at for at, group in enumerate(groups) if group.id == chosen), len(groups))
    removal = [*effect["groups"], effect["together"]][place]
    by_id = {party.id: party for party in told.parties}
    before, after = panels(told, worked["ids"], worked["places"], frozenset(removal["removed"]))
    drawn = worked["pictures"][language()][place]
    return Shown(
        chosen=chosen,
        removed=tuple(by_id[id] for id in removal["removed"]),
        before=before,
        after=after,
        picture=SafeString(drawn),  # drawn by the room itself, every word in it escaped there
        headline=_headline(removal, effect),
        best=tuple(_best(each) for each in removal["best"]),
        rows=tuple(_row(figure) for figure in removal["figures"]),
        findings=tuple(_finding(each) for each in removal["findings"]),
        sizes_before=sizes(effect["sizes"]),
        sizes_after=sizes(removal["sizes"]),
        fallen=fallen(removal["splits"], by_id),
        lost=tuple(sorted(((by_id[each["id"]], each["pairs"]) for each in removal["lost"]), key=_by_name)),
        absent=tuple(by_id[id] for id in removal["absent"]),
        sums=tuple(_sum(each) for each in effect["sums"]) if chosen == TOGETHER else (),
        caveats=tuple(_caveat(each) for each in effect["caveats"]),
        draws=effect["draws"],
    )


def _by_name(told: tuple[Party, int]) -> str:
    """In the order of names, never of figures: nobody is ranked."""
    return told[0].name


def _headline(removal: Tree, effect: Tree) -> str:
    """The one sentence: the largest part before and after, its interval, what a random removal leaves."""
    figure = next(each for each in removal["figures"] if each["measure"] == "largest")
    random = figure["alike"] or figure["random"]
    told = {
        "removed": len(removal["removed"]),
        "parties": effect["parties"],
        "before": number(figure["before"]["value"]),
        "after": number(figure["after"]["value"]),
        "low": number(figure["after"]["low"]),
        "high": number(figure["after"]["high"]),
        "random_low": number(random["low"]),
        "random_high": number(random["high"]),
        "random": number(random["median"]),
    }
    return say("network.effect-headline", **told)


def _best(said: Tree) -> str:
    standing = "proved" if said["proved"] else "found" if said["bound"] is None else "bounded"
    figures = {"value": number(said["value"]), "bound": number(said["bound"] or 0)}
    return code("best-removal", standing, measure=code("measure", said["objective"]), **figures)


def _row(figure: Tree) -> Row:
    random = figure["alike"] or figure["random"]
    return Row(
        words=_measure(figure),
        before=_stated(figure["before"]),
        after=_stated(figure["after"]),
        difference=_stated(figure["difference"], signed=True),
        random=_spread(random["median"], random["low"], random["high"]) if random else "",
        best="" if figure["best"] is None else number(figure["best"]),
    )


def _stated(said: Tree, *, signed: bool = False) -> str:
    if said["low"] is None:
        return number(said["value"], signed=signed)
    return _spread(said["value"], said["low"], said["high"], signed=signed)


def _spread(value: float, low: float, high: float, *, signed: bool = False) -> str:
    figures = {"value": value, "low": low, "high": high}
    return say("network.spread", **{name: number(each, signed=signed) for name, each in figures.items()})


def _finding(said: Tree) -> Said:
    return Said(
        words=say("network.finding", measure=_measure(said), finding=code("network-finding", said["code"])),
        verdict=said["verdict"],
        share=f"{said['share']:.1%}",
    )


def _sum(said: Tree) -> tuple[str, str]:
    return _measure(said), code("adding", said["adding"])


def _caveat(said: Tree) -> str:
    facts = dict(said["facts"])
    if "measure" in facts:
        facts["measure"] = code("measure", facts["measure"])
    return code("network-caveat", said["code"], **facts)


def _measure(said: Tree) -> str:
    one, other = said["ends"] or ("", "")
    return code("measure", said["measure"], one=one, other=other)
