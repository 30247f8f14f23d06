"""The lists of the desk as files: the same rows, filters and order as the page."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from django.conf import settings
from django.http import FileResponse, HttpRequest, HttpResponseBase, StreamingHttpResponse
from django.utils.translation import override
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from dedere.desk import clock, wording
from dedere.desk.cases.many import ticked
from dedere.desk.cases.views import asked
from dedere.desk.exports import caserows, todayrows
from dedere.desk.exports.tables import CSV_TYPE, XLSX_TYPE, Pages, Row, as_csv, as_xlsx
from dedere.desk.frame import record
from dedere.desk.frame.errors import NotFound
from dedere.desk.officers import may
from dedere.registry.lists.agenda import agenda
from dedere.registry.lists.cases import named
from dedere.registry.lists.whole import whole
from dedere.registry.models import CaseRow

SUFFIXES = ("csv", "xlsx")
EVERY = 1_000_000  # a sheet of a workbook holds no more rows
Drawn = TypeVar("Drawn")


@may("export-cases")
@never_cache
@require_safe
def cases(request: HttpRequest, suffix: str) -> HttpResponseBase:
    """Send the cases that the page's view and filters leave, or those that were ticked."""
    pages = in_one_language(wanted(request), lambda page: caserows.rows(page, request))
    return sent(request, "cases", suffix, caserows.head(), pages)


@may("export-cases")
@never_cache
@require_safe
def today(request: HttpRequest, suffix: str) -> HttpResponseBase:
    """Send what must be done, each group whole."""
    on = clock.today(request)
    day = agenda(on=on, home=settings.DEDERE_HOME, limit=EVERY)
    return sent(request, "today", suffix, todayrows.head(), [list(todayrows.rows(day, request, on=on))])


def wanted(request: HttpRequest) -> Iterable[tuple[CaseRow, ...]]:
    """Return the cases asked for, in pages."""
    if numbers := ticked(request):
        return [named(numbers)]
    _, filters = asked(request)
    return whole(filters, on=clock.today(request), home=settings.DEDERE_HOME)


def in_one_language(pages: Iterable[Drawn], rows: Callable[[Drawn], Sequence[Row]]) -> Pages:
    """Turn each page into rows in the language of the request, though they are sent after it is over."""
    language = wording.language()

    def turned(page: Drawn) -> Sequence[Row]:
        with override(language):
            return rows(page)

    return map(turned, pages)


def sent(request: HttpRequest, name: str, suffix: str, head: Sequence[str], pages: Pages) -> HttpResponseBase:
    """Send a table under its name and the day's, and put on record who took it."""
    if suffix not in SUFFIXES:
        raise NotFound("page", request.path)
    by, at = request.user.get_username(), clock.now(request)
    record.reading(by=by, stream="", page=f"{name}.{suffix}", at=at)
    title = wording.say(f"exports.file-{name}")
    file = f"{title.lower()}-{at.date().isoformat()}.{suffix}"
    if suffix == "xlsx":
        book = as_xlsx(title, head, pages, clock.zone())
        return FileResponse(book, as_attachment=True, filename=file, content_type=XLSX_TYPE)
    headers = {"Content-Disposition": f'attachment; filename="{file}"'}
    return StreamingHttpResponse(as_csv(head, pages, clock.zone()), content_type=CSV_TYPE, headers=headers)
