"""The smallest changes by which a clause would come out otherwise, each tried by assessing again."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from dedere.law.assess import UNSTATED, assess
from dedere.law.assessment import ChargeAssessment, ClauseFinding
from dedere.law.assurances.settle import assured
from dedere.law.casefile import CaseFile, ChargeFacts, Known, Value
from dedere.law.counterfactual.witness import Values, witness
from dedere.law.given import given_facts
from dedere.law.instrument import Clause
from dedere.law.library import Library
from dedere.law.logic import Condition
from dedere.law.logic.exact import Literals, shortest
from dedere.words import Finding

MOST = 12  # of each finding; the smallest first
OPEN_TO = ("assurance", "paper", "consent", "fact")
_KINDS = {
    "documents": "paper",
    "channel": "paper",
    "provisional-arrest": "paper",
    "consents": "consent",
    "simplified-surrender": "consent",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One thing that would be otherwise.

    Attributes:
        literal: the condition that would hold, of one fact or of one comparison.
        values: the instance that was tried.
        known: whether the case says otherwise now; else it says nothing of it.
        open_to: what a State or the person can still bring about: ``assurance``, ``paper``,
            ``consent``; ``fact`` is what simply is so or not.
    """

    literal: Condition
    values: Values
    known: bool
    open_to: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Counterfactual:
    """With these changes, and no fewer, the clause comes to ``finding``, and the charge stands so."""

    finding: Finding
    changes: tuple[Change, ...]
    standing: str


def otherwise(
    casefile: CaseFile, library: Library, *, instrument: str, clause: str, charge: str = ""
) -> tuple[Counterfactual, ...]:
    """Every smallest change that was tried and came out so, the fewest changes first.

    Raises KeyError where the instrument has no such clause, or the case no such charge. None for a
    clause that is not in point whatever the facts.
    """
    asked = library.clause(instrument, clause)
    casefile = assured(casefile)
    now = _charge(casefile, library, charge)
    found = _found(now, instrument, clause)
    if found is None or found.beside:
        return ()
    values = _values(casefile, charge)
    return tuple(
        tried
        for finding in (Finding.MET, Finding.NOT_MET, Finding.NOT_IN_POINT)
        if finding is not found.finding
        for tried in _tried(casefile, library, asked, charge, values, finding)
    )


def apply(casefile: CaseFile, library: Library, charge: str, values: Values) -> CaseFile:
    """The case with these values in place of its own: of the charge named, of the person or the request."""
    about = {fact: library.asked()[fact].about for fact in values}
    own = {fact: Known(value=value) for fact, value in values.items() if about[fact] == "charge"}
    shared = {fact: Known(value=value) for fact, value in values.items() if about[fact] != "charge"}
    charges = tuple(
        replace(each, facts={**each.facts, **own}) if each.id == charge else each
        for each in casefile.charges or UNSTATED
    )
    return replace(casefile, facts={**casefile.facts, **shared}, charges=charges)


def _tried(
    casefile: CaseFile, library: Library, clause: Clause, charge: str, values: Values, finding: Finding
) -> Iterator[Counterfactual]:
    missing = _missing(_shortest(library, clause)[finding], values)
    for literals in missing[:MOST]:
        changes = _changes(literals, values, library)
        if changes:
            standing = _comes_to(casefile, library, clause, charge, changes, finding)
            if standing:
                yield Counterfactual(finding=finding, changes=changes, standing=standing)


@lru_cache(maxsize=1024)
def _shortest(library: Library, clause: Clause) -> Mapping[Finding, tuple[Literals, ...]]:
    found = shortest(clause.question, library.asked())
    return {finding: found.get(finding, ()) for finding in Finding}


def _missing(ways: Sequence[Literals], values: Values) -> list[Literals]:
    """Of each way what does not hold yet; none that contains another, the smallest first."""
    open_ = {tuple(each for each in way if each.kleene(values) is not True) for way in ways}
    kept: list[Literals] = []
    for way in sorted(open_, key=lambda each: (len(each), str(each))):
        if way and not any(set(smaller) <= set(way) for smaller in kept):
            kept.append(way)
    return kept


def _changes(literals: Literals, values: Values, library: Library) -> tuple[Change, ...]:
    """Each literal with an instance; none where one of them can have none, or two move one fact apart."""
    told: dict[str, Value] = {}
    changes: list[Change] = []
    for literal in literals:
        moved = witness(literal, {**values, **told}, library.asked())
        if moved is None or any(told.get(fact, value) != value for fact, value in moved.items()):
            return ()
        told.update(moved)
        known = literal.kleene(values) is False
        changes.append(Change(literal=literal, values=moved, known=known, open_to=_open_to(library, moved)))
    return tuple(changes)


def _open_to(library: Library, values: Values) -> str:
    """What would be brought about; that a paper or an assurance is not there simply is so."""
    kinds = open_to(library)
    found = {
        "fact" if value is False and kinds.get(fact) != "consent" else kinds.get(fact, "fact")
        for fact, value in values.items()
    }
    return found.pop() if len(found) == 1 else "fact"


@lru_cache(maxsize=32)
def open_to(library: Library) -> Mapping[str, str]:
    """What a fact is open to, by the clauses that ask it: assurance, paper or consent."""
    found: dict[str, str] = {}
    for instrument in library.instruments.values():
        for clause in instrument.clauses:
            found.update(dict.fromkeys(clause.cures, "assurance"))
            kind = _KINDS.get(clause.kind)
            for fact in clause.question.facts if kind else ():
                if library.asked()[fact].type == "yes-no":
                    found.setdefault(fact, kind or "")
    return found


def _comes_to(
    casefile: CaseFile,
    library: Library,
    clause: Clause,
    charge: str,
    changes: Sequence[Change],
    finding: Finding,
) -> str:
    """The standing then, where all the changes give the finding and no fewer do; else nothing."""
    every = _assessed(casefile, library, clause, charge, changes)
    if every[0] is not finding:
        return ""
    for left_out in range(len(changes)) if len(changes) > 1 else ():
        fewer = [*changes[:left_out], *changes[left_out + 1 :]]
        if _assessed(casefile, library, clause, charge, fewer)[0] is finding:
            return ""
    return every[1]


def _assessed(
    casefile: CaseFile, library: Library, clause: Clause, charge: str, changes: Sequence[Change]
) -> tuple[Finding | None, str]:
    values = {fact: value for change in changes for fact, value in change.values.items()}
    then = _charge(apply(casefile, library, charge, values), library, charge)
    found = _found(then, clause.citation.instrument, clause.id)
    return (found.finding if found else None), then.standing


def _charge(casefile: CaseFile, library: Library, charge: str) -> ChargeAssessment:
    found = assess(casefile, library).charges
    try:
        return next(each for each in found if each.id == charge)
    except StopIteration:
        raise KeyError(charge) from None


def _found(charge: ChargeAssessment, instrument: str, clause: str) -> ClauseFinding | None:
    return next(
        (each for each in charge.findings if (each.citation.instrument, each.clause) == (instrument, clause)),
        None,
    )


def _values(casefile: CaseFile, charge: str) -> Values:
    own: ChargeFacts | None = next((each for each in casefile.charges if each.id == charge), None)
    facts = {**given_facts(casefile), **(own.facts if own else {})}
    return {name: known.value for name, known in facts.items()}
