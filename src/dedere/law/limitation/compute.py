"""Lapse of time of one charge under one State's law: the finding, the last day, and how both came about."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache, partial

from dedere.law.casefile import CaseFile, ChargeFacts, Value
from dedere.law.clauses import SENTENCED
from dedere.law.library import Library
from dedere.law.limitation.accusation import accusation
from dedere.law.limitation.begin import NotEncoded
from dedere.law.limitation.diagram import Known, agreed, settling
from dedere.law.limitation.inquiry import Inquiry, Line, Missing
from dedere.law.limitation.rules import LimitationLaw
from dedere.law.limitation.sentence import sentence
from dedere.law.limitation.window import Window
from dedere.law.logic import Is
from dedere.law.logic.condition import walk
from dedere.words import Finding, State


@dataclass(frozen=True, slots=True, kw_only=True)
class Limitation:
    """Lapse of time under the law of one side.

    Attributes:
        side: ``requesting`` or ``requested``.
        law: the rules used; None where none is encoded for the State.
        stage: ``accusation`` or ``sentence``; empty where the person's status is not known.
        finding: met where the action or the penalty has lapsed on the day.
        window: the last day on which it had not, as far as the facts give it.
        needs: the smallest sets of facts that would settle an unknown.
        missing: the first fact that stopped the lines.
    """

    side: str
    state: State
    law: LimitationLaw | None
    finding: Finding
    stage: str = ""
    window: Window | None = None
    lines: tuple[Line, ...] = ()
    needs: tuple[frozenset[str], ...] = ()
    missing: str = ""

    @property
    def fact(self) -> str:
        """The fact of the vocabulary that it answers."""
        return f"time-barred-in-{self.side}"


def limitations(casefile: CaseFile, charge: ChargeFacts, library: Library) -> tuple[Limitation, Limitation]:
    """Lapse of time of one charge under both laws: that of the State that asks, then of the State asked."""
    sides = (("requesting", casefile.requesting), ("requested", casefile.requested))
    first, second = (limitation(casefile, charge, side, state, library) for side, state in sides)
    return first, second


def limitation(
    casefile: CaseFile, charge: ChargeFacts, side: str, state: State, library: Library
) -> Limitation:
    """Lapse of time of one charge under one law; unknown exactly where two completions disagree."""
    law = library.limitation.get(state, {}).get(side)
    if law is None:
        lines = (Line(code="no-law", facts={"state": state}),)
        return Limitation(side=side, state=state, law=None, finding=Finding.UNKNOWN, lines=lines)
    ask = partial(_inquiry, casefile, charge, law, library)
    known = {name: each.value for name, each in (*casefile.facts.items(), *charge.facts.items())}
    shown = ask(known)
    shown.writes = True
    missing = _shown(law, shown)
    run = partial(_run, law, ask)
    finding = agreed(run, known)
    return Limitation(
        side=side,
        state=state,
        law=law,
        finding=finding,
        stage=_stage(known),
        window=shown.window,
        lines=tuple(shown.lines),
        needs=settling(run, known) if finding is Finding.UNKNOWN else (),
        missing=missing,
    )


def _inquiry(
    casefile: CaseFile, charge: ChargeFacts, law: LimitationLaw, library: Library, known: Mapping[str, Value]
) -> Inquiry:
    facts = {**casefile.facts, **charge.facts}
    return Inquiry(
        known=known,
        on=casefile.on,
        vocabulary=library.asked(),
        events=tuple(event for event in casefile.events if event.charge in ("", charge.id)),
        named=_named(law),
        since=max((law.since, *(rule.since for rule in law.rules if rule.since))),
        sources={name: each.sources for name, each in facts.items()},
    )


@lru_cache(maxsize=16)
def _named(law: LimitationLaw) -> frozenset[tuple[str, Value]]:
    """The codes that the rules tell from the rest."""
    conditions = (SENTENCED, law.scope, *(rule.when for rule in law.rules))
    atoms = (atom for each in conditions for atom in walk(each) if isinstance(atom, Is))
    return frozenset((atom.fact, atom.value) for atom in atoms)


def lapsed(
    casefile: CaseFile, charge: ChargeFacts, law: LimitationLaw, library: Library
) -> tuple[bool, tuple[str, ...]] | None:
    """Whether it has lapsed, with the articles used; None where that cannot be said."""
    ask = partial(_inquiry, casefile, charge, law, library)
    known = {name: each.value for name, each in (*casefile.facts.items(), *charge.facts.items())}
    finding = agreed(partial(_run, law, ask), known)
    if finding is Finding.UNKNOWN:
        return None
    shown = ask(known)
    shown.writes = True
    _shown(law, shown)
    articles = dict.fromkeys(line.citation.article for line in shown.lines if line.citation)
    return finding is Finding.MET, tuple(articles)


def _run(law: LimitationLaw, ask: Callable[[Known], Inquiry], known: Known) -> Finding:
    return _found(law, ask(known))


def _found(law: LimitationLaw, ask: Inquiry) -> Finding:
    """The finding of one completion: unknown where no rule is encoded, or the text leaves it open."""
    try:
        return sentence(law, ask) if ask.holds(SENTENCED) else accusation(law, ask)
    except NotEncoded:
        return Finding.UNKNOWN


def _shown(law: LimitationLaw, ask: Inquiry) -> str:
    """Run on what is known alone, for its lines; the fact that stopped it, if one did."""
    try:
        _found(law, ask)
    except Missing as missing:
        return missing.fact
    return ""


def _stage(known: Mapping[str, Value]) -> str:
    held = SENTENCED.kleene(known)
    return "" if held is None else "sentence" if held else "accusation"
