"""What the sources tell, as acts: each with its day and its sources, none beyond what a source says."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, datetime, time
from typing import Any

from django.utils import timezone

from dedere.clerk.example.folder import Example, HandoverTold, PersonTold
from dedere.docket.acts import Act
from dedere.docket.entries import Charge, Entry
from dedere.docket.entries.handover import HandoverPlanned, PersonListed
from dedere.docket.entries.opening import CaseOpened, ChargesStated, FactEstablished, TrackOpened
from dedere.docket.entries.review import StayOrdered
from dedere.docket.entries.surrender import UndertakingGiven
from dedere.docket.entries.upkeep import NameRecorded, Noted
from dedere.docket.stage import TrackKind

TRACK = "1"
BASIS, ARTICLE = "mx-lsn-2005", "5"
UNPUBLISHED = "cargo no publicado en las fuentes leídas / charge not published in the sources read"

# Label of each cell that has no field of its own, in the two languages of the desk: what the
# opening of a file says, and what was published later and stands in a note of the snapshot's day.
_LABELS: Mapping[str, str] = {
    "name_us": "nombre en EE. UU. / US name",
    "district": "tribunal / court",
    "organisation_alleged": "organización (alegada) / organisation (alleged)",
    "role_alleged": "papel (alegado) / role (alleged)",
    "maximum_penalty": "pena máxima / maximum penalty",
    "mexico": "en México / in Mexico",
}
_LATER: Mapping[str, str] = {
    "status_us": "situación / status",
    "status_on": "fecha / as of",
    "judge": "juez o expediente / judge or docket",
    "note": "nota / note",
}

_STAGES = (
    "Etapas según el conteo de un diario, sin atribuirlas a nadie / "
    "Stages by one newspaper's count, attributed to nobody:"
)
_TREATY: Mapping[str, str] = {
    "yes": "entrega posible conforme al tratado / surrender possible under the treaty",
    "no": "aún no conforme al tratado / not yet under the treaty",
    "unknown": "no se sabe / not known",
}


def midnight(on: date) -> datetime:
    """The instant of an event of which the source gives the day alone."""
    return datetime.combine(on, time(), tzinfo=timezone.get_default_timezone())


def opening_acts(example: Example, handover: HandoverTold, person: PersonTold, at: datetime) -> list[Act]:
    """Return the acts that open the person's case as of the handover: route, charges, facts, stays.

    The file begins on the day of its first sourced event, or when it is recorded.
    """
    stays = [stay for stay in example.stays if stay["person"] == person.id]
    begun = min([at, *(midnight(stay["since"]) for stay in stays)])
    track = TrackOpened(
        track=TRACK, kind=TrackKind.NATIONAL_SECURITY_TRANSFER.value, basis=BASIS, article=ARTICLE
    )
    return [
        _act("open-case", _opened(person), begun, person.sources),
        _act("open-track", track, at, tuple(handover.told["sources"])),
        *_charges_then(person, at),
        *(_act("establish-fact", fact, at, person.sources) for fact in _facts(person)),
        *(_stay(stay) for stay in stays),
    ]


def later_acts(example: Example, handover: HandoverTold, person: PersonTold, at: datetime) -> list[Act]:
    """Return what else was told, in the order of its days: undertakings, charges, names, status.

    ``at`` is when the handover is recorded: what a source told before is told then.
    """
    return sorted(
        [
            *_undertakings(example, handover, person),
            *_charges_since(example, handover, person),
            *_names(example, person, at),
            *_status(example, person),
        ],
        key=lambda act: act.occurred_at,
    )


def plan_act(handover: HandoverTold, at: datetime) -> Act:
    """Return the act that plans the handover, with what each State says of it."""
    told = handover.told
    plan = HandoverPlanned(
        title=told["title"],
        on=handover.on,
        giving=told["giving"],
        receiving=told["receiving"],
        basis=told["basis"],
        place=told["place"],
        note="\n".join(_said(handover)),
        destinations=tuple(told.get("destinations", ())),
    )
    return _act("plan-handover", plan, at, tuple(told["sources"]))


def list_act(person: PersonTold, number: str, at: datetime) -> Act:
    """Return the act that lists the person: bound for the place a source names, else for the court."""
    cells = person.cells
    listed = PersonListed(
        case=number, person=cells["name"], destination=cells["destination"] or cells["district"]
    )
    return _act("list-person", listed, at, person.sources)


def _act(code: str, entry: Entry, at: datetime, sources: tuple[str, ...]) -> Act:
    return Act(code=code, entry=entry, occurred_at=at, sources=sources)


def _opened(person: PersonTold) -> CaseOpened:
    cells = person.cells
    return CaseOpened(
        person=cells["name"],
        requesting="US",
        requested="MX",
        nationalities=tuple(cells["nationality"].split()),
        name_standing=cells["name_standing"],
        aliases=tuple(alias.strip() for alias in cells["aliases"].split(";") if alias.strip()),
        note=_told(cells, _LABELS),
    )


def _told(cells: Mapping[str, str], labels: Mapping[str, str]) -> str:
    return " · ".join(f"{label}: {cells[cell]}" for cell, label in labels.items() if cells[cell])


def _facts(person: PersonTold) -> Iterator[FactEstablished]:
    cells = person.cells
    if cells["status_us"]:
        yield FactEstablished(fact="person-status", value="accused")
    if cells["nationality"] == "MX":
        yield FactEstablished(fact="person-is-national-of-requested", value=True)
    if cells["mexico"].startswith("convicted in Mexico"):
        yield FactEstablished(fact="other-sentence-in-requested", value=True)


def _stay(told: Mapping[str, Any]) -> Act:
    note = f"{told['since_note']['es']} / {told['since_note']['en']}"
    stay = StayOrdered(stay=told["id"], court=told["court"], covers=told["covers"], reference=note)
    return _act("record-stay", stay, midnight(told["since"]), tuple(told["sources"]))


def _charges_then(person: PersonTold, at: datetime) -> Iterator[Act]:
    charges = tuple(told.then for told in person.charges if told.then)
    if not person.charges and person.cells["status_us"]:
        charges = (Charge(id="1", title=UNPUBLISHED, standing=person.cells["standing"]),)
    if charges:
        yield _act("state-charges", ChargesStated(charges=charges), at, person.sources)


def _charges_since(example: Example, handover: HandoverTold, person: PersonTold) -> Iterator[Act]:
    for told in person.charges:
        if told.then != told.now:
            stated = ChargesStated(charges=(told.now,))
            yield _act("state-charges", stated, _day_of(told.since, example), told.sources)


def _day_of(since: str, example: Example) -> datetime:
    """A day that the source gives only in part is told on the snapshot's day."""
    return midnight(date.fromisoformat(since) if len(since) == 10 else example.snapshot)


