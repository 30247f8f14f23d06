"""The ledger's pages: what was recorded, who read what, who was turned away, how accounts changed."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from dedere.desk.ledger.forms import Filters
from dedere.desk.officers import may
from dedere.registry import checkpoints, journal
from dedere.registry.accounts import names
from dedere.registry.lists import ledger


@may("read-ledger")
def page(request: HttpRequest) -> HttpResponse:
    """Show entries, newest first, each with the text that was hashed."""
    filters = Filters(request.GET)
    leaf = ledger.entries(filters.asked(), before=before(request))
    texts = ledger.texts([row.position for row in leaf.rows])
    called = names({row.by for row in leaf.rows} | {row.second for row in leaf.rows})
    shown = {
        **standing(),
        "filters": filters,
        "leaf": leaf,
        "rows": [(row, texts[row.position], called[row.by], called[row.second]) for row in leaf.rows],
        "here": "entries",
    }
    return render(request, "ledger/page.html", shown)


def standing() -> dict[str, object]:
    """Return how long the journal is, how far it is signed and cosigned, and what we saw of the others'."""
    head, found = journal.head(), checkpoints.standing()
    shares = {name: 1000 * getattr(found, name) // max(head.size, 1) for name in ("signed", "cosigned")}
    return {
        "head": head,
        "standing": found,
        "shares": {name: str(share) for name, share in shares.items()},
        "witnessed": checkpoints.all_witnessed(),
    }


@may("read-ledger")
def readings(request: HttpRequest) -> HttpResponse:
    """Show who opened which file and when."""
    filters = Filters(request.GET)
    leaf = ledger.readings(filters.asked(), before=before(request))
    return render(request, "ledger/readings.html", {"filters": filters, "leaf": leaf, "here": "readings"})


@may("read-ledger")
def attempts(request: HttpRequest) -> HttpResponse:
    """Show who asked for what the role does not allow, and which names were closed."""
    filters = Filters(request.GET)
    leaf = ledger.attempts(filters.asked(), before=before(request))
    return render(request, "ledger/attempts.html", {"filters": filters, "leaf": leaf, "here": "attempts"})


@may("read-ledger")
def accounts(request: HttpRequest) -> HttpResponse:
    """Show how accounts changed, by whom."""
    filters = Filters(request.GET)
    leaf = ledger.changes(filters.asked(), before=before(request))
    return render(request, "ledger/accounts.html", {"filters": filters, "leaf": leaf, "here": "accounts"})


def before(request: HttpRequest) -> int:
    """Return the place before which the page stands; 0 for the first page."""
    asked = request.GET.get("before", "")
    return int(asked) if asked.isdecimal() and len(asked) < 19 else 0
