"""The one place where an act on an accord becomes lines or is refused: pure and total.

Officers of the home State speak for it alone. What another State says is entered from what it published,
with the source, and no act of ours takes it back but one that two officers sign.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime

from dedere.accords.accord import Kind
from dedere.docket.accords import checks
from dedere.docket.accords.state import AccordFile
from dedere.docket.acts import Act
from dedere.docket.entries import Entry, Line, SignatureRefused
from dedere.docket.entries import accord as entries
from dedere.docket.first import first
from dedere.docket.form import ill_filed
from dedere.docket.second import awaited, countersigned
from dedere.words import Refused


@dataclass(frozen=True, slots=True, kw_only=True)
class AccordAct:
    """One act on an accord.

    Attributes:
        code, records: the act in the imperative, and the entry that it leaves.
        opens: the kind of accord whose file it opens; empty where it is filed on one that exists.
        second: whether another officer must sign before it counts.
        sourced: whether it must name a published source.
        checks: what file, content and home State must satisfy.
    """

    code: str
    records: type[Entry]
    opens: str = ""
    second: bool = False
    sourced: bool = False
    checks: tuple[checks.Check, ...] = ()


ACCORD_ACTS: dict[str, AccordAct] = {
    act.code: act
    for act in (
        *(
            AccordAct(
                code=f"record-{kind.value}",
                records=entries.AccordRecorded,
                opens=kind.value,
                checks=(checks.whole,),
            )
            for kind in Kind
        ),
        AccordAct(
            code="correct-accord",
            records=entries.AccordCorrected,
            second=True,
            checks=(checks.whole, checks.same_accord),
        ),
        AccordAct(
            code="state-position",
            records=entries.PositionStated,
            checks=(checks.our_side, checks.on_time, checks.figure_known),
        ),
        AccordAct(
            code="record-published-position",
            records=entries.PositionPublished,
            sourced=True,
            checks=(checks.a_side, checks.on_time),
        ),
        AccordAct(
            code="strike-position", records=entries.PositionStruck, second=True, checks=(checks.a_position,)
        ),
        AccordAct(code="add-evidence", records=entries.EvidenceAdded, checks=(checks.evidence_said,)),
        AccordAct(
            code="sign-accord",
            records=entries.TextSigned,
            second=True,
            checks=(checks.our_side, checks.text_as_it_stands),
        ),
        AccordAct(
            code="record-published-signature",
            records=entries.SignaturePublished,
            second=True,
            sourced=True,
            checks=(checks.a_side, checks.text_as_it_stands),
        ),
        AccordAct(code="refuse-signature", records=SignatureRefused, checks=(checks.proposal_open,)),
    )
}


def decide_accord(
    file: AccordFile, act: Act, *, home: str, by: str, at: datetime
) -> tuple[Line, ...] | Refused:
    """Return the lines that the act leaves, or why not; a file that an act opens has no lines yet.

    ``home`` is the State whose officers file here.
    """
    refused = first(_refusals(file, act, home, by, at))
    if refused is not None:
        return refused
    made = awaited if ACCORD_ACTS[act.code].second else Act.line
    return (made(act, file.version + 1, by=by, at=at),)


def countersign_accord(
    file: AccordFile, proposal: int, *, home: str, by: str, at: datetime
) -> tuple[Line, ...] | Refused:
    """Return the line that a second officer signs; never the officer who filed it."""
    free = replace(file, awaiting=None)

    def judged(act: Act, filer: str) -> Refused | None:
        return first(_refusals(free, act, home, filer, at))

    return countersigned(file.awaiting, proposal, file.version + 1, judged, by=by, at=at)


def allowed_in(file: AccordFile) -> tuple[AccordAct, ...]:
    """Return the acts that would not be refused but for their content."""
    return tuple(act for act in ACCORD_ACTS.values() if _standing(file, act) is None)


def _refusals(file: AccordFile, act: Act, home: str, by: str, at: datetime) -> Iterator[Refused | None]:
    """Ask one thing after another: each step may rely on those before it."""
    rule = ACCORD_ACTS.get(act.code)
    if rule is None:
        yield Refused(code="unknown-act", facts={"act": act.code})
        return
    yield ill_filed(act, rule.records, by=by, at=at)
    yield _standing(file, rule)
    yield Refused(code="source-missing") if rule.sourced and not act.sources else None
    yield _kind(rule, act.entry)
    for check in rule.checks:
        yield check(file, act, home)


def _standing(file: AccordFile, rule: AccordAct) -> Refused | None:
    """Return why the file as it stands does not take the act, whatever its content."""
    if bool(rule.opens) is bool(file.lines):
        return Refused(code="accord-exists" if file.lines else "no-such-accord")
    if rule.code == "refuse-signature":
        return None if file.awaiting else Refused(code="no-such-proposal")
    if rule.second and file.awaiting:
        return Refused(code="accord-awaits-signature", facts={"officer": file.awaiting.by})
    return None


def _kind(rule: AccordAct, entry: Entry) -> Refused | None:
    if isinstance(entry, entries.AccordRecorded) and entry.accord.kind != rule.opens:
        return Refused(code="accord-of-another-kind", facts={"accord": entry.accord.kind})
    return None
