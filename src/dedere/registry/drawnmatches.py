"""The rows that the file of a pair and that of a run come to: functions of their lines alone."""

from __future__ import annotations

from dataclasses import asdict
from datetime import datetime

from dedere.docket.entries import Line, RunKept
from dedere.docket.pairs import PairFile, pair_of
from dedere.persons.decided import Decision, Pair, Verdict
from dedere.registry.models import DecidedRow, RunRow
from dedere.words.canonical import canonical


def decided_row(file: PairFile, position: int) -> DecidedRow:
    """Draw the row of a pair's file; ``position`` is where its first line stands in the journal."""
    assert file.filed is not None  # noqa: S101  (told to mypy: a file begins with a line that names its pair)
    pair, decision = pair_of(file.filed), file.decision
    return DecidedRow(
        number=file.number,
        position=position,
        version=file.version,
        key=pair.key,
        **asdict(pair),
        wanted_name=file.filed.wanted.name,
        register_name=file.filed.held.name,
        verdict=decision.verdict.value if decision else "",
        wanted_digest=decision.wanted_digest if decision else "",
        register_digest=decision.register_digest if decision else "",
        reason=decision.reason if decision else "",
        by=decision.by if decision else "",
        second=decision.second if decision else "",
        at=decision.at if decision else None,
        line=file.standing[-1].number if file.standing else 0,
        awaiting=file.awaiting.line if file.awaiting else 0,
        awaiting_by=file.awaiting.by if file.awaiting else "",
        simulated=any(line.simulated for line in file.lines),
    )


def decision_of(row: DecidedRow) -> Decision | None:
    """Return the decision that binds as runs read it, or None where none does."""
    if not row.verdict:
        return None
    return Decision(
        pair=Pair(
            wanted_roll=row.wanted_roll,
            wanted_id=row.wanted_id,
            register_roll=row.register_roll,
            register_id=row.register_id,
        ),
        verdict=Verdict(row.verdict),
        wanted_digest=row.wanted_digest,
        register_digest=row.register_digest,
        reason=row.reason,
        by=row.by,
        second=row.second,
        at=_at(row),
    )


def run_row(number: str, line: Line, position: int) -> RunRow:
    """Draw the row of a run's file, which has one line."""
    kept = line.entry
    assert isinstance(kept, RunKept)  # noqa: S101  (told to mypy: nothing else is kept in a run's file)
    return RunRow(
        number=number,
        position=position,
        wanted_roll=kept.wanted_roll,
        register_roll=kept.register_roll,
        model=kept.model,
        parameters=kept.parameters,
        inputs=canonical({"inputs": [asdict(each) for each in kept.inputs]}),
        strong=kept.strong,
        review=kept.review,
        proposals=kept.proposals,
        by=line.by,
        at=line.recorded_at,
        simulated=line.simulated,
    )


def _at(row: DecidedRow) -> datetime:
    assert row.at is not None  # noqa: S101  (told to mypy: whatever was decided was decided at an instant)
    return row.at
