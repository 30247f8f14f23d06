"""The lists of the desk as files: the same rows, filters and order as the page."""

from __future__ import annotations

import csv
from collections.abc import Iterator

from django.conf import settings
from django.http import HttpRequest, StreamingHttpResponse

from dedere.desk import clock
from dedere.desk.cases.views import asked
from dedere.desk.officers import may
from dedere.registry.lists.cases import chosen


class _Echo:
    def write(self, text: str) -> str:
        return text


@may("export-cases")
def cases(request: HttpRequest, form: str) -> StreamingHttpResponse:
    """Stream the cases that the page's view and filters leave."""
    _, wanted = asked(request)
    rows = chosen(wanted, on=clock.today(request), home=settings.DEDERE_HOME).order_by("-position")
    writer = csv.writer(_Echo())

    def lines() -> Iterator[str]:
        for row in rows.iterator(1000):
            yield writer.writerow([row.number, row.stage, row.due or ""])

    return StreamingHttpResponse(lines(), content_type=f"text/{form}; charset=utf-8")
