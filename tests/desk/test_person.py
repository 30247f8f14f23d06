"""The names under which a person is recorded: each as written, with its source, and no conflation merged."""

from __future__ import annotations

import pytest
from django.test import Client

from clerk.pairday import confirms, decides, kept, proposed
from clerk.story import opened
from dedere.docket.acts import Act
from dedere.docket.entries import NameRecorded
from rolls import pair, wanted

import cast

pytestmark = pytest.mark.django_db


def name(text: str, kind: str) -> Act:
    entry = NameRecorded(name=text, name_kind=kind)
    return Act(code="record-name", entry=entry, occurred_at=cast.NOON, sources=("S-1",))


def test_each_name_stands_with_its_kind_line_and_source(ana: Client) -> None:
    number = opened(name("QUINONES ARCE, Teodoro", "inverted"), aliases=("El Güero",)).number
    text = ana.get(f"/es/cases/{number}/names/").content.decode()
    for words in ("QUINONES ARCE, Teodoro", "apellidos primero", "El Güero", "S-1", f"{number}/#line-2"):
        assert words in text
    assert "Confusiones con otra persona" not in text


def test_a_conflation_is_shown_apart_and_finds_nobody(ana: Client) -> None:
    number = opened(name("Teodoro Barragán", "conflation"), name("Teo Quiñones", "form")).number
    shown = ana.get(f"/es/cases/{number}/names/")
    assert [row.name for row in shown.context["mixed"]] == ["Teodoro Barragán"]
    assert "no se fusionen en silencio" in shown.content.decode()
    assert [row.number for row in ana.get("/es/find/?q=teo quinones").context["found"].cases] == [number]
    assert ana.get("/es/find/?q=barragan").context["found"].cases == ()


def test_a_record_decided_to_be_the_same_stands_among_the_names_of_the_case(ana: Client) -> None:
    number = opened().number
    kept(proposed(wanted(number)))
    key = pair(number).key
    decides("same", key=key, words=(wanted(), proposed().held))
    assert "mx-register" not in ana.get(f"/es/cases/{number}/names/").content.decode()
    confirms(key=key)
    text = ana.get(f"/es/cases/{number}/names/").content.decode()
    assert "mx-register, ficha R-1" in text
    assert "resuelto que es la misma persona: P-2025-0001" in text


def test_the_case_leads_to_its_names(ana: Client) -> None:
    number = opened(aliases=("El Güero",)).number
    assert "Nombres con que consta (2)" in ana.get(f"/es/cases/{number}/").content.decode()
