"""A network as a file for other programs: every tie that sources tell, also those that do not count."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from django.http import HttpRequest, HttpResponse

from dedere.clerk.network import told as telling
from dedere.desk.frame.errors import NotFound
from dedere.desk.network.views import record
from dedere.desk.officers import may
from dedere.links.network import PARTIES, TIES, Network
from dedere.links.writing import write

# Suffix → type of its content; a CSV holds the ties alone.
FORMS = {
    "csv": "text/csv; charset=utf-8",
    "graphml": "application/graphml+xml",
    "jsonl": "application/x-ndjson; charset=utf-8",
}


@may("export-cases")
def file(request: HttpRequest, net: str, suffix: str) -> HttpResponse:
    """Send the network as CSV, GraphML or FollowTheMoney; numbers of cases do not leave the desk in it."""
    if suffix not in FORMS:
        raise NotFound("page", request.path)
    told = telling.told(telling.demand(net))
    record(request, told, f"network.{suffix}")
    network = Network(parties=told.network.parties.select(*PARTIES), ties=told.network.ties.select(*TIES))
    with TemporaryDirectory() as folder:
        path = Path(folder) / f"{net}.{suffix}"
        write(network, path)
        answer = HttpResponse(path.read_bytes(), content_type=FORMS[suffix])
    answer["Content-Disposition"] = f'attachment; filename="{net}.{suffix}"'
    return answer
