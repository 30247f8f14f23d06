"""The papers of the desk: each address gives one PDF, of the file as it stands."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse

from dedere import clerk
from dedere.desk import clock, wording
from dedere.desk.frame.errors import NotFound
from dedere.desk.frame.record import reading
from dedere.desk.officers import may
from dedere.desk.paper.bothlaws import both_laws as both_laws_of
from dedere.desk.paper.certificate import certificate as certificate_of
from dedere.desk.paper.daysheet import day_sheet as day_sheet_of
from dedere.desk.paper.escort import escort as escort_of
from dedere.desk.paper.manifest import manifest as manifest_of
from dedere.desk.paper.request import request as request_of
from dedere.desk.paper.sheet import simulated_in
from dedere.desk.paper.tags import tags as tags_of
from dedere.desk.paper.words import Words
from dedere.docket.asked import casefile
from dedere.docket.case import Case
from dedere.docket.handover import Handover
from dedere.law.library import library
from dedere.press.assessment import assessment_pdf
from dedere.registry.lists.agenda import agenda


@may("read-handovers")
def manifest(request: HttpRequest, handover: str) -> HttpResponse:
    """The manifest of a handover."""
    found, cases = _opened(request, handover, "manifest")
    return _pdf(manifest_of(found, cases, _words(), at=clock.now(request)), f"{handover}-manifest")


@may("read-handovers")
def tags(request: HttpRequest, handover: str) -> HttpResponse:
    """The custody tags of a handover."""
    found, _ = _opened(request, handover, "tags")
    return _pdf(tags_of(found, _words(), at=clock.now(request)), f"{handover}-tags")


@may("read-handovers")
def certificate(request: HttpRequest, handover: str) -> HttpResponse:
    """The bilingual certificate of a handover."""
    found, cases = _opened(request, handover, "certificate")
    return _pdf(certificate_of(found, cases, at=clock.now(request)), f"{handover}-certificate")


@may("read-handovers")
def escort(request: HttpRequest, handover: str, case: str) -> HttpResponse:
    """The escort record of one person on a manifest."""
    found, cases = _opened(request, handover, "escort")
    person = found.listed(case)
    if person is None or case not in cases:
        raise NotFound("case", case)
    printed = escort_of(found, person, cases[case], _words(), at=clock.now(request))
    return _pdf(printed, f"{handover}-{case}-escort")


@may("read-cases")
def request(request: HttpRequest, number: str) -> HttpResponse:
    """The draft of a formal request for one person."""
    case = clerk.case(number)
    _read(request, number, "request")
    printed = request_of(case, on=clock.today(request), at=clock.now(request))
    return _pdf(printed, f"{number}-request")


@may("read-cases")
def both_laws(request: HttpRequest, number: str) -> HttpResponse:
    """Both laws side by side for each charge: the worksheet, and how lapse of time was computed."""
    case = clerk.case(number)
    _read(request, number, "both-laws")
    printed = both_laws_of(case, _words(), on=clock.today(request), at=clock.now(request))
    return _pdf(printed, f"{number}-both-laws")


@may("read-cases")
def assessment(request: HttpRequest, number: str) -> HttpResponse:
    """The assessment of one track of a case: of the one named, else of the latest."""
    case = clerk.case(number)
    track = case.track(request.GET.get("track", "")) or (case.tracks[-1] if case.tracks else None)
    if track is None:
        raise NotFound("article", number)
    _read(request, number, "assessment")
    asked = casefile(case, track, clock.today(request))
    mark = _words().marked(simulated_in(case.lines))
    printed = assessment_pdf(asked, library(), wording.language(), at=clock.now(request), simulated=mark)
    return _pdf(printed, f"{number}-assessment")


@may("read-cases")
def day_sheet(request: HttpRequest) -> HttpResponse:
    """Today on paper."""
    on = clock.today(request)
    printed = day_sheet_of(agenda(on=on, home=clock.home()), _words(), on=on, at=clock.now(request))
    return _pdf(printed, f"{on.isoformat()}-day")


def _words() -> Words:
    return Words(language=wording.language())


def _opened(request: HttpRequest, id: str, page: str) -> tuple[Handover, dict[str, Case]]:
    """Return the handover with everyone's case, and put the reading on record."""
    found = clerk.handover(id)
    _read(request, id, page)
    return found, clerk.cases(person.case for person in found.persons)


def _read(request: HttpRequest, stream: str, page: str) -> None:
    reading(by=request.user.get_username(), stream=stream, page=f"paper-{page}", at=clock.now(request))


def _pdf(content: bytes, name: str) -> HttpResponse:
    response = HttpResponse(content, content_type="application/pdf")
    response["Content-Disposition"] = f'inline; filename="{name}.pdf"'
    response["Cache-Control"] = "private, no-store"
    return response
