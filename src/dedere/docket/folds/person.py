"""What entries mean for the person: who, wanted for what, under which stays, promised what."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from dedere.docket.entries import aftercare, court, opening, request, review, surrender
from dedere.docket.entries.line import Charge, Line
from dedere.docket.folds.fold import on_person
from dedere.docket.parts import FactKnown, OtherRequest, Stay, Track, Undertaking
from dedere.docket.stage import Stage, TrackKind
from dedere.law.assurances.assurance import Answer, Change
from dedere.law.calendar import day_of, seat_zone
from dedere.law.competing.request import Request, Wanted, penalty
from dedere.words import State

if TYPE_CHECKING:
    from dedere.docket.case import Case


@on_person(opening.CaseOpened)
def _opened(case: Case, entry: opening.CaseOpened, line: Line) -> Case:
    return replace(
        case,
        person=entry.person,
        name_standing=entry.name_standing,
        aliases=entry.aliases,
        nationalities=entry.nationalities,
        requesting=State(entry.requesting),
        requested=State(entry.requested),
        other_number=entry.other_number,
        note=entry.note,
        opened_at=line.occurred_at,
    )


@on_person(opening.TrackOpened)
def _track_opened(case: Case, entry: opening.TrackOpened, line: Line) -> Case:
    kind = TrackKind(entry.kind)
    track = Track(
        id=entry.track,
        kind=kind,
        basis=entry.basis,
        article=entry.article,
        opened_at=line.occurred_at,
        stage=Stage.OPENED,
        since=line.occurred_at,
        moved_by=entry.code,
        temporary=kind is TrackKind.TEMPORARY_SURRENDER,
    )
    return replace(case, tracks=(*case.tracks, track))


@on_person(opening.ChargesStated)
def _charges(case: Case, entry: opening.ChargesStated, line: Line) -> Case:
    by_id: dict[str, Charge] = {charge.id: charge for charge in (*case.charges, *entry.charges)}
    return replace(case, charges=tuple(by_id.values()))


@on_person(opening.FactEstablished)
def _fact(case: Case, entry: opening.FactEstablished, line: Line) -> Case:
    known = FactKnown(
        fact=entry.fact,
        value=entry.value,
        charge=entry.charge,
        sources=line.sources,
        document=entry.document,
        line=line.number,
    )
    return replace(case, facts={**case.facts, (entry.fact, entry.charge): known})


@on_person(opening.FactDisputed)
def _disputed(case: Case, entry: opening.FactDisputed, line: Line) -> Case:
    known = case.facts.get((entry.fact, entry.charge))
    if known is None:
        return case
    disputed = replace(known, disputed=entry.reason or "disputed")
    return replace(case, facts={**case.facts, (entry.fact, entry.charge): disputed})


@on_person(court.ConsentGiven)
def _consented(case: Case, entry: court.ConsentGiven, line: Line) -> Case:
    return replace(case, consented_at=line.occurred_at)


@on_person(review.StayOrdered)
def _stay(case: Case, entry: review.StayOrdered, line: Line) -> Case:
    stay = Stay(
        id=entry.stay,
        court=entry.court,
        covers=entry.covers,
        since=line.occurred_at,
        track=line.track,
        reference=entry.reference,
        sources=line.sources,
    )
    tracks = tuple(_already_given_up(track, stay) for track in case.tracks)
    return replace(case, stays=(*case.stays, stay), tracks=tracks)


def _already_given_up(track: Track, stay: Stay) -> Track:
    """Show a stay that stood when the person was given up and came to the file only later."""
    if track.surrendered_at is None or stay.since > track.surrendered_at:
        return track
    return replace(track, despite_stays=(*track.despite_stays, stay.id))


@on_person(review.StayLifted)
def _lifted(case: Case, entry: review.StayLifted, line: Line) -> Case:
    stays = tuple(
        replace(stay, lifted=line.occurred_at) if stay.id == entry.stay and stay.standing else stay
        for stay in case.stays
    )
    return replace(case, stays=stays)


@on_person(surrender.SpecialityConsentAsked)
def _more_charges(case: Case, entry: surrender.SpecialityConsentAsked, line: Line) -> Case:
    known = {charge.id for charge in case.charges}
    new = tuple(charge for charge in entry.charges if charge.id not in known)
    return replace(case, charges=(*case.charges, *new))


@on_person(surrender.UndertakingGiven)
def _undertaking(case: Case, entry: surrender.UndertakingGiven, line: Line) -> Case:
    given = Undertaking(
        id=entry.undertaking,
        giver=entry.giver,
        about=entry.about,
        since=line.occurred_at,
        text=entry.text,
        text_of=entry.text_of,
        form=entry.form,
        charges=entry.charges,
        covers_person=entry.covers_person,
        authority_to_bind=entry.authority_to_bind,
        authority_by=entry.authority_by,
        addressee=entry.addressee,
        begins_on=entry.begins_on,
        until=entry.until,
        conditions=entry.conditions,
        sources=line.sources,
        line=line.number,
    )
    return replace(case, undertakings=(*case.undertakings, given))


def _proof(case: Case, line: Line) -> tuple[str, ...]:
    """The sources of a line; without any, the line itself."""
    return line.sources or (f"{case.number}/{line.number}",)


@on_person(surrender.UndertakingBreached)
def _breached(case: Case, entry: surrender.UndertakingBreached, line: Line) -> Case:
    return _changed(case, entry.undertaking, "breached", entry.report, line)


@on_person(surrender.UndertakingChanged)
def _later(case: Case, entry: surrender.UndertakingChanged, line: Line) -> Case:
    return _changed(case, entry.undertaking, entry.change, entry.note, line)


def _changed(case: Case, undertaking: str, kind: str, note: str, line: Line) -> Case:
    on = day_of(line.occurred_at, seat_zone(case.requested))
    change = Change(kind=kind, on=on, note=note, sources=_proof(case, line))
    return _of_undertaking(case, undertaking, lambda given: replace(given, changes=(*given.changes, change)))


@on_person(surrender.AssuranceQuestionAnswered)
def _answered(case: Case, entry: surrender.AssuranceQuestionAnswered, line: Line) -> Case:
    answer = Answer(question=entry.question, answer=entry.answer, sources=_proof(case, line))
    return _of_undertaking(
        case, entry.undertaking, lambda given: replace(given, answers=(*given.answers, answer))
    )


def _of_undertaking(case: Case, id: str, change: Callable[[Undertaking], Undertaking]) -> Case:
    changed = tuple(change(given) if given.id == id else given for given in case.undertakings)
    return replace(case, undertakings=changed)


@on_person(request.OtherRequestRecorded)
def _other(case: Case, entry: request.OtherRequestRecorded, line: Line) -> Case:
    asked = Request(
        id=entry.request,
        state=State(entry.asking),
        treaty=entry.treaty,
        received_on=entry.received_on,
        provisional=True if entry.provisional_on else None,
        provisional_on=entry.provisional_on,
        national=entry.national,
        re_extradition=entry.re_extradition,
        purpose=entry.purpose,
        offences=(Wanted(place=entry.committed_in, maximum=penalty(entry.maximum)),),
        sources=_proof(case, line),
    )
    kept = tuple(other for other in case.others if other.asked.id != entry.request)
    return replace(case, others=(*kept, OtherRequest(asked=asked, case=entry.case)))


@on_person(surrender.ListedForHandover)
def _listed(case: Case, entry: surrender.ListedForHandover, line: Line) -> Case:
    return replace(case, listed=entry.handover, handovers=(*case.handovers, entry.handover))


@on_person(surrender.UnlistedFromHandover)
def _unlisted(case: Case, entry: surrender.UnlistedFromHandover, line: Line) -> Case:
    return replace(case, listed="")


@on_person(aftercare.CaseClosed)
def _closed(case: Case, entry: aftercare.CaseClosed, line: Line) -> Case:
    return replace(case, closed_at=line.occurred_at)
