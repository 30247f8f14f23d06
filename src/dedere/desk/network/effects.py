"""The page of what handovers do to a network: worked out beside the request, shown when it is there."""

from __future__ import annotations

from datetime import datetime

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string

from dedere.clerk.network import effects as clerk_effects
from dedere.clerk.network import told as telling
from dedere.clerk.network.groups import Group, groups_of
from dedere.clerk.network.told import Told
from dedere.desk import clock
from dedere.desk.frame.errors import NotFound
from dedere.desk.network import working
from dedere.desk.network.effect import TOGETHER, Shown, shown
from dedere.desk.network.graph import AGAIN
from dedere.desk.network.views import record
from dedere.desk.officers import may


@may("read-cases")
def effect(request: HttpRequest, net: str) -> HttpResponse:
    """Show what the handovers do to the network, each alone and all together."""
    told, groups = _opened(request, net, "effect")
    if not groups:
        return render(request, "network/no_handover.html", {"told": told})
    found = _shown(told, groups, request)
    if found is None:
        _begin(told, groups, request)
        answer = render(request, "network/working.html", {"told": told})
        answer["Refresh"] = AGAIN
        return answer
    words = {"told": told, "groups": groups, "chosen": _chosen(request, groups), "effect": found}
    return render(request, "network/effect.html", words)


@may("read-cases")
def drawing(request: HttpRequest, net: str) -> HttpResponse:
    """Send the drawings before and after, and the picture of figures, as one file each."""
    told, groups = _opened(request, net, "effect picture")
    found = _shown(told, groups, request) if groups else None
    if found is None:
        raise NotFound("picture", net)
    figures = request.GET.get("of") == "figures"
    text = found.picture if figures else render_to_string("network/before_after.svg", {"effect": found})
    answer = HttpResponse(text, content_type="image/svg+xml; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="{net}-{found.chosen}.svg"'
    return answer


def _opened(request: HttpRequest, net: str, what: str) -> tuple[Told, tuple[Group, ...]]:
    told = telling.told(telling.demand(net))
    record(request, told, what)
    return told, groups_of(told)


def _shown(told: Told, groups: tuple[Group, ...], request: HttpRequest) -> Shown | None:
    worked = clerk_effects.found(told, groups)
    return shown(told, groups, worked, _chosen(request, groups)) if worked else None


def _chosen(request: HttpRequest, groups: tuple[Group, ...]) -> str:
    """The group asked for, or all together; the first where there is only one or none was asked for."""
    asked = request.GET.get("group", "")
    offered = {group.id for group in groups} | ({TOGETHER} if len(groups) > 1 else set())
    return asked if asked in offered else groups[0].id


def _begin(told: Told, groups: tuple[Group, ...], request: HttpRequest) -> None:
    def work(at: datetime) -> object:
        return clerk_effects.work_out(told, groups, at=at)

    working.start(clerk_effects.digest_of(told, groups), work, at=clock.now(request))
