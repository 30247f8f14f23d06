"""The page of what handovers do to a network: worked out beside the request, shown when it is there."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string

from dedere.clerk.network import effects as clerk_effects
from dedere.clerk.network import told as telling
from dedere.clerk.network.groups import Group, groups_of
from dedere.clerk.network.told import Told
from dedere.desk.frame.errors import NotFound
from dedere.desk.network.effect import TOGETHER, Shown, shown
from dedere.desk.network.views import record
from dedere.desk.network.waiting import waiting
from dedere.desk.officers import may


@may("read-cases")
def effect(request: HttpRequest, net: str) -> HttpResponse:
    """Show what the handovers do to the network, each alone and all together."""
    told, groups = opened_groups(request, net, "effect")
    if not groups:
        return render(request, "network/no_handover.html", {"told": told})
    found = _shown(told, groups, request)
    if found is None:
        return waiting(
            request,
            told,
            clerk_effects.digest_of(told, groups),
            lambda at: clerk_effects.work_out(told, groups, at=at),
        )
    words = {"told": told, "groups": groups, "chosen": chosen(request, groups), "effect": found}
    return render(request, "network/effect.html", words)


@may("read-cases")
def drawing(request: HttpRequest, net: str) -> HttpResponse:
    """Send the drawings before and after, and the picture of figures, as one file each."""
    told, groups = opened_groups(request, net, "effect picture")
    found = _shown(told, groups, request) if groups else None
    if found is None:
        raise NotFound("picture", net)
    figures = request.GET.get("of") == "figures"
    text = found.picture if figures else render_to_string("network/before_after.svg", {"effect": found})
    answer = HttpResponse(text, content_type="image/svg+xml; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="{net}-{found.chosen}.svg"'
    return answer


def opened_groups(request: HttpRequest, net: str, what: str) -> tuple[Told, tuple[Group, ...]]:
    """Return a network and its handovers, and put the reading on record; raises NoSuchFile."""
    told = telling.told(telling.demand(net))
    record(request, told, what)
    return told, groups_of(told)


def _shown(told: Told, groups: tuple[Group, ...], request: HttpRequest) -> Shown | None:
    worked = clerk_effects.found(told, groups)
    return shown(told, groups, worked, chosen(request, groups)) if worked else None


def chosen(request: HttpRequest, groups: tuple[Group, ...]) -> str:
    """Return the group asked for, or all together; the first where none of them was asked for."""
    asked = request.GET.get("group", "")
    offered = {group.id for group in groups} | ({TOGETHER} if len(groups) > 1 else set())
    return asked if asked in offered else groups[0].id
