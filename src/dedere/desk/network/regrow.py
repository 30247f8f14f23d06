"""What grows back after a handover, by a model of the literature: never a figure without its interval."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.safestring import SafeString

from dedere.clerk.network import regrowth
from dedere.desk.network.effects import chosen, opened_groups
from dedere.desk.network.waiting import waiting
from dedere.desk.officers import may
from dedere.desk.wording import code, language, say
from dedere.links.regrow.spoken import rounded, scenario_words

Tree = Mapping[str, Any]
_RAISED = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")


@dataclass(frozen=True, slots=True, kw_only=True)
class Scenario:
    """One scenario: each figure in words, its interval, and how it differs from the unchanged course."""

    words: str
    figures: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Assumed:
    """One assumption: its value, what it is based on, its sources in full."""

    words: str
    value: str
    basis: str
    sources: tuple[str, ...]


@may("read-cases")
def regrow(request: HttpRequest, net: str) -> HttpResponse:
    """Show what the model says of as many persons as the handover lists, beside as many fewer recruited."""
    told, groups = opened_groups(request, net, "regrow")
    if not groups:
        return render(request, "network/no_handover.html", {"told": told})
    asked = chosen(request, groups)
    persons = sum(group.persons for group in groups if asked in (group.id, "together"))
    found = regrowth.found(persons)
    if found is None:
        number_of = told.row.number
        return waiting(
            request,
            told,
            regrowth.digest_of(persons),
            lambda at: regrowth.work_out(persons, network=number_of, at=at),
        )
    outlook = found["outlook"]
    words = {
        "told": told,
        "groups": groups,
        "chosen": asked,
        "persons": persons,
        "draws": outlook["draws"],
        "picture": SafeString(found["pictures"][language()]),  # drawn and escaped by the room itself
        "scenarios": [_scenario(each) for each in outlook["scenarios"]],
        "assumptions": [_assumed(each) for each in outlook["assumptions"]],
        "caveats": [code("regrow-caveat", each) for each in outlook["caveats"]],
    }
    return render(request, "network/regrow.html", words)


def _scenario(told: Tree) -> Scenario:
    return Scenario(
        words=scenario_words(told["scenario"], told["persons"], language()),
        figures=tuple(
            (
                code("figure", figure),
                _interval(found, figure),
                _interval(told["against"][figure], figure, signed=True) if figure in told["against"] else "",
            )
            for figure, found in told["figures"].items()
        ),
    )


def _interval(told: Tree, figure: str, *, signed: bool = False) -> str:
    ends = {"value": "median", "low": "low", "high": "high"}
    return say(
        "network.spread", **{name: rounded(told[end], figure, signed=signed) for name, end in ends.items()}
    )


def _written(value: float) -> str:
    """A value to six places; a very small one as a power of ten that people read."""
    digits, small, power = f"{value:,.6g}".partition("e")
    return f"{digits} × 10{str(int(power)).translate(_RAISED)}" if small else digits


def _assumed(told: Tree) -> Assumed:
    figures = {name: _written(told[name]) for name in ("value", "low", "high")}
    drawn = told["low"] < told["high"]
    return Assumed(
        words=code("assumption", told["code"]),
        value=say("network.spread", **figures) if drawn else figures["value"],
        basis=code("assumption-basis", told["basis"]),
        sources=tuple(told["sources"]),
    )