def _undertakings(example: Example, handover: HandoverTold, person: PersonTold) -> Iterator[Act]:
    for told in example.undertakings:
        if person.id in told.get("persons", ()) or told.get("handover") == handover.id:
            given = UndertakingGiven(
                undertaking=told["id"],
                giver=told["giver"],
                about=told["about"],
                text=f"{told['text']['es']} / {told['text']['en']}",
                text_of="paraphrase",
                covers_person=told.get("covers", "covered"),
            )
            yield _act("record-undertaking", given, midnight(told["on"]), tuple(told["sources"]))


def _names(example: Example, person: PersonTold, at: datetime) -> Iterator[Act]:
    """Each other name on the day its source was published; as the file begins where that was before."""
    published = {source.id: source.date for source in example.sources}
    for told in person.names:
        recorded = NameRecorded(name=told["variant"], name_kind=told["kind"])
        on = published[told["source"]]
        older = on < at.date().isoformat()  # a day known in part is compared as far as it is known
        yield _act("record-name", recorded, at if older else _day_of(on, example), (told["source"],))


def _status(example: Example, person: PersonTold) -> Iterator[Act]:
    cells = person.cells
    if cells["status_us"]:
        on = example.snapshot.isoformat()
        noted = Noted(
            title=f"Situación publicada al {on} / Status as published to {on}",
            text=_told(cells, _LATER),
        )
        yield _act("note", noted, midnight(example.snapshot), person.sources)


def _said(handover: HandoverTold) -> Iterator[str]:
    told = handover.told
    for language in ("es", "en"):
        for said in ("said_by_giving", "said_by_receiving", "assurance_note"):
            yield told[said][language]
    if handover.stages:
        yield _STAGES
    for row in handover.stages:
        treaty = _TREATY[row["could_be_surrendered_under_the_treaty"]]
        yield f"{row['persons']}: {row['stage_es']} / {row['stage_en']} ({treaty}; {row['source']})"
