"""Rows of two invented rolls for the tests of who is who: nobody in them exists."""

from __future__ import annotations

from dedere.persons.decided import Decision, Pair, Verdict
from dedere.persons.proposal import Band, Evidence, Proposal
from dedere.persons.record import Record, record_of

import cast

WANTED, REGISTER = "us-wanted", "mx-register"


def wanted(id: str = "W-1", **said: object) -> Record:
    """Teodoro as the wanted roll has him, unless told otherwise."""
    usual = {"full_name": "TEODORO QUINONES", "aliases": ["El Teo"], "year": 1975, "month": 3, "day": 12}
    return record_of(WANTED, {"id": id, **usual, **said})


def held(id: str = "R-1", **said: object) -> Record:
    """Teodoro as the register has him, unless told otherwise."""
    usual = {"given": "Teodoro", "surname_1": "Quiñones", "surname_2": "Arce", "sex": "M"}
    born = {"year": 1975, "month": 3, "day": 12, "birth_state": "SL"}
    return record_of(REGISTER, {"id": id, **usual, **born, **said})


def pair(wanted: str = "W-1", register: str = "R-1") -> Pair:
    """A pair of the two rolls."""
    return Pair(wanted_roll=WANTED, wanted_id=wanted, register_roll=REGISTER, register_id=register)


def decision(verdict: Verdict, one: Record, other: Record, **said: str) -> Decision:
    """What Ana decided at noon on these two records."""
    return Decision(
        pair=pair(one.id, other.id),
        verdict=verdict,
        wanted_digest=one.digest,
        register_digest=other.digest,
        reason=said.get("reason", "the finger-prints agree"),
        by=cast.ANA,
        at=cast.NOON,
    )


def proposal(wanted: str = "W-1", register: str = "R-1", bits: float = 12.5, **said: object) -> Proposal:
    """A proposal with evidence on both sides."""
    usual = {
        "probability": 0.97,
        "band": Band.STRONG,
        "stratum": "full-date-two-surnames",
        "evidence": (
            Evidence(code="prior", bits=-16.0),
            Evidence(code="surname", bits=17.5, wanted="QUINONES", held="Quiñones", share=1 / 340),
            Evidence(code="born", bits=13.0, wanted="1975-03-12", held="1975-03-12"),
            Evidence(code="given", bits=-2.0, wanted="TEODORO", held="Teodoro"),
        ),
    }
    return Proposal(wanted_id=wanted, register_id=register, bits=bits, **{**usual, **said})  # type: ignore[arg-type]
