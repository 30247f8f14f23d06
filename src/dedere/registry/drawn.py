"""The rows that a case comes to: a function of its lines and of the law, and of nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dedere.docket.case import Case
from dedere.docket.choices import CONFLATION
from dedere.registry.clockrows import clock_rows, soonest_of
from dedere.registry.models import CaseRow, ClockRow, ProposalRow, WordRow
from dedere.registry.waiting import current, waiting_on
from dedere.registry.words import words_of

PROVISIONAL = "provisional-arrest"


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawn:
    """One case's rows in each worklist."""

    case: CaseRow
    clocks: tuple[ClockRow, ...]
    proposals: tuple[ProposalRow, ...]
    words: tuple[WordRow, ...]


def draw(case: Case, position: int) -> Drawn:
    """Draw a case's rows; ``position`` is where its first line stands in the journal."""
    clocks = clock_rows(case)
    return Drawn(
        case=_case(case, position, clocks),
        clocks=clocks,
        proposals=tuple(_proposals(case)),
        words=tuple(WordRow(case_id=case.number, word=word) for word in sorted(_words(case))),
    )


def _case(case: Case, position: int, clocks: tuple[ClockRow, ...]) -> CaseRow:
    track, soonest = current(case), soonest_of(clocks)
    first, last = case.lines[0], case.lines[-1]
    return CaseRow(
        number=case.number,
        position=position,
        version=case.version,
        person=case.person,
        name_standing=case.name_standing,
        requesting=str(case.requesting),
        requested=str(case.requested),
        other_number=case.other_number,
        track=track.kind.value if track else "",
        stage=track.stage.value if track else "",
        custody=case.custody.status,
        waiting_on=str(waiting_on(case)),
        due=soonest.due if soonest else None,
        rule=soonest.rule if soonest else "",
        article=soonest.article if soonest else "",
        opened_at=case.opened_at or first.occurred_at,
        changed_at=last.recorded_at,
        simulated=any(line.simulated for line in case.lines),
        **_counts(case, clocks),
    )


def _counts(case: Case, clocks: tuple[ClockRow, ...]) -> dict[str, int | bool]:
    stays = len(case.standing_stays)
    return {
        "charges": len(case.charges),
        "stays": stays,
        "stayed": stays > 0,
        "undertakings": len(case.undertakings),
        "unassured": not case.undertakings and not case.closed,
        "provisional": any(row.live and row.rule == PROVISIONAL for row in clocks),
        "closed": case.closed,
    }


def _proposals(case: Case) -> Iterator[ProposalRow]:
    for proposal in case.proposals:
        yield ProposalRow(
            key=f"{case.number}/{proposal.line}",
            case_id=case.number,
            line=proposal.line,
            act=proposal.act,
            by=proposal.by,
            at=proposal.at,
        )


def _words(case: Case) -> frozenset[str]:
    ordinal = case.number.rpartition("-")[2]
    numbers = {case.number.casefold(), ordinal, ordinal.lstrip("0")} - {""}
    # Somebody else's name, by which a source took the person for another, finds nobody.
    names = (known.name for known in case.names if known.kind != CONFLATION)
    return words_of((case.person, *case.aliases, *names, case.other_number)) | numbers
