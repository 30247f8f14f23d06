"""An assessment is repeated: the same case on the same day, under the instruments as they are kept now."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from dedere.law.assess import assess
from dedere.law.assessment import Effect
from dedere.law.casefile import CaseFile
from dedere.law.library import Library
from dedere.law.outcomes import Difference, Outcome, Outcomes, Place, differences, outcomes, report_outcome
from dedere.law.report import Json
from dedere.law.table import Table
from dedere.law.vocabulary import read_day
from dedere.words import Unreadable

LARGEST = 32 << 20  # bytes; a report of one charge is a hundredth of a mebibyte


class UnreadableReport(Unreadable):
    """A file that is no report of an assessment: which file, which place, and the remedy."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Earlier:
    """An assessment as its report tells it: what was assessed, under which digests, with what outcome."""

    case: str
    on: date
    route: str
    digests: Mapping[str, str]
    outcomes: Outcomes


@dataclass(frozen=True, slots=True, kw_only=True)
class InstrumentThenNow:
    """An instrument's digest in the report and now; None where it was not, or is not, in force."""

    id: str
    then: str | None
    now: str | None

    @property
    def same(self) -> bool:
        """Whether the very same bytes are used."""
        return self.then == self.now


@dataclass(frozen=True, slots=True, kw_only=True)
class Repetition:
    """What a repetition showed; *same* speaks of the findings, whatever the digests."""

    case: str
    on: date
    route: str
    instruments: tuple[InstrumentThenNow, ...]
    differences: tuple[Difference, ...]

    @property
    def same(self) -> bool:
        """Whether every finding and every clock came out as then."""
        return not self.differences


def repeat(casefile: CaseFile, earlier: Earlier, library: Library) -> Repetition:
    """Assess a case again on the day of an earlier assessment; raises UnreadableReport for another case's."""
    told, here = (earlier.case, earlier.route), (casefile.id, casefile.route)
    if told != here:
        raise UnreadableReport(
            where="report",
            what=f"it is about {' by '.join(told)}, and the file about {' by '.join(here)}",
            remedy="name the report and the file of one case",
        )
    found = assess(replace(casefile, on=earlier.on), library)
    now = {used.id: used.digest for used in found.instruments}
    return Repetition(
        case=casefile.id,
        on=earlier.on,
        route=casefile.route,
        instruments=tuple(
            InstrumentThenNow(id=each, then=earlier.digests.get(each), now=now.get(each))
            for each in dict.fromkeys((*earlier.digests, *now))
        ),
        differences=differences(earlier.outcomes, outcomes(found)),
    )


def report_repetition(repetition: Repetition) -> Json:
    """A repetition as JSON, told by docs/reference/repetition.schema.json."""
    return {
        "case": repetition.case,
        "on": repetition.on.isoformat(),
        "route": repetition.route,
        "same": repetition.same,
        "instruments": [
            {"id": each.id, "then": each.then, "now": each.now, "same": each.same}
            for each in repetition.instruments
        ],
        "differences": [
            {
                "charge": each.charge,
                "instrument": each.instrument,
                "article": each.article,
                "clause": each.clause,
                "then": report_outcome(each.before),
                "now": report_outcome(each.after),
            }
            for each in repetition.differences
        ],
    }


def read_report(path: Path) -> Earlier:
    """Read what ``dedere assess --json`` printed; keys that a later version adds are passed over."""
    table = Table(str(path), _json(path), UnreadableReport)
    return Earlier(
        case=table.word("case", ""),
        on=_day(table, "on"),
        route=table.word("route"),
        digests={row.word("id"): row.word("digest") for row in table.tables("instruments")},
        outcomes=dict(_outcomes(table)),
    )


def _json(path: Path) -> Mapping[str, object]:
    try:
        with path.open("rb") as file:
            raw = file.read(LARGEST + 1)
        if len(raw) > LARGEST:
            raise ValueError(f"more than {LARGEST} bytes")
        found = json.loads(raw)
    except OSError as error:
        raise _unreadable(path, error.strerror or "it cannot be read") from None
    except (ValueError, RecursionError) as error:
        raise _unreadable(path, f"this is not a report: {error}") from None
    if not isinstance(found, dict):
        raise _unreadable(path, "this is not a report")
    return found


def _unreadable(path: Path, what: str) -> UnreadableReport:
    return UnreadableReport(where=str(path), what=what, remedy="name what `dedere assess --json` printed")


def _outcomes(table: Table) -> Iterator[tuple[Place, Outcome]]:
    for charge in table.tables("charges"):
        of = charge.word("id", "")
        for row in charge.tables("findings", "clause"):
            yield _place(row, of), _outcome(row, row.word("effect"), "finding")
    for row in table.tables("clocks", "rule"):
        yield _place(row, ""), _outcome(row, Effect.CLOCK.value, "state")


def _place(row: Table, charge: str) -> Place:
    return charge, row.word("instrument"), row.word("clause")


def _outcome(row: Table, effect: str, key: str) -> Outcome:
    due = _day(row, "due") if row.rows().get("due") else None
    return Outcome(effect=effect, says=row.word(key), due=due, article=row.word("article"))


def _day(table: Table, key: str) -> date:
    on = read_day(table.word(key))
    if on is None:
        table.refuse(f"{key!r} is no day", "write it as 2013-09-01", key)
    return on
