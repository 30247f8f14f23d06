"""Assurances as JSON: stable keys, told by docs/reference/assurances.schema.json."""

from __future__ import annotations

from datetime import date
from typing import Any

from dedere.law.assessment import Assessment
from dedere.law.assurances.assurance import ABOUT, AUTHORITY, CHANGES, COVERED, FORMS, TEXTS, Assurance
from dedere.law.assurances.bars import Bar, bars
from dedere.law.assurances.cover import STANDING, WHY, standing
from dedere.law.assurances.questions import asked, othman
from dedere.law.casefile import CaseFile
from dedere.law.dialect import CITED, DAY, DIALECT, FLAG, NAME, TEXT, Schema, exact, listed, or_null
from dedere.law.report import cited
from dedere.words import Finding

Json = dict[str, Any]


def report_assurances(casefile: CaseFile, assessment: Assessment) -> Json:
    """Every assurance as it stands that day, and every bar that one can cure."""
    return {
        "case": casefile.id,
        "on": casefile.on.isoformat(),
        "assurances": [_assurance(each, casefile.on) for each in casefile.assurances],
        "bars": [_bar(each) for each in bars(casefile, assessment)],
    }


def _assurance(assurance: Assurance, on: date) -> Json:
    return {
        "id": assurance.id,
        "about": assurance.about,
        "giver": assurance.giver,
        "authority": assurance.authority,
        "authority_by": assurance.authority_by,
        "to": assurance.addressee,
        "person": assurance.person,
        "charges": list(assurance.charges),
        "given_on": assurance.given_on.isoformat(),
        "from": assurance.begins_on.isoformat() if assurance.begins_on else None,
        "until": assurance.until.isoformat() if assurance.until else None,
        "conditions": assurance.conditions,
        "text": assurance.text,
        "text_of": assurance.text_of,
        "form": assurance.form,
        "standing": standing(assurance, on),
        "events": [
            {"kind": each.kind, "on": each.on.isoformat(), "note": each.note, "sources": list(each.sources)}
            for each in assurance.changes
        ],
        "questions": [
            {
                "question": question.id,
                "place": question.place,
                "checked": othman().checked or False,
                "answer": answer.answer if answer else None,
                "sources": list(answer.sources) if answer else [],
            }
            for question, answer in asked(assurance)
        ],
        "sources": list(assurance.sources),
    }


def _bar(bar: Bar) -> Json:
    return {
        "charge": bar.charge,
        **cited(bar.citation),
        "clause": bar.clause,
        "kind": bar.kind,
        "finding": bar.finding.value,
        "decider": bar.decider,
        "asks": bar.asks,
        "cured_by": list(bar.cured_by),
        "offered": [
            {"assurance": each.assurance, "why": each.why, "open": each.open} for each in bar.offered
        ],
    }


def assurances_schema() -> Schema:
    """The schema of what ``dedere assurances --json`` prints."""
    whole = {
        "case": TEXT,
        "on": DAY,
        "assurances": listed(_assurance_schema()),
        "bars": listed(_bar_schema()),
    }
    return {"$schema": DIALECT, "title": "Assurances", **exact(whole)}


def _assurance_schema() -> Schema:
    change = {"kind": {"enum": list(CHANGES)}, "on": DAY, "note": TEXT, "sources": listed(TEXT)}
    question = {
        "question": {"enum": [each.id for each in othman().questions]},
        "place": NAME,
        "checked": CITED["checked"],
        "answer": or_null(NAME),
        "sources": listed(TEXT),
    }
    return exact(
        {
            **dict.fromkeys(("id", "giver"), NAME),
            **dict.fromkeys(("authority_by", "to", "conditions", "text"), TEXT),
            "about": {"enum": list(ABOUT)},
            "authority": {"enum": list(AUTHORITY)},
            "person": {"enum": list(COVERED)},
            "charges": listed(NAME),
            "given_on": DAY,
            **dict.fromkeys(("from", "until"), or_null(DAY)),
            "text_of": {"enum": [*TEXTS, ""]},
            "form": {"enum": [*FORMS, ""]},
            "standing": {"enum": list(STANDING)},
            "events": listed(exact(change)),
            "questions": listed(exact(question)),
            "sources": listed(TEXT),
        }
    )


def _bar_schema() -> Schema:
    offered = exact({"assurance": NAME, "why": {"enum": list(WHY)}, "open": FLAG})
    return exact(
        {
            "charge": TEXT,
            **CITED,
            "kind": NAME,
            "finding": {"enum": [each.value for each in Finding]},
            "asks": NAME,
            "cured_by": listed(NAME),
            "offered": listed(offered),
        }
    )
