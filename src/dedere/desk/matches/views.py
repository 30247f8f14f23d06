"""The queue of proposed matches beside the pair that is looked at; a run and its seal."""

from __future__ import annotations

import json
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from dedere.clerk.pairs import pair_file
from dedere.desk import clock
from dedere.desk.frame.errors import NotFound
from dedere.desk.frame.record import reading
from dedere.desk.matches.forms import KEYS, Because, Decide
from dedere.desk.matches.shown import ShownPair, shown_pair
from dedere.desk.officers import allows, may, role_of
from dedere.docket.pairs import pair_of
from dedere.persons.decided import Queue
from dedere.registry.lists import matches
from dedere.registry.matches import seal_of


@may("read-matches")
def listed(request: HttpRequest) -> HttpResponse:
    """Show the first pair of a tab: of the one asked for, else of the first that has any."""
    tab = asked(request) or first_open()
    first = next(iter(matches.around(tab)), None)
    if first is None:
        return render(request, "matches/page.html", frame(request, tab))
    return page(request, first.key, tab=tab)


@may("read-matches")
def one(request: HttpRequest, key: str) -> HttpResponse:
    """Show one pair, with the pairs of its tab around it."""
    return page(request, key)


@may("read-matches")
def file(_request: HttpRequest, pair: str) -> HttpResponse:
    """Go to the pair whose file this is; raises NoSuchFile, which becomes *not found*."""
    filed = pair_file(pair).filed
    if filed is None:
        raise NotFound("pair", pair)
    return redirect("matches:pair", pair_of(filed).key)


@may("read-matches")
def of_run(request: HttpRequest, run: str) -> HttpResponse:
    """Show what a run read and how it was sealed, and work the seal out again where that can be done."""
    row = matches.run(run)
    if row is None:
        raise NotFound("run", run)
    latest = matches.latest(row)
    shown = {
        "run": row,
        "inputs": json.loads(row.inputs)["inputs"],
        "parameters": json.loads(row.parameters),
        "latest": latest,
        "holds": latest and seal_of(row.number) == row.proposals,
    }
    return render(request, "matches/run.html", shown)


def page(
    request: HttpRequest,
    key: str,
    *,
    tab: Queue | None = None,
    form: Any = None,
    refusal: str = "",
    status: int = 200,
) -> HttpResponse:
    """Return the page of a pair, beside the tab asked for or the one in which it stands.

    ``form`` is one that came back with complaints, ``refusal`` why nothing was recorded.
    """
    found = shown_pair(key)
    if found is None:
        raise NotFound("match", key)
    tab = tab or asked(request) or found.queue
    stream = found.file.number if found.file else found.run
    reading(by=request.user.get_username(), stream=stream, page=f"pair {key}", at=clock.now(request))
    shown = {**frame(request, tab, key), "pair": found, "refusal": refusal, **forms(request, found, form)}
    return render(request, "matches/page.html", shown, status=status)


def frame(request: HttpRequest, tab: Queue, key: str = "") -> dict[str, Any]:
    """Return the tabs with their counts and the list beside the pair."""
    return {
        "tab": tab.value,
        "tabs": [(each.value, n) for each, n in matches.counts().items()],
        "around": matches.around(tab, key),
        "deciding": allows(role_of(request.user), "decide-matches"),
    }


def forms(request: HttpRequest, found: ShownPair, form: Any) -> dict[str, Any]:
    """Return the forms that this officer may fill on the pair as it stands."""
    seen = {"seen": found.file.version if found.file else 0}
    words = {**seen, "wanted": found.wanted.digest, "register": found.held.digest}
    awaiting = found.file.awaiting if found.file else None
    own = bool(awaiting and awaiting.by == request.user.get_username())
    return {
        "decide": form if isinstance(form, Decide) else Decide(initial=words),
        "because": form if isinstance(form, Because) else Because(initial=seen),
        "form": form,
        "keys": {verdict.value: letter for verdict, letter in KEYS.items()},
        "own": own,
        "signing": bool(awaiting) and not own and allows(role_of(request.user), "sign-second"),
    }


def asked(request: HttpRequest) -> Queue | None:
    """Return the tab that the query asks for, or None."""
    wanted = request.GET.get("tab", "")
    return Queue(wanted) if wanted in {each.value for each in Queue} else None


def first_open() -> Queue:
    """Return the first tab that holds a pair to look at."""
    found = matches.counts()
    return next((each for each in matches.OPEN if found[each]), Queue.STRONG)
