"""What a case itself must satisfy before an act may be filed; each guard answers None or a refusal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dedere.docket.acts.where import ENDED, TREATY, TREATY_ROUTES
from dedere.words import Refused

if TYPE_CHECKING:
    from dedere.docket.case import Case
    from dedere.docket.parts import Stay, Track

# What a stay must cover to stand against surrender under a treaty. An order whose reach is not
# published may cover it, so it is taken to: unknown is never "no".
AGAINST_EXTRADITION = frozenset({"extradition", "removal", "not-published"})


def covering(case: Case, track: Track | None) -> tuple[Stay, ...]:
    """Return the standing stays that cover surrender on a treaty route."""
    if track is None or track.kind not in TREATY_ROUTES:
        return ()
    return tuple(
        stay
        for stay in case.standing_stays
        if stay.covers in AGAINST_EXTRADITION and stay.track in ("", track.id)
    )


def no_covering_stay(case: Case, track: Track | None) -> Refused | None:
    """No stay that covers extradition may stand (Ley de Amparo 126, where the stay is Mexican)."""
    stays = covering(case, track)
    return Refused(code="stay-in-force", facts={"stays": _ids(stays)}) if stays else None


def remedies_over(case: Case, track: Track | None) -> Refused | None:
    """In Mexico surrender is ordered once amparo is finally denied or was not sought (LEI 33)."""
    if track is None or case.requested != "MX" or not track.attacks:
        return None
    return Refused(code="remedy-pending", facts={"remedies": ", ".join(track.attacks)})


def request_received(case: Case, track: Track | None) -> Refused | None:
    """The formal request must have come."""
    return None if track is not None and track.received else Refused(code="request-not-received")


def request_admitted(case: Case, track: Track | None) -> Refused | None:
    """The formal request must have been admitted."""
    return None if track is not None and track.admitted else Refused(code="request-not-admitted")


def consented(case: Case, track: Track | None) -> Refused | None:
    """The simplified route rests on the person's consent (treaty 18)."""
    return None if case.consented_at else Refused(code="consent-missing")


def charges_stated(case: Case, track: Track | None) -> Refused | None:
    """A decision is taken for each charge, so the charges must be on file."""
    return None if case.charges else Refused(code="charges-missing")


def not_final(case: Case, track: Track | None) -> Refused | None:
    """A route that lapsed for good is not taken up again (LEI 35); one that lapsed otherwise may be."""
    return Refused(code="lapsed-for-good") if track is not None and track.final else None


def granted_somewhere(case: Case, track: Track | None) -> Refused | None:
    """Temporary surrender comes after a grant (treaty 15(2))."""
    if any(each.granted for each in case.tracks_of(*TREATY)):
        return None
    return Refused(code="grant-missing")


def refused_for_nationality(case: Case, track: Track | None) -> Refused | None:
    """Referral to the State's own prosecutors follows a refusal for nationality (treaty 9(2), LEI 32)."""
    if track is not None and "nationality" in track.refused.values():
        return None
    return Refused(code="not-refused-for-nationality")


def not_surrendered(case: Case, track: Track | None) -> Refused | None:
    """The person must not be with the other State already: nobody is in two custodies."""
    if case.custody.holder and case.custody.holder == case.requesting:
        return Refused(code="already-surrendered", facts={"holder": case.custody.holder})
    return None


def in_reach(case: Case, track: Track | None) -> Refused | None:
    """The person must be neither with the other State already nor escaped."""
    if case.custody.status == "escaped":
        return Refused(code="person-escaped")
    return not_surrendered(case, track)


def held(case: Case, track: Track | None) -> Refused | None:
    """Only a person who is held, or bound by bail, can be bailed or escape."""
    return None if case.custody.status in ("held", "bail", "unknown") else Refused(code="person-not-held")


def not_listed(case: Case, track: Track | None) -> Refused | None:
    """While the person is on a manifest, that handover records what happens on the journey."""
    return Refused(code="on-a-manifest", facts={"handover": case.listed}) if case.listed else None


def something_asked(case: Case, track: Track | None) -> Refused | None:
    """Speciality consent is given or refused to what was asked."""
    return None if track is not None and track.asked else Refused(code="consent-not-asked")


def remedy_pending(case: Case, track: Track | None) -> Refused | None:
    """A remedy is decided that was sought."""
    return None if track is not None and track.remedies else Refused(code="no-remedy-pending")


def stay_standing(case: Case, track: Track | None) -> Refused | None:
    """A stay is lifted that stands."""
    return None if case.standing_stays else Refused(code="no-stay-in-force")


def undertaking_on_file(case: Case, track: Track | None) -> Refused | None:
    """A breach is reported of an undertaking that was given."""
    return None if case.undertakings else Refused(code="no-undertaking")


def something_proposed(case: Case, track: Track | None) -> Refused | None:
    """A signature is refused to an act that awaits one."""
    return None if case.proposals else Refused(code="nothing-proposed")


def nothing_left(case: Case, track: Track | None) -> Refused | None:
    """A case is closed when every track has ended and no manifest names the person."""
    if case.listed:
        return Refused(code="on-a-manifest", facts={"handover": case.listed})
    open_still = [each.id for each in case.tracks if each.stage not in ENDED]
    if open_still and case.custody.status != "dead":
        return Refused(code="tracks-open", facts={"tracks": ", ".join(open_still)})
    return None


def _ids(stays: tuple[Stay, ...]) -> str:
    return ", ".join(stay.id for stay in stays)
