"""The one place where an act on a pair becomes lines or is refused: pure and total.

To say that two records are of one person takes a second officer: whoever is taken for another may be
arrested for it. To part them, to leave it open, or to undo any of it takes one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import datetime

from dedere.docket.acts import Act
from dedere.docket.entries import DecisionUndone, Entry, Line, PairDecided, SignatureRefused
from dedere.docket.first import first
from dedere.docket.form import ill_filed
from dedere.docket.pairs.state import PairFile, pair_of
from dedere.docket.second import awaited, countersigned
from dedere.persons.decided import Verdict
from dedere.words import Refused

PAIR_ACTS: Mapping[str, type[Entry]] = {
    "decide-pair": PairDecided,
    "undo-decision": DecisionUndone,
    "refuse-signature": SignatureRefused,
}


def decide_pair(file: PairFile, act: Act, *, by: str, at: datetime) -> tuple[Line, ...] | Refused:
    """Return the lines that the act leaves on the pair's file, which may have none yet, or why not."""
    refused = first(_refusals(file, act, by, at))
    if refused is not None:
        return refused
    by_two = isinstance(act.entry, PairDecided) and act.entry.verdict == Verdict.SAME.value
    made = awaited if by_two else Act.line
    return (made(act, file.version + 1, by=by, at=at),)


def countersign_pair(file: PairFile, proposal: int, *, by: str, at: datetime) -> tuple[Line, ...] | Refused:
    """Return the line that a second officer signs; never the officer who filed it."""
    free = replace(file, awaiting=None)

    def judged(act: Act, filer: str) -> Refused | None:
        return first(_refusals(free, act, filer, at))

    return countersigned(file.awaiting, proposal, file.version + 1, judged, by=by, at=at)


def _refusals(file: PairFile, act: Act, by: str, at: datetime) -> Iterator[Refused | None]:
    """Ask one thing after another: each step may rely on those before it."""
    yield ill_filed(act, PAIR_ACTS.get(act.code), by=by, at=at)
    yield _standing(file, act.entry)


def _standing(file: PairFile, entry: Entry) -> Refused | None:
    """Return why the file as it stands does not take the entry."""
    match entry:
        case PairDecided():
            return first((_free(file), _other_pair(file, entry), _on_new_words(file, entry)))
        case DecisionUndone(line=line):
            return first((_free(file), _binding(file, line)))
        case SignatureRefused(proposal=line) if file.awaiting is None or file.awaiting.line != line:
            return Refused(code="no-such-proposal")
        case _:
            return None


def _free(file: PairFile) -> Refused | None:
    return (
        Refused(code="pair-awaits-signature", facts={"officer": file.awaiting.by}) if file.awaiting else None
    )


def _other_pair(file: PairFile, entry: PairDecided) -> Refused | None:
    said = file.binding
    return Refused(code="another-pair") if said is not None and pair_of(said) != pair_of(entry) else None


def _on_new_words(file: PairFile, entry: PairDecided) -> Refused | None:
    """A decision that binds is undone first; one on other words is decided anew, and stays on file."""
    decision = file.decision
    if decision is not None and decision.holds(entry.wanted.digest, entry.held.digest):
        return Refused(code="pair-decided-already", facts={"officer": decision.by})
    return None


def _binding(file: PairFile, line: int) -> Refused | None:
    if file.standing and file.standing[-1].number == line:
        return None
    return Refused(code="not-the-binding-decision", facts={"line": str(line)})
