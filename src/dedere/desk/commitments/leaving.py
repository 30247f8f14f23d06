"""The ledger of two States as files: the table, the dates, and the pack for a meeting."""

from __future__ import annotations

from datetime import date

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from dedere.accords.accord import Kind
from dedere.clerk.accords import accord_file
from dedere.desk import clock
from dedere.desk.commitments import rows
from dedere.desk.commitments.filters import Filters
from dedere.desk.commitments.lines import lines
from dedere.desk.commitments.pack import pack as pack_of
from dedere.desk.exports.calendars import TYPE
from dedere.desk.exports.feed import feed_of
from dedere.desk.exports.views import sent
from dedere.desk.frame.errors import NotFound
from dedere.desk.frame.record import reading
from dedere.desk.officers import may
from dedere.desk.wording import say
from dedere.registry.accords import due_by
from dedere.registry.lists.dated import Dated


@may("export-cases")
@never_cache
@require_safe
def table(request: HttpRequest, suffix: str) -> HttpResponseBase:
    """Send the lines that the page's filters leave, both columns beside each other."""
    found = lines(Filters(request.GET).asked())
    return sent(request, "commitments", suffix, rows.head(), [rows.rows(found, request)])


@may("export-cases")
@never_cache
@require_safe
def calendar(request: HttpRequest) -> HttpResponse:
    """Send every day on which a promise falls due that a giver has not answered: number and act only."""
    found, at = Dated(promises=tuple(due_by(date.max))), clock.now(request)
    told = (say("commitments.calendar-name"), say("commitments.calendar-whole"))
    return HttpResponse(feed_of(found, request, at=at, told=told), content_type=TYPE)


@may("read-accords")
@require_safe
def pack(request: HttpRequest, accord: str) -> HttpResponse:
    """Send the pack of a meeting in both languages, as the ledger stands."""
    file = accord_file(accord)
    if file.recorded.kind != Kind.MEETING.value:
        raise NotFound("accord", accord)
    at = clock.now(request)
    reading(by=request.user.get_username(), stream=accord, page="paper-meeting", at=at)
    response = HttpResponse(pack_of(file, at=at), content_type="application/pdf")
    response["Content-Disposition"] = f'inline; filename="{accord}-meeting.pdf"'
    response["Cache-Control"] = "private, no-store"
    return response
