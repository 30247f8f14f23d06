"""What an act's content must satisfy in this case: known charges, named stays, lines that stand."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from dedere.docket.entries import (
    Corrected,
    Erased,
    Line,
    SignatureAwaited,
    SignatureRefused,
    opening,
    surrender,
)
from dedere.docket.facts import misfit
from dedere.docket.text import tree_of
from dedere.law.competing.request import penalty
from dedere.words import Refused
from dedere.words.canonical import canonical

if TYPE_CHECKING:
    from dedere.docket.case import Case
    from dedere.docket.parts import Track


def charges_known(case: Case, track: Track | None, entry: Any) -> Refused | None:
    """Each charge named is a charge of the case."""
    return _missing("unknown-charge", "charge", entry.charges, (charge.id for charge in case.charges))


def charge_known(case: Case, track: Track | None, entry: Any) -> Refused | None:
    """The charge named, if any, is a charge of the case."""
    named = (entry.charge,) if entry.charge else ()
    return _missing("unknown-charge", "charge", named, (charge.id for charge in case.charges))


def undecided(case: Case, track: Track | None, entry: Any) -> Refused | None:
    """A charge is decided once on a track."""
    decided = track.decided if track is not None else frozenset()
    return _present("charge-decided", "charge", entry.charges, decided)


def within_certificate(case: Case, track: Track | None, entry: Any) -> Refused | None:
    """The Secretary of State may surrender only for what the judge certified (18 USC 3184, 3186)."""
    certified = track.certified if track is not None else ()
    return _missing("charge-not-certified", "charge", entry.charges, certified)


def charges_asked(case: Case, track: Track | None, entry: Any) -> Refused | None:
    """Speciality consent answers only what was asked."""
    asked = track.asked if track is not None else ()
    return _missing("charge-not-asked", "charge", entry.charges, (charge.id for charge in asked))


def charges_differ(case: Case, track: Track | None, entry: Any) -> Refused | None:
    """No two charges of one list share an id."""
    return _twice("charge-twice", "charge", [charge.id for charge in entry.charges])


def stays_named(case: Case, track: Track | None, entry: Any) -> Refused | None:
    """A person is given up under a stay only where the entry names every stay that stands."""
    standing = [stay.id for stay in case.standing_stays]
    unnamed = _missing("stays-not-named", "stays", standing, entry.despite_stays)
    if unnamed is not None:
        return unnamed
    return _missing("stay-not-standing", "stay", entry.despite_stays, standing)


def stay_new(case: Case, track: Track | None, entry: Any) -> Refused | None:
    """Each stay has its own id."""
    return _present("stay-exists", "stay", (entry.stay,), (stay.id for stay in case.stays))


def stay_stands(case: Case, track: Track | None, entry: Any) -> Refused | None:
    """The stay named is in force."""
    return _missing("stay-not-standing", "stay", (entry.stay,), (stay.id for stay in case.standing_stays))


def remedy_new(case: Case, track: Track | None, entry: Any) -> Refused | None:
    """A remedy is not sought twice at once on one track."""
    return _present("remedy-exists", "remedy", (entry.remedy,), track.remedies if track else ())


def remedy_sought(case: Case, track: Track | None, entry: Any) -> Refused | None:
    """The remedy decided is one that was sought."""
    return _missing("remedy-not-pending", "remedy", (entry.remedy,), track.remedies if track else ())


def undertaking_new(case: Case, track: Track | None, entry: Any) -> Refused | None:
    """Each undertaking has its own id."""
    known = (given.id for given in case.undertakings)
    return _present("undertaking-exists", "undertaking", (entry.undertaking,), known)


def undertaking_known(case: Case, track: Track | None, entry: Any) -> Refused | None:
    """The undertaking named was given."""
    known = (given.id for given in case.undertakings)
    return _missing("unknown-undertaking", "undertaking", (entry.undertaking,), known)


def another_state(case: Case, track: Track | None, entry: Any) -> Refused | None:
    """A request competes with this one only where another State makes it."""
    mine = (case.requesting, case.requested)
    return Refused(code="no-other-state", facts={"state": entry.asking}) if entry.asking in mine else None


def penalty_readable(case: Case, track: Track | None, entry: Any) -> Refused | None:
    """A maximum penalty is so many months, life or death."""
    if not entry.maximum or penalty(entry.maximum) is not None:
        return None
    return Refused(code="penalty-unreadable", facts={"penalty": entry.maximum})


def document_new(case: Case, track: Track | None, entry: Any) -> Refused | None:
    """Each document has its own id."""
    return _present("document-exists", "document", (entry.document,), (each.id for each in case.documents))


def track_new(case: Case, track: Track | None, entry: Any) -> Refused | None:
    """Each track has its own id: a change of basis opens another, never a relabel."""
    return _present("track-exists", "track", (entry.track,), (each.id for each in case.tracks))


def informed(case: Case, track: Track | None, entry: Any) -> Refused | None:
    """Consent counts only from a person told what it costs (treaty 18: speciality is lost)."""
    return None if entry.informed else Refused(code="consent-uninformed")


def fact_fits(case: Case, track: Track | None, entry: Any) -> Refused | None:
    """A fact is one of the law's vocabulary, and its value of the fact's type."""
    return misfit(entry.fact, entry.value)


def fact_known(case: Case, track: Track | None, entry: Any) -> Refused | None:
    """Only a fact on file can be disputed."""
    if (entry.fact, entry.charge) in case.facts:
        return None
    return Refused(code="unknown-fact", facts={"fact": entry.fact})


def proposal_open(case: Case, track: Track | None, entry: Any) -> Refused | None:
    """The proposal named awaits a signature."""
    return None if case.proposal(entry.proposal) else Refused(code="no-such-proposal")


def correctable(case: Case, track: Track | None, entry: Any) -> Refused | None:
    """A line is corrected that exists; it is struck once, and not while others rest on it."""
    line = next((line for line in case.lines if line.number == entry.line), None)
    facts = {"line": str(entry.line)}
    if line is None:
        return Refused(code="no-such-line", facts=facts)
    if entry.line in case.struck:
        return Refused(code="already-struck", facts=facts)
    if entry.strikes and _rested_on(case, line.number):
        return Refused(code="rested-on", facts=facts)
    return None


def erasable(case: Case, track: Track | None, entry: Any) -> Refused | None:
    """A text is erased that counts for nothing any more: of a line struck, or of a proposal settled."""
    line = next((line for line in case.lines if line.number == entry.line), None)
    facts = {"line": str(entry.line)}
    if line is None:
        return Refused(code="no-such-line", facts=facts)
    if isinstance(line.entry, Erased):
        return Refused(code="already-erased", facts=facts)
    settled = isinstance(line.entry, SignatureAwaited) and case.proposal(line.number) is None
    if line.number not in case.struck and not settled:
        return Refused(code="not-struck", facts=facts)
    if carrier := _carrier(case, line):
        return Refused(code="carried-elsewhere", facts={"line": str(carrier)})
    return None


def _carrier(case: Case, line: Line) -> int:
    """Return the number of the proposal that says the same as a line that was signed, or 0."""
    told = canonical(tree_of(line.entry))
    proposed = ((each.number, each.entry) for each in case.lines if isinstance(each.entry, SignatureAwaited))
    return next((number for number, entry in proposed if number < line.number and told in entry.proposed), 0)


def _rested_on(case: Case, number: int) -> bool:
    """Whether others rest on the line: on the opening, a track in use, a manifest."""
    line = next(line for line in case.lines if line.number == number)
    match line.entry:
        case opening.CaseOpened() | SignatureAwaited() | SignatureRefused():
            return True
        case surrender.ListedForHandover() | surrender.UnlistedFromHandover():
            return True  # the handover's own stream says who is on its manifest
        case opening.TrackOpened(track=track):
            return any(
                each.track == track and each.number not in (number, *case.struck) for each in case.lines
            )
        case Corrected():
            return any(
                isinstance(each.entry, Corrected) and each.number > number and each.entry.line == number
                for each in case.lines
            )
        case _:
            return False


def _missing(code: str, word: str, named: Iterable[str], known: Iterable[str]) -> Refused | None:
    there = set(known)
    strange = [each for each in named if each not in there]
    return Refused(code=code, facts={word: ", ".join(strange)}) if strange else None


def _present(code: str, word: str, named: Iterable[str], known: Iterable[str]) -> Refused | None:
    again = sorted(set(named) & set(known))
    return Refused(code=code, facts={word: ", ".join(again)}) if again else None


def _twice(code: str, word: str, named: list[str]) -> Refused | None:
    again = sorted({each for each in named if named.count(each) > 1})
    return Refused(code=code, facts={word: ", ".join(again)}) if again else None
