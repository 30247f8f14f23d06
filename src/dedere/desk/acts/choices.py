"""Closed answers: where a field of an entry takes one of a few values, which ones, in this case."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from dedere.desk.wording import code, language, say, screens
from dedere.docket.case import Case
from dedere.docket.choices import CHOICES
from dedere.law.assurances.assurance import ABOUT
from dedere.law.assurances.questions import othman
from dedere.law.library import library
from dedere.words import Standing
from dedere.words.wording import codes

Row = tuple[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """The rows of a choice: value and words."""

    rows: list[Row]


def choices_for(entry_code: str, name: str, case: Case) -> Choices | None:
    """Return the choices of one field in this case; None where the field is free."""
    if (entry_code, name) in _WRITTEN_OUT:
        return None
    if codes_allowed := CHOICES.get((entry_code, name)):
        return Choices(rows=[(value, words_of(name, value)) for value in codes_allowed])
    maker = _OF_ENTRY.get((entry_code, name)) or _OF_FIELD.get(name)
    return Choices(rows=list(maker(case))) if maker else None


# The group whose words a coded field takes; a field that is not here has its words in this journey.
GROUPS = {
    "office": "office",
    "kind": "track",
    "basis": "track",
    "standing": "standing",
    "fact": "fact",
    "missing": "fact",
    "gate": "gate",
    "act": "act",
    "clock": "clock",
    "about": "assurance-about",
    "covers_person": "assurance-person",
    "form": "assurance-form",
    "text_of": "assurance-text",
    "change": "assurance-change",
    "purpose": "request-purpose",
}


def words_of(name: str, value: str) -> str:
    """Return the words of a code that stands in the field ``name``; free text is its own words."""
    own = f"acts.choice.{name.replace('_', '-')}-{value}"
    if own in screens().keys():  # noqa: SIM118
        return say(own)
    if name == "question":
        return next((each.text[language()] for each in othman().questions if each.id == value), value)
    return code(GROUPS[name], value) if name in GROUPS else value


def _group(group: str) -> Callable[[Case], Iterable[Row]]:
    """Offer every code of a shared group, in the order of its words."""

    def rows(_case: Case) -> Iterable[Row]:
        keys = sorted(key for key in codes().keys() if key.startswith(f"{group}."))  # noqa: SIM118
        values = (key.removeprefix(f"{group}.") for key in keys if key.count(".") == 1)
        return sorted(((value, code(group, value)) for value in values), key=lambda row: row[1].casefold())

    return rows


def _own(name: str, *values: str) -> Callable[[Case], Iterable[Row]]:
    """Offer codes whose words stand in this journey's wording."""
    return lambda _case: [(value, words_of(name, value)) for value in values]


def _charges(case: Case) -> Iterable[Row]:
    return [(charge.id, f"{charge.id}. {charge.title}") for charge in case.charges]


def _asked(case: Case) -> Iterable[Row]:
    return [(charge.id, f"{charge.id}. {charge.title}") for track in case.tracks for charge in track.asked]


def _standing_stays(case: Case) -> Iterable[Row]:
    return [(stay.id, f"{stay.id}, {stay.court}") for stay in case.standing_stays]


def _remedies(case: Case) -> Iterable[Row]:
    return [(remedy, remedy) for track in case.tracks for remedy in track.remedies]


def _undertakings(case: Case) -> Iterable[Row]:
    return [(given.id, f"{words_of('about', given.about)}, {given.giver}") for given in case.undertakings]


def _facts(_case: Case) -> Iterable[Row]:
    return sorted(((name, code("fact", name)) for name in library().facts), key=lambda row: row[1].casefold())


def _facts_on_file(case: Case) -> Iterable[Row]:
    return [(fact, code("fact", fact)) for fact in dict.fromkeys(known.fact for known in case.facts.values())]


def _lines(case: Case) -> Iterable[Row]:
    return [(str(line.number), f"{line.number}. {code('entry', line.entry.code)}") for line in case.lines]


def standings() -> list[Row]:
    """The standings a charge can have, with their words."""
    return [(standing.value, code("standing", standing)) for standing in Standing]


# These state charges anew rather than name those on file.
_WRITTEN_OUT = frozenset({("charges-stated", "charges"), ("speciality-consent-asked", "charges")})

_OF_ENTRY: dict[tuple[str, str], Callable[[Case], Iterable[Row]]] = {
    ("stay-lifted", "stay"): _standing_stays,
    ("remedy-decided", "remedy"): _remedies,
    ("undertaking-breached", "undertaking"): _undertakings,
    ("undertaking-changed", "undertaking"): _undertakings,
    ("assurance-question-answered", "undertaking"): _undertakings,
    ("speciality-consent-given", "charges"): _asked,
    ("speciality-consent-refused", "charges"): _asked,
    ("fact-disputed", "fact"): _facts_on_file,
    ("corrected", "line"): _lines,
}
_OF_FIELD: dict[str, Callable[[Case], Iterable[Row]]] = {
    "charge": _charges,
    "charges": _charges,
    "despite_stays": _standing_stays,
    "fact": _facts,
    "missing": _facts,
    "clock": _group("clock"),
    "about": _own("about", *ABOUT),
    "language": _own("language", "es", "en", "other"),
}
