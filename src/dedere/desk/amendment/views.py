"""The law in force is listed; a copy of an instrument is amended, and the open cases it touches are shown."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_POST

from dedere.desk import clock, wording
from dedere.desk.amendment import kept, listed, shown, trial
from dedere.desk.amendment.forms import Copy
from dedere.desk.exports.tables import Row
from dedere.desk.exports.views import in_one_language, sent
from dedere.desk.frame import record
from dedere.desk.frame.errors import NotFound
from dedere.desk.frame.tags import instant
from dedere.desk.ledger.views import before
from dedere.desk.officers import may, officer_of
from dedere.law.amendment import altered, clauses_altered
from dedere.law.instrument import Instrument
from dedere.law.library import Library, library, text_of
from dedere.registry.lists.whole import whole
from dedere.registry.models import CaseRow
from dedere.words import Unreadable


@may("read-law")
@require_GET
def law(request: HttpRequest) -> HttpResponse:
    """List the instruments that are kept here, those in force on the desk's day first."""
    return render(request, "amendment/law.html", {"instruments": listed.instruments(clock.today(request))})


@may("try-amendments")
def edit(request: HttpRequest, instrument: str) -> HttpResponse:
    """Show a copy of an instrument's file to be amended; what is sent is kept, and checked."""
    known, officer = _known(request, instrument), officer_of(request)
    if request.method != "POST":
        draft = kept.find(officer, instrument)
        text = draft.fields["text"] if draft else text_of(known, library())
        return _copy(request, known, Copy(instrument, initial={"text": text}))
    form = Copy(instrument, request.POST, request.FILES)
    valid = form.is_valid()
    kept.keep(officer, instrument, form.cleaned_data.get("text", ""), at=clock.now(request))
    return redirect("amendment:touched", instrument) if valid else _copy(request, known, form)


def _copy(request: HttpRequest, known: Instrument, form: Copy) -> HttpResponse:
    draft = kept.find(officer_of(request), known.id)
    told = {
        "instrument": known,
        "title": known.title[wording.language()],
        "form": form,
        "kept_at": instant(draft.saved_at) if draft else "",
    }
    return render(request, "amendment/copy.html", told, status=422 if form.errors else 200)


@may("try-amendments")
@require_POST
def drop(request: HttpRequest, instrument: str) -> HttpResponse:
    """Let go of the copy, and begin again with the text in force."""
    kept.drop(officer_of(request), _known(request, instrument).id)
    return redirect("amendment:copy", instrument)


@may("try-amendments")
@require_GET
def touched(request: HttpRequest, instrument: str) -> HttpResponse:
    """Show what the copy changes, and the open cases that come out otherwise under it."""
    known, amended = _known(request, instrument), _amended(request, instrument)
    if amended is None:
        return redirect("amendment:copy", instrument)
    by, at = request.user.get_username(), clock.now(request)
    record.reading(by=by, stream="", page=f"amendment {instrument}", at=at)
    found = trial.tried(amended, on=clock.today(request), home=clock.home(), before=before(request))
    copy, rows = amended.instruments[instrument], list(shown.rows(found.touched))
    told = {
        "instrument": known,
        "title": known.title[wording.language()],
        "same": copy.digest == known.digest,
        "values": shown.values(altered(known, copy)),
        "changes": shown.changes(clauses_altered(known, copy)),
        "found": found,
        "untouched": found.read - len(found.touched),
        "rows": rows[: shown.SHOWN],
        "more": len(rows) - shown.SHOWN,
    }
    return render(request, "amendment/touched.html", told)


@may("try-amendments")
@require_GET
def touched_csv(request: HttpRequest, instrument: str) -> HttpResponseBase:
    """Send every open case that the copy touches, charge by charge and clause by clause."""
    _known(request, instrument)
    amended, on = _amended(request, instrument), clock.today(request)
    if amended is None:
        return redirect("amendment:copy", instrument)

    def rows(page: tuple[CaseRow, ...]) -> list[Row]:
        return [row for each in trial.of_rows(page, amended, on) for row in shown.cells(*each)]

    pages = whole(trial.OPEN, on=on, home=clock.home(), page=trial.PAGE)
    return sent(request, "amendment", "csv", shown.head(), in_one_language(pages, rows))


def _known(request: HttpRequest, instrument: str) -> Instrument:
    known = library().instruments.get(instrument)
    if known is None:
        raise NotFound("page", request.path)
    return known


def _amended(request: HttpRequest, instrument: str) -> Library | None:
    """The library with the copy as it was kept; None where there is none that can be read."""
    draft = kept.find(officer_of(request), instrument)
    try:
        return kept.read(instrument, draft.fields["text"]) if draft else None
    except Unreadable:
        return None
