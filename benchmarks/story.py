"""The case that is measured: an invented person, three charges, from request to surrender order."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

from dedere.docket import entries
from dedere.docket.entries import Charge, Entry, Line

START = datetime(2025, 1, 10, 9, 0, tzinfo=timezone(timedelta(hours=-6)))
CHARGES = tuple(
    Charge(id=str(number), title=title)
    for number, title in enumerate(("conspiracy", "importation", "laundering"), 1)
)
FACTS: tuple[tuple[str, bool | int | str], ...] = (
    ("offence-wilful", True),
    ("offence-political", False),
    ("offence-on-list", True),
    ("punishable-in-both", True),
    ("maximum-requesting", 240),
    ("maximum-requested", 120),
    ("time-barred-in-requesting", False),
)


def lines_of_a_long_case(person: str = "Teodoro Quiñones Arce") -> tuple[Line, ...]:
    """Return some thirty lines as an authority would file them, in order, each a day after the last."""
    return tuple(
        Line(
            number=number,
            entry=entry,
            occurred_at=START + timedelta(days=number),
            recorded_at=START + timedelta(days=number, hours=1),
            by="ana",
            second="bruno" if entry.code in {"extradition-granted", "surrender-ordered"} else "",
            track="" if number == 1 else "1",
        )
        for number, entry in enumerate(_happened(person), 1)
    )


def _happened(person: str) -> list[Entry]:
    return [
        entries.CaseOpened(person=person, requesting="US", requested="MX", nationalities=("MX",)),
        entries.TrackOpened(track="1", kind="treaty-extradition", basis="us-mx-1978", article="1"),
        entries.ProvisionalArrestSought(reference="nota 12"),
        entries.ProvisionallyArrested(place="Toluca"),
        entries.ChargesStated(charges=CHARGES),
        *(
            entries.FactEstablished(fact=fact, value=value, charge=charge.id)
            for charge in CHARGES
            for fact, value in FACTS
        ),
        entries.RequestReceived(office="executive", complete=True, reference="nota 19"),
        entries.RequestAdmitted(),
        entries.ExceptionsFiled(grounds=("identity",)),
        entries.HearingSet(court="juzgado de prueba", on=START.date()),
        entries.HearingHeld(court="juzgado de prueba"),
        entries.OpinionGiven(court="juzgado de prueba", favourable=True),
        entries.UndertakingGiven(undertaking="u1", giver="US", about="death", charges=("1", "2", "3")),
        entries.ExtraditionGranted(authority="SRE", charges=("1", "2")),
        entries.DecisionNotified(),
        entries.RemedySought(remedy="amparo", court="juzgado de prueba"),
        entries.StayOrdered(stay="s1", court="juzgado de prueba"),
        entries.RemedyDecided(remedy="amparo", court="juzgado de prueba", upheld=False),
        entries.StayLifted(stay="s1", court="juzgado de prueba"),
        entries.SurrenderOrdered(authority="SRE"),
    ]
