"""The network's pages: what published sources say of each party, its case named beside it."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string

from dedere.clerk.network import told as telling
from dedere.clerk.network.groups import groups_of
from dedere.clerk.network.told import Party, Told
from dedere.desk import clock
from dedere.desk.frame.errors import NotFound
from dedere.desk.frame.record import reading
from dedere.desk.network.around import Around, around_party, docket, standing_words
from dedere.desk.network.forms import REACH, Ends, Filters
from dedere.desk.network.front import front, listed
from dedere.desk.network.ways import named, way
from dedere.desk.officers import allows, may, role_of
from dedere.registry import networks
from dedere.registry.lists.found import sources
from dedere.registry.models import NetworkRow


@may("read-cases")
def home(request: HttpRequest) -> HttpResponse:
    """Show the network that was loaded last, or how to load one."""
    row = networks.latest()
    return render(request, "network/empty.html") if row is None else _front(request, row)


@may("read-cases")
def page(request: HttpRequest, net: str) -> HttpResponse:
    """Show one network: what it is, the handovers, its parties."""
    return _front(request, telling.demand(net))


@may("read-cases")
def party(request: HttpRequest, party: str) -> HttpResponse:
    """Show who stands around a party, drawn and in rows, and which ties are left out."""
    told, centre = opened(request, party, "party")
    filters, found = _around(request, told, centre)
    shown = {
        "told": told,
        "party": centre,
        "filters": filters,
        "reach": reach(request),
        "reaches": REACH,
        "around": found,
        "standing": _standing(centre, request),
        "ends": Ends(None),
        "parties": told.parties,
    }
    return render(request, "network/party.html", shown)


@may("read-cases")
def picture(request: HttpRequest, party: str) -> HttpResponse:
    """Send the picture as a file."""
    told, centre = opened(request, party, "picture")
    _, found = _around(request, told, centre)
    drawn = render_to_string("network/picture.svg", {"picture": found.picture, "row": told.row})
    answer = HttpResponse(drawn, content_type="image/svg+xml; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="{told.row.number}-{centre.key[:8]}.svg"'
    return answer


@may("read-cases")
def path(request: HttpRequest, party: str) -> HttpResponse:
    """Show a shortest path to another party, with every tie of each step."""
    told, one = opened(request, party, "path")
    ends = Ends(request.GET)
    asked = ends.cleaned_data["to"] if ends.is_valid() else ""
    choices = named(told, asked)
    other = choices[0] if len(choices) == 1 else None
    shown = {
        "told": told,
        "party": one,
        "ends": ends,
        "asked": asked,
        "choices": choices,
        "other": other,
        "way": way(told, one, other) if other else (),
        "parties": told.parties,
    }
    return render(request, "network/path.html", shown)


@may("read-cases")
def tie(request: HttpRequest, tie: str) -> HttpResponse:
    """Show all that is said of a tie, with each source: outlet, day, kind, address."""
    found = telling.of_tie(tie)
    if found is None:
        raise NotFound("tie", tie)
    told, shown = found
    record(request, told, f"tie {tie}")
    return render(
        request, "network/tie.html", {"told": told, "tie": shown, "sources": sources(shown.sources)}
    )


def opened(request: HttpRequest, key: str, what: str) -> tuple[Told, Party]:
    """Return a party with its network, and put the reading on record; raises NotFound."""
    found = telling.of_party(key)
    if found is None:
        raise NotFound("party", key)
    record(request, found[0], f"{what} {key}")
    return found


def reach(request: HttpRequest) -> int:
    """Return how many ties away the page shows: one, unless more is asked for."""
    asked = request.GET.get("reach", "")
    return int(asked) if asked in REACH else 1


def _front(request: HttpRequest, row: NetworkRow) -> HttpResponse:
    told = telling.told(row)
    record(request, told, "network")
    words = request.GET.get("q", "")[:200]
    on = clock.today(request)
    shown = {
        "told": told,
        "front": front(told),
        "q": words,
        "listed": listed(told, words, on),
        "groups": groups_of(told),
        "networks": networks.every(),
        "suffixes": ("csv", "graphml", "jsonl") if allows(role_of(request.user), "export-cases") else (),
    }
    return render(request, "network/page.html", shown)


def _around(request: HttpRequest, told: Told, centre: Party) -> tuple[Filters, Around]:
    filters = Filters(request.GET, told)
    return filters, around_party(told, centre, filters.keeps, reach(request), clock.today(request))


def _standing(party: Party, request: HttpRequest) -> str:
    found: Any = docket([party.case], clock.today(request)).get(party.case)
    return standing_words(found) if found else ""


def record(request: HttpRequest, told: Told, page: str) -> None:
    """Put on record that an officer opened a page of the network."""
    reading(by=request.user.get_username(), stream=told.row.number, page=page, at=clock.now(request))
