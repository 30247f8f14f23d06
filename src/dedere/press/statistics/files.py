"""The same figures as files: CSV as the page shows it, JSON by codes."""

from __future__ import annotations

import io
import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict

from dedere.files.sheets import Sheet
from dedere.tally.release import Published, Release


def as_csv(head: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """Return a table as RFC 4180 text, UTF-8 with its mark so that spreadsheets read accents."""
    text = io.StringIO()
    sheet = Sheet(text)
    sheet.row(head)
    sheet.rows(rows)
    return b"\xef\xbb\xbf" + text.getvalue().encode()


def told(release: Release) -> dict[str, object]:
    """Return an edition as plain values: keys are codes, a hidden count is null, a total's key is empty."""
    return {
        "home": release.home,
        "until": release.until.isoformat() if release.until else None,
        "simulated": release.simulated,
        "least": release.rule.least,
        "apart": release.rule.apart,
        "tables": [_table(each) for each in release.tables],
        "durations": [
            {"what": each.what, "track": each.track, "median": asdict(each.middle) if each.middle else None}
            for each in release.durations
        ],
        "operations": [
            {
                "on": each.on.isoformat(),
                "giving": each.giving,
                "receiving": each.receiving,
                "persons": each.persons,
                "sources": list(each.sources),
            }
            for each in release.operations
        ],
    }


def as_json(release: Release) -> bytes:
    """Return an edition as JSON."""
    return (json.dumps(told(release), ensure_ascii=False, indent=1) + "\n").encode()


def _table(published: Published) -> dict[str, object]:
    table = published.laid.table
    return {
        "name": table.name,
        "rows": table.rows,
        "columns": table.columns,
        "withheld": published.withheld,
        "cells": [
            {"row": place.row, "column": place.column, "count": value}
            for place, value in published.values.items()
        ]
        if not published.withheld
        else [],
    }
