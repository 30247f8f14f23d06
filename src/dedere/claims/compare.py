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
        self._answers = {each.question: each for each in reconciled(claims, self.events)}

    def answer(self, event: str, claim: Claim) -> Reconciled | None:
        """The answer to the question that a claim of a report is about, if it was raised."""
        about = attributes()[claim.attribute.value]
        value = claim.id or claim.value
        among = key_of(about.kind, value) if about.many else ""
        return self._answers.get(Question(event=event, attribute=claim.attribute.value, among=among))


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
    if answer is None or not (answer.best or answer.positions):
        return Compared(verdict=Verdict.UNSUPPORTED, event=event)
    return _against(answer, _meaning(claim), event)


def _meaning(claim: Claim) -> Meaning:
    kind, value = attributes()[claim.attribute.value].kind, claim.id or claim.value
    return meaning(kind, value, bound=claim.bound, negated=claim.negated)


def _against(answer: Reconciled, said: Meaning, event: str) -> Compared:
    best = answer.best
    stands = f"not-{best.value}" if best and best.negated else best.value if best else ""
    if best and said.fits(best.meaning):
        return Compared(verdict=Verdict.SUPPORTED, event=event, stands=stands, against=answer.sources)
    taken = [each for each in answer.positions if each is not best and said.fits(each.meaning)]
    if taken and (best is None or any(map(_held, taken))):
        cited = tuple(dict.fromkeys((*answer.sources, *(each for one in taken for each in _cited(one)))))
        verdict = Verdict.CONTESTED if len(answer.positions) > 1 else Verdict.UNSUPPORTED
        return Compared(verdict=verdict, event=event, stands=stands, against=cited)
    if best is None:
        return Compared(verdict=Verdict.UNSUPPORTED, event=event)
    return Compared(verdict=Verdict.CONTRADICTED, event=event, stands=stands, against=answer.sources)


def _held(position: Position) -> bool:
    """Whether a position that is not the best is still in question: a party holds it, or two sources do."""
    return bool(position.parties) or len(position.origins) >= ENOUGH


def _cited(position: Position) -> Iterator[str]:
    return (source for claim in position.held for source in claim.cited)
