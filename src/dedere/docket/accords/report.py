"""One line of the ledger as plain JSON values: what it says, what each side says, how both read together."""

from __future__ import annotations

from typing import Any

from dedere.accords.figures import Counted, command
from dedere.accords.followup import FollowUp
from dedere.accords.position import Column, Signature, Statement
from dedere.docket.accords.state import AccordFile
from dedere.docket.text import plain

Tree = dict[str, Any]


def report_accord(file: AccordFile) -> Tree:
    """Return the line under stable snake_case keys; ``reading`` is computed, never stored."""
    due, found = file.due, file.read
    return {
        "number": file.number,
        "version": file.version,
        **plain(file.recorded),
        "title": plain(file.recorded.title),
        "reading": found.reading.value,
        "why": [each.value for each in found.why],
        "told_apart": found.apart,
        "due_next": due.on.isoformat() if due else None,
        "awaited": list(due.givers) if due else [],
        "columns": [_column(file, side) for side in file.recorded.between],
        "evidence": [
            {**plain(line.entry), "sources": list(line.sources), "line": line.number}
            for line in file.evidence
        ],
        "awaiting": file.awaiting.line if file.awaiting else None,
        "simulated": any(line.simulated for line in file.lines),
    }


def report_counted(counted: Counted) -> Tree:
    """Return what a figure came to, with the command that computes it anew."""
    return {
        **plain(counted.figure),
        "value": counted.value,
        "simulated": counted.simulated,
        "proves": counted.proves,
        "cases": list(counted.cases),
        "query": command(counted.figure),
    }


def report_follow_up(found: FollowUp) -> Tree:
    """Return what a meeting left open, giver by giver."""
    return {"made": list(found.made), "open": {side: list(each) for side, each in found.open.items()}}


def _column(file: AccordFile, side: str) -> Tree:
    own: Column = file.column(side)
    signed = file.signed_by(side)
    return {
        "side": side,
        "position": own.position.value,
        "statements": [_statement(each) for each in own.statements],
        "signed": _signature(signed) if signed else None,
    }


def _statement(said: Statement) -> Tree:
    return {**plain(said), "position": said.position.value}


def _signature(signed: Signature) -> Tree:
    told: Tree = plain(signed)
    return told
