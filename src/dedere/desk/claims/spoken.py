"""What is said of an event in words: the question, the value as its kind is written, who says it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from dedere.claims.attributes import Kind, attributes
from dedere.claims.claim import Bound
from dedere.claims.reconcile import Question
from dedere.claims.said import DOCKET, Said
from dedere.desk.frame.dates import partial
from dedere.desk.wording import code, language, say, state
from dedere.words import Source

_GROUPS = {Kind.TRACK: "claim-verb", Kind.CODE: "claim-value"}
_STATES = ("from_state", "to_state")


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """Who says a thing: the speaker or the outlet, how near the text stands, its day, its own words.

    ``record`` is the docket's number where the docket itself says it; ``sources`` are to be looked up.
    """

    who: str
    tier: str
    on: str
    words: str
    record: str
    sources: tuple[str, ...]


def voices(claims: Iterable[Said], outlets: Mapping[str, Source]) -> list[Voice]:
    """Return who makes these claims, each once, States and speakers that are named first."""
    told = {(claim.cited, claim.speaker): voice(claim, outlets) for claim in claims}
    return sorted(told.values(), key=lambda each: (not each.record, not each.sources))


def voice(claim: Said, outlets: Mapping[str, Source]) -> Voice:
    """Return who makes a claim."""
    docket = claim.tier == DOCKET
    outlet = outlets.get(claim.source)
    return Voice(
        who=say("claims.docket") if docket else claim.speaker or (outlet.outlet if outlet else ""),
        tier="" if docket else code("source-tier", claim.tier),
        on=partial(claim.on, language()) if claim.on and not docket else "",
        words="" if docket else claim.words,
        record=claim.cited[0] if docket else "",
        sources=claim.cited[1:] if docket else claim.cited,
    )


def question(asked: Question, names: Mapping[str, str]) -> str:
    """Return the question in words, with the person or place that it is about."""
    about = names.get(asked.about, asked.about)
    return code("claim", asked.attribute) + (f" · {about}" if about else "")


def value(claim: Said, names: Mapping[str, str]) -> str:
    """Return what a claim says, in words: ``at least 65``, ``not extradited``, a person by name."""
    words = names.get(claim.value) or words_of(claim.attribute, claim.value)
    return bounded(words, claim.bound, negated=claim.negated)


def bounded(words: str, bound: Bound, *, negated: bool) -> str:
    """Return a value's words with its limit, and as denied where it is."""
    limited = words if bound is Bound.EXACT else say(f"claims.bound.{bound.value}", value=words)
    return say("claims.not", value=limited) if negated else limited


def words_of(attribute: str, value: str) -> str:
    """Return a value in words where it is a code, a day as days are written, else as it is."""
    if attribute in _STATES:
        return state(value)
    kind = attributes()[attribute].kind
    if kind is Kind.DAY:
        return partial(value, language())
    group = _GROUPS.get(kind)
    return code(group, value) if group else value
