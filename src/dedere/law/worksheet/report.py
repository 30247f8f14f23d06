"""The worksheet as JSON: stable keys, told by docs/reference/worksheet.schema.json."""

from __future__ import annotations

from typing import Any

from dedere.law.casefile import CaseFile, Value
from dedere.law.dialect import (
    DAY,
    DIALECT,
    FLAG,
    NAME,
    TEXT,
    WHOLE,
    Schema,
    exact,
    listed,
    mapped,
    or_null,
)
from dedere.law.kinds.extraditable_offence import SIDES
from dedere.law.library import Library
from dedere.law.report import report_finding
from dedere.law.schema import finding_schema
from dedere.law.worksheet.compare import FIGURES, STANDINGS, Penalty, Row, Worksheet
from dedere.words import Finding

Json = dict[str, Any]


def report_worksheets(casefile: CaseFile, found: tuple[Worksheet, ...], library: Library) -> Json:
    """Every worksheet given; names in both languages."""
    return {
        "case": casefile.id,
        "on": casefile.on.isoformat(),
        "charges": [_worksheet(each, library) for each in found],
    }


def _worksheet(found: Worksheet, library: Library) -> Json:
    crimes = library.crimes.crimes
    groups = library.groups()
    return {
        "id": found.charge,
        "title": found.title,
        "iccs": {"code": found.iccs, **crimes[found.iccs]} if found.iccs else None,
        "group": {"code": found.group, **groups[found.group].names} if found.group else None,
        "elements": [_row(row) for row in found.elements],
        "ways": [
            {
                "clause": each.clause,
                "article": each.citation.article,
                "way": each.code,
                "finding": each.finding,
            }
            for each in found.ways
        ],
        "penalties": [_penalty(each) for each in found.penalties],
        "facts": {name: _plain(known.value) for name, known in found.told.items()},
        "findings": [report_finding(each) for each in found.findings],
        "elements_agree": found.agrees,
        "missing": list(found.missing),
    }


def _row(row: Row) -> Json:
    element = row.element
    return {
        "name": element.name,
        "requesting": element.requesting or None,
        "requested": element.requested or None,
        "standing": row.standing,
        "left_out_by": row.left_out_by.article if row.left_out_by else None,
        "sources": list(element.sources),
    }


def _penalty(each: Penalty) -> Json:
    figures = {figure: getattr(each, figure) for figure in FIGURES}
    return {"side": each.side, **figures, "death": each.death}


def _plain(value: Value) -> object:
    return value if isinstance(value, bool | int | str) else value.isoformat()


def worksheet_schema() -> Schema:
    """The schema of what ``dedere worksheet --json`` prints."""
    named = or_null(exact({"code": NAME, "en": NAME, "es": NAME}))
    row = {
        "name": NAME,
        "requesting": or_null(NAME),
        "requested": or_null(NAME),
        "standing": {"enum": list(STANDINGS)},
        "left_out_by": or_null(NAME),
        "sources": listed(NAME),
    }
    way = {
        "clause": NAME,
        "article": NAME,
        "way": NAME,
        "finding": {"enum": [each.value for each in Finding]},
    }
    penalty = {
        "side": {"enum": list(SIDES)},
        **dict.fromkeys(FIGURES, or_null(WHOLE)),
        "death": or_null(FLAG),
    }
    charge = {
        "id": TEXT,
        "title": TEXT,
        "iccs": named,
        "group": named,
        "elements": listed(exact(row)),
        "ways": listed(exact(way)),
        "penalties": listed(exact(penalty)),
        "facts": mapped({"type": ["boolean", "integer", "string"]}),
        "findings": listed(finding_schema()),
        "elements_agree": or_null(FLAG),
        "missing": listed(NAME),
    }
    whole = {"case": TEXT, "on": DAY, "charges": listed(exact(charge))}
    return {"$schema": DIALECT, "title": "Dual criminality worksheet", **exact(whole)}
