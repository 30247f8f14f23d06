"""The whole network on one canvas, on demand: the page, and the places of all parties as compact JSON."""

from __future__ import annotations

from datetime import datetime

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render

from dedere.clerk.network import told as telling
from dedere.clerk.network import whole
from dedere.desk import clock
from dedere.desk.frame.errors import NotFound
from dedere.desk.network import working
from dedere.desk.network.views import record
from dedere.desk.officers import may

AGAIN = "3"  # seconds until the page asks again, with or without script


@may("read-cases")
def canvas(request: HttpRequest, net: str) -> HttpResponse:
    """Show the canvas, or that the places are being worked out."""
    told = telling.told(telling.demand(net))
    record(request, told, "whole")
    if whole.found(told) is not None:
        return render(request, "network/whole.html", {"told": told})

    def work(at: datetime) -> object:
        return whole.work_out(told, at=at)

    working.start(whole.digest_of(told), work, at=clock.now(request))
    answer = render(request, "network/working.html", {"told": told})
    answer["Refresh"] = AGAIN
    return answer


@may("read-cases")
def places(_request: HttpRequest, net: str) -> HttpResponse:
    """Send the places; the page that asks for them was put on record."""
    found = whole.found(telling.told(telling.demand(net)))
    if found is None:
        raise NotFound("picture", net)
    return JsonResponse(found)
