"""One clause as a row: article, text in both languages, how it stands, proof, who decides, why."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from django.urls import reverse

from dedere.desk.case.proof import proof
from dedere.desk.frame.citations import cite
from dedere.desk.wording import code, language, say
from dedere.docket.case import Case
from dedere.law.assessment import ClauseFinding, Combined, Effect
from dedere.law.library import library
from dedere.words import Finding


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One clause in words.

    ``needs`` are the smallest sets of facts that could settle an unknown, each fact as code and
    words; ``disputed`` names facts on file that somebody contests.
    """

    instrument: str
    clause: str
    article: str
    text: str
    other_text: str
    stands: str
    tone: str
    in_point: bool
    decides: str
    checked: str
    reading: str
    because: str
    why: list[tuple[int, str, str]]
    needs: list[list[tuple[str, str]]] = field(default_factory=list)
    missing: tuple[str, ...] = ()
    cures: list[str] = field(default_factory=list)
    evidence: list[tuple[str, str]] = field(default_factory=list)
    charges: list[str] = field(default_factory=list)
    disputed: list[str] = field(default_factory=list)
    charge: str = ""
    beyond: tuple[str, str] | None = None


# Kinds whose finding has a page of its own, by the page's words and address.
_BEYOND = {
    "lapse-of-time": ("bothlaws.limitation", "bothlaws:limitation"),
    "extraditable-offence": ("bothlaws.worksheet", "bothlaws:worksheet"),
    "inchoate-offence": ("bothlaws.worksheet", "bothlaws:worksheet"),
    "dual-criminality": ("bothlaws.worksheet", "bothlaws:worksheet"),
}


def row(case: Case, found: ClauseFinding, *, combined: Combined | None = None, charge: str = "") -> Row:
    """Return the row of a clause for one charge, or for all where ``combined`` is given."""
    finding = combined.finding if combined else found.finding
    clause = library().clause(found.citation.instrument, found.clause)
    asked = {fact for need in found.needs for fact in need}
    disputed = [known.fact for known in case.facts.values() if known.disputed and known.fact in asked]
    stands, tone = standing(found.effect, finding, disputed=bool(disputed))
    return Row(
        instrument=found.citation.instrument,
        clause=found.clause,
        article=cite(found.citation.instrument, found.citation.article),
        text=clause.text[language()],
        other_text=clause.text["en" if language() == "es" else "es"],
        stands=stands,
        tone=tone,
        in_point=finding is not Finding.NOT_IN_POINT,
        decides=code("decider", found.decider),
        checked=found.citation.checked,
        reading=clause.reading.get(language(), ""),
        because=found.because,
        why=[(min(each.depth, 4), each.text, code("finding", each.finding)) for each in found.reasons],
        needs=[[(fact, code("fact", fact)) for fact in sorted(need)] for need in found.needs],
        missing=tuple(sorted(asked)),
        cures=[code("fact", cure) for cure in found.cures],
        evidence=[proof(case, source) for source in _sources(case, found)],
        charges=list(_by_charge(combined)) if combined else [],
        disputed=[code("fact", fact) for fact in dict.fromkeys(disputed)],
        charge=charge,
        beyond=_beyond(case, found.kind),
    )


def _beyond(case: Case, kind: str) -> tuple[str, str] | None:
    """The page that shows what a finding of this kind came from, if it has one."""
    if kind not in _BEYOND:
        return None
    words, address = _BEYOND[kind]
    return say(words), reverse(address, args=[case.number])


def standing(effect: Effect, finding: Finding, *, disputed: bool) -> tuple[str, str]:
    """Return how a clause stands, in the words of its effect, and the tone of its chip."""
    if disputed:
        return say("requirements.disputed"), "open"
    key, tone = _SAID.get((_BEARING.get(effect, "rule"), finding), _ALWAYS[finding])
    return say(f"requirements.{key}"), tone


_BEARING = {
    Effect.REQUIREMENT: "need",
    Effect.DOCUMENT: "need",
    Effect.SCOPE: "need",
    Effect.MANDATORY_BAR: "bar",
    Effect.STAY: "bar",
    Effect.DISCRETION: "discretion",
    Effect.NO_PROVISION: "none",
}
_ALWAYS = {
    Finding.MET: ("applies", "info"),
    Finding.NOT_MET: ("applies-not", "quiet"),
    Finding.UNKNOWN: ("missing", "open"),
    Finding.NOT_IN_POINT: ("not-in-point", "quiet"),
}
_SAID = {
    ("need", Finding.MET): ("met", "good"),
    ("need", Finding.NOT_MET): ("not-met", "stop"),
    ("bar", Finding.MET): ("bars", "stop"),
    ("bar", Finding.NOT_MET): ("bars-not", "good"),
    ("discretion", Finding.MET): ("open", "warn"),
    ("discretion", Finding.NOT_MET): ("not-open", "quiet"),
    ("none", Finding.MET): ("no-provision", "warn"),
}


def _sources(case: Case, found: ClauseFinding) -> tuple[str, ...]:
    """Return what proves the finding; a stay's proof is that of the stays themselves."""
    named = [source for each in found.reasons for source in each.sources]
    if found.effect is Effect.STAY and found.finding is Finding.MET:
        named += [source for stay in case.standing_stays for source in stay.sources]
    return tuple(dict.fromkeys(named))


def _by_charge(combined: Combined) -> Iterable[str]:
    """Say which charges come out how, where they do not all come out alike."""
    parts = {
        "met": combined.met,
        "not-met": combined.not_met,
        "unknown": combined.unknown,
        "not-in-point": combined.not_in_point,
    }
    told = {key: [charge for charge in charges if charge] for key, charges in parts.items()}
    if sum(bool(charges) for charges in told.values()) < 2:
        return
    for key, charges in told.items():
        if charges:
            yield say(f"requirements.by-charge-{key}", charges=", ".join(charges))
