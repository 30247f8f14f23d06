"""The whole network on one canvas, on demand: the page, and the places of all parties as compact JSON."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render

from dedere.clerk.network import told as telling
from dedere.clerk.network import whole
from dedere.desk.frame.errors import NotFound
from dedere.desk.network.views import record
from dedere.desk.network.waiting import waiting
from dedere.desk.officers import may


@may("read-cases")
def canvas(request: HttpRequest, net: str) -> HttpResponse:
    """Show the canvas, or that the places are being worked out."""
    told = telling.told(telling.demand(net))
    record(request, told, "whole")
    if whole.found(told) is not None:
        return render(request, "network/whole.html", {"told": told})
    return waiting(request, told, whole.digest_of(told), lambda at: whole.work_out(told, at=at))


@may("read-cases")
def places(_request: HttpRequest, net: str) -> HttpResponse:
    """Send the places; the page that asks for them was put on record."""
    found = whole.found(telling.told(telling.demand(net)))
    if found is None:
        raise NotFound("picture", net)
    return JsonResponse(found)
