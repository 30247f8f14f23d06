"""The page of a person's names: those a case tells, those of a record, those decided to be the same."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from dedere.desk import clock
from dedere.desk.case.opened import identity, opened
from dedere.desk.frame.errors import NotFound
from dedere.desk.frame.record import reading
from dedere.desk.matches.shown import shown_pair
from dedere.desk.officers import may
from dedere.desk.person.names import decided_same, of_case, of_record
from dedere.registry.lists import matches


@may("read-cases")
def of_case_names(request: HttpRequest, number: str) -> HttpResponse:
    """Show the names that a case's file tells, and the records decided to be of its person."""
    case = opened(request, number, "names")
    own, mixed = of_case(case)
    shown = {
        "case": case,
        "identity": identity(request, case),
        "names": [*own, *decided_same(matches.same_as(id=number))],
        "mixed": mixed,
    }
    return render(request, "person/case.html", shown)


@may("read-matches")
def of_wanted(request: HttpRequest, key: str) -> HttpResponse:
    """Show the names of the person wanted of a pair, and those of the records decided to be the same."""
    pair = shown_pair(key)
    if pair is None:
        raise NotFound("match", key)
    stream = pair.file.number if pair.file else pair.run
    reading(by=request.user.get_username(), stream=stream, page=f"names {key}", at=clock.now(request))
    wanted = pair.wanted
    same = matches.same_as(roll=wanted.roll, id=wanted.id)
    shown = {
        "pair": pair,
        "names": [*of_record(wanted), *decided_same(same)],
        "mixed": [],
    }
    return render(request, "person/wanted.html", shown)
