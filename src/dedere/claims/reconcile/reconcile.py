"""Claims grouped by event and attribute, and each question answered by the stated rules."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import combinations

from dedere.claims.attributes import About, attributes
from dedere.claims.claim import SentenceKind
from dedere.claims.meaning import key_of
from dedere.claims.reconcile.outcome import Outcome, Question, Reconciled
from dedere.claims.reconcile.positions import Position, positions
from dedere.claims.reconcile.rules import Rule, decided, own_act
from dedere.claims.said import Event, Said

ENOUGH = 2  # independent sources that bear a thing out between them


def reconciled(claims: Iterable[Said], events: Iterable[Event]) -> tuple[Reconciled, ...]:
    """Answer every question that claims raise about known events; what is contested comes first.

    The answers do not depend on the order of the claims. Claims of unknown attributes or events are left out;
    UnreadableValue where a value is not of its attribute's kind.
    """
    known = {event.id: event for event in events}
    questions: dict[Question, list[Said]] = defaultdict(list)
    for claim in claims:
        if claim.event in known and claim.attribute in attributes():
            questions[question_of(claim)].append(claim)
    answers = [reconcile(each, said, known[each.event]) for each, said in questions.items()]
    return tuple(sorted(answers, key=lambda each: (_ORDER[each.outcome], _place(each), each.question)))


def question_of(claim: Said) -> Question:
    """Return the question that a claim answers."""
    about = attributes()[claim.attribute]
    return Question(
        event=claim.event,
        attribute=claim.attribute,
        about=claim.about,
        among=key_of(about.kind, claim.value) if about.many else "",
    )


def reconcile(question: Question, claims: Sequence[Said], event: Event) -> Reconciled:
    """Answer one question from the claims on it."""
    about = attributes()[question.attribute]
    taken_back = {claim.corrects for claim in claims if claim.corrects}
    aside = tuple(sorted((each for each in claims if _aside(each, taken_back)), key=lambda each: each.id))
    counted = [claim for claim in claims if claim not in aside]
    found = positions(counted, about.kind)
    outcome, best, rule = _outcome(found, event, about, corrected=bool(taken_back))
    ranked = sorted(found, key=lambda each: (each is not best, -len(each.origins), each.negated, each.value))
    return Reconciled(
        question=question, outcome=outcome, positions=tuple(ranked), best=best, rule=rule, aside=aside
    )


def _aside(claim: Said, taken_back: set[str]) -> bool:
    return claim.kind is SentenceKind.OPINION or claim.id in taken_back


def _outcome(
    found: Sequence[Position], event: Event, about: About, *, corrected: bool
) -> tuple[Outcome, Position | None, Rule | None]:
    if not found:
        return Outcome.UNSUPPORTED, None, None
    best, rule = decided(found, event, about) or (None, None)
    if not _all_fit(found):
        return Outcome.CONTESTED, best, rule
    best = best or max(found, key=lambda each: (len(each.origins), each.on_docket))
    if not _borne_out(best, event, about):
        return Outcome.UNSUPPORTED, None, None
    return Outcome.AGREED, best, Rule.LATER_CORRECTION if corrected else None


def _all_fit(found: Sequence[Position]) -> bool:
    return all(one.meaning.fits(other.meaning) for one, other in combinations(found, 2))


def _borne_out(only: Position, event: Event, about: About) -> bool:
    """Whether what nobody disputes has more than one voice: two sources, the docket, or whose act it is."""
    own = not about.judged and bool(own_act([only], event, about))
    return len(only.origins) >= ENOUGH or only.on_docket or own


_ORDER = {Outcome.CONTESTED: 0, Outcome.AGREED: 1, Outcome.UNSUPPORTED: 2}
_PLACES = {code: place for place, code in enumerate(attributes())}


def _place(answer: Reconciled) -> int:
    return _PLACES[answer.question.attribute]
