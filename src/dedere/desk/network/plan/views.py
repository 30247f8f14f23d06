"""The page of a plan: what is asked of it, who may be chosen as the docket stands, and what it leaves."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from dedere.clerk.network import plans
from dedere.clerk.network import told as telling
from dedere.desk import clock
from dedere.desk.network.around import docket
from dedere.desk.network.plan.form import Wish
from dedere.desk.network.plan.shown import shown
from dedere.desk.network.views import record
from dedere.desk.network.waiting import waiting
from dedere.desk.officers import may


@may("plan-handovers")
def plan(request: HttpRequest, net: str) -> HttpResponse:
    """Show the plan that was asked for; it is worked out beside the request."""
    told, on = telling.told(telling.demand(net)), clock.today(request)
    record(request, told, "plan")
    lists = plans.lists_of(told, docket([party.case for party in told.parties], on), on)
    form = Wish(request.GET, lists)
    words = {"told": told, "form": form, "lists": lists, "seconds": int(plans.SECONDS)}
    if not form.is_valid():
        return render(request, "network/plan/page.html", words, status=422 if form.errors else 200)
    asked = form.asked
    found = plans.found(told, lists, asked)
    if found is None:
        digest = plans.digest_of(told, lists, asked)
        return waiting(request, told, digest, lambda at: plans.work_out(told, lists, asked, at=at))
    words["plan"] = shown(told, lists, asked, found)
    return render(request, "network/plan/page.html", words)
