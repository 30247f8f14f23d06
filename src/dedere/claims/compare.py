"""What a report claims, beside what stands: supported, contested, contradicted, unsupported or opinion."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum

from dedere.claims.attributes import attributes
from dedere.claims.claim import Attribute, Claim, SentenceKind
from dedere.claims.meaning import Meaning, key_of, meaning
from dedere.claims.reconcile import Question, Reconciled, reconciled
from dedere.claims.reconcile.positions import Position
from dedere.claims.said import Event, Said

RECENT = timedelta(days=60)  # a report that names no day is taken to be of the latest event so long before it
ENOUGH = 2  # independent sources that keep a position in question


class Verdict(str, Enum):
    """How a claim of a report stands to what is known."""

    SUPPORTED = "supported"
    CONTESTED = "contested"
    CONTRADICTED = "contradicted"
    UNSUPPORTED = "unsupported"
    OPINION = "opinion"


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """A verdict, the event compared with, the sources it rests on; ``stands`` is the best supported value."""

    verdict: Verdict
    event: str = ""
    stands: str = ""
    against: tuple[str, ...] = ()


class Known:
    """Events and the answers to what sources say of them, ready to be compared with."""

    def __init__(self, events: Iterable[Event], claims: Iterable[Said]) -> None:
        self.events = tuple(events)
        self.answers = reconciled(claims, self.events)
        self._by_question = {each.question: each for each in self.answers}

    def answer(self, event: str, claim: Claim) -> Reconciled | None:
        """The answer to the question that a claim of a report is about, if it was raised."""
        about = attributes()[claim.attribute.value]
        value = claim.id or claim.value
        among = key_of(about.kind, value) if about.many else ""
        return self._by_question.get(Question(event=event, attribute=claim.attribute.value, among=among))


def compared(claims: Sequence[Claim], on: date | None, known: Known) -> list[Compared]:
    """Compare each claim of a report of day ``on`` with what stands, in the order of the claims."""
    event, by_sentence = _events(claims, on, known.events)
    return [_compared(claim, by_sentence.get(claim.sentence, event), known) for claim in claims]


def _events(
    claims: Sequence[Claim], on: date | None, events: Sequence[Event]
) -> tuple[str, Mapping[int, str]]:
    """The event that a report is about, and the event of each sentence that names the day of one."""
    days = {event.on.isoformat(): event.id for event in events}
    dated = {claim.sentence: days[claim.value] for claim in _dates(claims) if claim.value in days}
    if dated:
        tally: dict[str, int] = defaultdict(int)
        for found in dated.values():
            tally[found] += 1
        return max(tally, key=lambda id: (tally[id], id)), dated
    recent = [each for each in events if on and timedelta() <= on - each.on <= RECENT]
    return (max(recent, key=lambda each: each.on).id if recent else ""), dated


def _dates(claims: Sequence[Claim]) -> Iterator[Claim]:
    return (claim for claim in claims if claim.attribute is Attribute.DATE)


def _compared(claim: Claim, event: str, known: Known) -> Compared:
    if claim.sentence_kind is SentenceKind.OPINION:
        return Compared(verdict=Verdict.OPINION)
    answer = known.answer(event, claim) if event else None
    if answer is None:
        return Compared(verdict=Verdict.UNSUPPORTED, event=event)
    return _against(answer, _meaning(claim), event)


def _meaning(claim: Claim) -> Meaning:
    kind, value = attributes()[claim.attribute.value].kind, claim.id or claim.value
    return meaning(kind, value, bound=claim.bound, negated=claim.negated)


def _against(answer: Reconciled, said: Meaning, event: str) -> Compared:
    best = answer.best
    if best and said.fits(best.meaning):
        return _told(Verdict.SUPPORTED, answer, event)
    others = [each for each in answer.positions if each is not best]
    taken = [each for each in others if said.fits(each.meaning)]
    if any(map(_held, taken)) or (taken and best is None and len(others) > 1):
        return _told(Verdict.CONTESTED, answer, event, *taken)
    if best or any(map(_held, others)):
        return _told(Verdict.CONTRADICTED, answer, event, *(() if best else others))
    return _told(Verdict.UNSUPPORTED, answer, event)


def _told(verdict: Verdict, answer: Reconciled, event: str, *others: Position) -> Compared:
    best = answer.best
    cited = (source for each in others for claim in each.held for source in claim.cited)
    return Compared(
        verdict=verdict,
        event=event,
        stands="" if best is None else f"not-{best.value}" if best.negated else best.value,
        against=tuple(dict.fromkeys((*answer.sources, *cited))),
    )


def _held(position: Position) -> bool:
    """Whether a position that is not the best is still in question: a party holds it, or two sources do."""
    return bool(position.parties) or len(position.origins) >= ENOUGH
