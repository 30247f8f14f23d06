"""What the file's own upkeep leaves: documents, proposals, reminders, the other State's number."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dedere.docket.entries import request, upkeep
from dedere.docket.entries.line import Line
from dedere.docket.folds.fold import on_person
from dedere.docket.parts import Document, NameKnown, Proposal, Reminder
from dedere.docket.signature import proposed_text

if TYPE_CHECKING:
    from dedere.docket.case import Case


@on_person(request.DocumentFiled)
def _filed(case: Case, entry: request.DocumentFiled, line: Line) -> Case:
    paper = Document(id=entry.document, title=entry.title, language=entry.language, page=entry.page)
    return replace(case, documents=(*case.documents, paper))


@on_person(upkeep.SignatureAwaited)
def _proposed(case: Case, entry: upkeep.SignatureAwaited, line: Line) -> Case:
    proposal = Proposal(
        line=line.number,
        act=entry.act,
        text=entry.proposed,
        by=line.by,
        at=line.recorded_at,
        track=entry.track_named,
    )
    return replace(case, proposals=(*case.proposals, proposal))


@on_person(upkeep.SignatureRefused)
def _declined(case: Case, entry: upkeep.SignatureRefused, line: Line) -> Case:
    return replace(case, proposals=tuple(each for each in case.proposals if each.line != entry.proposal))


@on_person(upkeep.DueSet)
def _reminder(case: Case, entry: upkeep.DueSet, line: Line) -> Case:
    return replace(
        case, reminders=(*case.reminders, Reminder(line=line.number, on=entry.on, what=entry.what))
    )


@on_person(upkeep.CopyNamed)
def _copy(case: Case, entry: upkeep.CopyNamed, line: Line) -> Case:
    return replace(case, other_number=entry.other_number)


@on_person(upkeep.NameRecorded)
def _name(case: Case, entry: upkeep.NameRecorded, line: Line) -> Case:
    known = NameKnown(
        name=entry.name, kind=entry.name_kind, line=line.number, note=entry.note, sources=line.sources
    )
    return replace(case, names=(*case.names, known))


def settled(case: Case, line: Line) -> Case:
    """Take off the list the proposal that a countersigned line fulfils."""
    if not line.second:
        return case
    open_still = tuple(
        each for each in case.proposals if each.by != line.by or each.text != proposed_text(each.act, line)
    )
    return replace(case, proposals=open_still)
