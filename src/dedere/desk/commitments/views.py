"""One line of the ledger of two States: its text, both columns, how they read together."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from dedere.clerk.accords import accord_file
from dedere.desk.officers import may


@may("read-accords")
def one(request: HttpRequest, accord: str) -> HttpResponse:
    """Show one line with everything that was filed on it; raises NoSuchFile, which becomes *not found*."""
    file = accord_file(accord)
    columns = [file.column(side) for side in file.recorded.between]
    return render(
        request, "commitments/accord.html", {"file": file, "accord": file.recorded, "columns": columns}
    )
