"""A case told act by act: Ana files, Bruno signs second, time passes."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from dedere.docket import Act, Case, allowed, countersign, decide, fold
from dedere.docket.acts import RULES
from dedere.docket.entries import (
    CaseOpened,
    Certified,
    Charge,
    ChargesStated,
    Entry,
    ExtraditionGranted,
    OpinionGiven,
    RequestAdmitted,
    RequestReceived,
    StayOrdered,
    SurrenderOrdered,
    TrackOpened,
)
from dedere.words import Refused

import cast

CHARGES = (Charge(id="1", title="conspiracy"), Charge(id="2", title="laundering"))
CODES = {rule.records: rule.code for rule in RULES}


class Story:
    """A case under way; ``day`` is the day of the story on which the next act is filed."""

    def __init__(self, requested: str = "MX", kind: str = "treaty-extradition", number: str = "") -> None:
        self.case: Case = Case(number=number or f"{requested}-2025-0001")
        self.day = 0
        requesting = "US" if requested == "MX" else "MX"
        person = cast.TEODORO if requested == "MX" else cast.BRENDA
        self.files(CaseOpened(person=person, requesting=requesting, requested=requested))
        self.files(TrackOpened(track="t1", kind=kind, basis="us-mx-1978"))
        self.files(ChargesStated(charges=CHARGES))

    @property
    def at(self) -> datetime:
        return cast.later(days=self.day)

    @property
    def stage(self) -> str:
        return self.case.tracks[0].stage.value

    @property
    def track(self) -> Any:
        return self.case.tracks[0]

    def tries(self, entry: Entry, *, track: str = "", by: str = cast.ANA, **more: Any) -> Any:
        """Decide and record nothing."""
        act = Act(code=CODES[type(entry)], entry=entry, occurred_at=self.at, track=track, **more)
        return decide(self.case if self.case.version else None, act, by=by, at=self.at)

    def refused(self, entry: Entry, **how: Any) -> str:
        """Return the code of the refusal; fails when there is none."""
        refusal = self.tries(entry, **how)
        assert isinstance(refusal, Refused), refusal
        return refusal.code

    def proposes(self, entry: Entry, **how: Any) -> int:
        """File an act of legal effect and leave it to be signed; return its line."""
        lines = self.tries(entry, **how)
        assert isinstance(lines, tuple), lines
        self.records(lines)
        return lines[0].number

    def files(self, entry: Entry, **how: Any) -> Story:
        """File an act, have Bruno sign it where it needs a second signature."""
        line = self.proposes(entry, **how)
        if self.case.proposal(line):
            signed = countersign(self.case, line, by=cast.BRUNO, at=self.at)
            assert isinstance(signed, tuple), signed
            self.records(signed)
        return self

    def records(self, lines: Any) -> None:
        for line in lines:
            self.case = self.case.after(line)
        assert fold(self.case.number, self.case.lines) == self.case

    def allows(self, **how: Any) -> set[str]:
        return {rule.code for rule in allowed(self.case, by=cast.ANA, at=self.at, **how)}

    def admitted(self) -> Story:
        """Bring the case to an admitted request."""
        self.files(RequestReceived(office="executive", complete=True))
        return self.files(RequestAdmitted())

    def before_the_executive(self) -> Story:
        """Bring the case to where the executive decides."""
        self.admitted()
        if self.case.requested == "MX":
            return self.files(OpinionGiven(court="Juzgado Tercero de Distrito", favourable=True))
        return self.files(Certified(court="S.D. Tex.", charges=("1", "2")))

    def granted(self, *charges: str, conditions: tuple[str, ...] = ()) -> Story:
        """Bring the case to a grant of these charges, or of all."""
        self.before_the_executive()
        wanted = charges or ("1", "2")
        return self.files(ExtraditionGranted(authority="SRE", charges=wanted, conditions=conditions))

    def ordered(self) -> Story:
        """Bring the case to an order of surrender."""
        return self.granted().files(SurrenderOrdered(authority="SRE"))

    def stayed(self, stay: str = "amparo-1", covers: str = "extradition") -> Story:
        """Have a court order a stay."""
        return self.files(StayOrdered(stay=stay, court="Juzgado Quinto", covers=covers))
