"""The list of cases, and the door of a new one."""

from __future__ import annotations

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from dedere import clerk
from dedere.desk import clock, wording
from dedere.desk.cases.forms import Filters, NewCase
from dedere.desk.officers import may
from dedere.registry.lists.cases import VIEWS, Wanted, cases
from dedere.words import Refused


@may("read-cases")
def listed(request: HttpRequest) -> HttpResponse:
    """Show one page of the cases that a view and the filters leave."""
    filters, wanted = asked(request)
    before = request.GET.get("before", "")
    page = cases(
        wanted,
        on=clock.today(request),
        home=settings.DEDERE_HOME,
        before=int(before) if before.isdecimal() else 0,
    )
    shown = {"page": page, "rows": page.rows, "filters": filters, "views": VIEWS, "view": wanted.view}
    return render(request, "cases/list.html", {**shown, "on": clock.today(request), "ticks": True})


@may("read-cases", post="file-acts")
def new(request: HttpRequest) -> HttpResponse:
    """Open a case from five fields on one page."""
    form = NewCase(request.POST or None)
    if request.method == "POST" and form.is_valid():
        at = clock.now(request)
        opened = clerk.open_case(*form.acts(at), by=request.user.get_username(), at=at)
        if not isinstance(opened, Refused):
            messages.success(request, wording.say("cases.opened", number=opened.case.number))
            return redirect("case:summary", opened.case.number)
        form.add_error(None, wording.refusal(opened.code, **opened.facts))
    return render(request, "cases/new.html", {"form": form}, status=409 if form.errors else 200)


def asked(request: HttpRequest) -> tuple[Filters, Wanted]:
    """Return the filters of the page's query; a value that no filter offers counts as none."""
    filters = Filters(request.GET)
    filters.is_valid()
    given = filters.cleaned_data
    requesting, _, requested = given.get("direction", "").partition("-")
    view = request.GET.get("view", "")
    return filters, Wanted(
        view=view if view in VIEWS else "open",
        words=given.get("q", ""),
        stage=given.get("stage", ""),
        track=given.get("track", ""),
        requesting=requesting,
        requested=requested,
    )
