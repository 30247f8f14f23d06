"""A table is sent, its rows are looked at, and the good ones are taken; broken ones stay named."""

from __future__ import annotations

import io

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET

from dedere.clerk import intake
from dedere.clerk.columns import COLUMNS, FACT, NEEDED
from dedere.clerk.rows import BrokenRow
from dedere.clerk.tables import Table
from dedere.desk import clock, wording
from dedere.desk.intake import kept
from dedere.desk.intake.forms import Upload
from dedere.desk.intake.shown import broken_row, shown
from dedere.desk.officers import may, officer_of
from dedere.files.sheets import Sheet


@may("import-cases")
def page(request: HttpRequest) -> HttpResponse:
    """Send a table: it is read, kept, and shown row by row before anything is taken."""
    form = Upload(request.POST or None, request.FILES or None) if request.method == "POST" else Upload()
    if request.method == "POST" and form.is_valid():
        name, content = form.cleaned_data["table"]
        kept.keep(officer_of(request), name, content, at=clock.now(request))
        return redirect("intake:preview")
    told = {"form": form, "columns": _columns(), "fact": FACT, "kept": kept.find(officer_of(request))}
    return render(request, "intake/page.html", told, status=422 if form.errors else 200)


@may("import-cases")
@require_GET
def preview(request: HttpRequest) -> HttpResponse:
    """Show what each row of the table sent would come to."""
    table = kept.find(officer_of(request))
    if table is None:
        return redirect("intake:page")
    return render(request, "intake/preview.html", {"table": table, "shown": shown(intake.preview(table))})


@may("import-cases")
def take(request: HttpRequest) -> HttpResponse:
    """Take the good rows of the table sent, or let go of it."""
    officer = officer_of(request)
    table = kept.find(officer)
    if request.method != "POST" or table is None:
        return redirect("intake:page")
    if request.POST.get("do") == "drop":
        kept.drop(officer)
        return redirect("intake:page")
    taken = shown(_taken(request, table))
    if not taken.counts["broken"]:
        kept.drop(officer)
    return render(request, "intake/done.html", {"table": table, "shown": taken})


@may("import-cases")
@require_GET
def broken(request: HttpRequest) -> HttpResponse:
    """The broken rows of the table sent, as CSV, each with its complaint: to be mended and sent again."""
    table = kept.find(officer_of(request))
    if table is None:
        return redirect("intake:page")
    response = HttpResponse(_broken_csv(table), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="broken.csv"'
    response["Cache-Control"] = "private, no-store"
    return response


def _taken(request: HttpRequest, table: Table) -> list[intake.Taken | BrokenRow]:
    by, at = request.user.get_username(), clock.now(request)
    return list(intake.take(table, by=by, at=at, simulated=clock.simulated()))


def _columns() -> list[tuple[str, str, str, bool]]:
    """Return each column: its English and Spanish names, what it holds, whether it is needed."""
    return [
        (name, spanish, wording.say(f"intake.column-{name.replace('_', '-')}"), name in NEEDED)
        for name, spanish in COLUMNS.items()
    ]


def _broken_csv(table: Table) -> str:
    out = io.StringIO()
    sheet = Sheet(out)
    heads = [wording.say(f"intake.{key}") for key in ("row", "what", "remedy")]
    sheet.row([*heads, *table.columns])
    for row in intake.preview(table):
        if isinstance(row, BrokenRow):
            told = broken_row(row)
            cells = [row.cells.get(column, "") for column in table.columns]
            sheet.row([str(told.at), told.what, told.remedy, *cells])
    return "\ufeff" + out.getvalue()
