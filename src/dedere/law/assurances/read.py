"""The ``[[assurance]]`` tables of a case file become assurances, or an exact complaint."""

from __future__ import annotations

from collections.abc import Collection

from dedere.law.assurances.assurance import (
    ABOUT,
    AUTHORITY,
    CHANGES,
    COVERED,
    FORMS,
    TEXTS,
    Answer,
    Assurance,
    Change,
)
from dedere.law.assurances.questions import othman
from dedere.law.dialect import DAY, NAME, TEXT, Schema, exact, listed
from dedere.law.table import Table


def read_assurances(table: Table, key: str, charges: Collection[str]) -> tuple[Assurance, ...]:
    """Read every assurance of a case; the charges that one names must be the case's."""
    found = tuple(_assurance(row, charges) for row in table.tables(key))
    ids = [assurance.id for assurance in found]
    if len(set(ids)) < len(ids):
        table.refuse("two assurances have one id", "give each assurance an id of its own", key)
    return found


def _assurance(table: Table, charges: Collection[str]) -> Assurance:
    assurance = Assurance(
        id=table.word("id"),
        about=table.code("about", ABOUT),
        giver=table.word("giver"),
        given_on=table.day("given_on"),
        authority=table.code("authority", AUTHORITY, "not-shown"),
        authority_by=table.word("authority_by", ""),
        addressee=table.word("to", ""),
        person=table.code("person", COVERED, "covered"),
        charges=table.codes("charges", tuple(charges), ()),
        begins_on=table.day("from", None),
        until=table.day("until", None),
        conditions=table.word("conditions", ""),
        text=table.word("text", ""),
        text_of=table.code("text_of", (*TEXTS, ""), ""),
        form=table.code("form", (*FORMS, ""), ""),
        changes=tuple(_change(row) for row in table.tables("event", "kind")),
        answers=tuple(_answer(row) for row in table.tables("answer", "question")),
        sources=table.words("source", ()),
    )
    if assurance.authority == "proved" and not assurance.authority_by:
        table.refuse(
            "an authority is proved by something", "name the provision: authority_by = …", "authority"
        )
    table.close()
    return assurance


def _change(table: Table) -> Change:
    change = Change(
        kind=table.code("kind", CHANGES),
        on=table.day("on"),
        note=table.word("note", ""),
        sources=table.words("source", ()),
    )
    table.close()
    return change


def _answer(table: Table) -> Answer:
    questions = tuple(question.id for question in othman().questions)
    answer = Answer(
        question=table.code("question", questions),
        answer=table.word("answer"),
        sources=table.words("source"),
    )
    table.close()
    return answer


def assurance_schema() -> Schema:
    """One ``[[assurance]]`` as a schema."""
    sources = {"source": listed(NAME)}
    optional: Schema = {
        "authority": {"enum": list(AUTHORITY)},
        **dict.fromkeys(("authority_by", "to", "conditions", "text"), TEXT),
        "person": {"enum": list(COVERED)},
        "charges": listed(NAME),
        **dict.fromkeys(("from", "until"), DAY),
        "text_of": {"enum": [*TEXTS, ""]},
        "form": {"enum": [*FORMS, ""]},
        "event": listed(exact({"kind": {"enum": list(CHANGES)}, "on": DAY}, {"note": TEXT, **sources})),
        "answer": listed(exact({"question": NAME, "answer": NAME, **sources})),
        **sources,
    }
    return exact({"id": NAME, "about": {"enum": list(ABOUT)}, "giver": NAME, "given_on": DAY}, optional)
