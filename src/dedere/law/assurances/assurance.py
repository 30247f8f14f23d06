"""An assurance is an object of its own, never a yes: who, to whom, on what, from when, until when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

AUTHORITY = ("stated", "proved", "not-shown")
FORMS = ("note", "letter", "statement")
TEXTS = ("original", "translation", "paraphrase", "report")
COVERED = ("covered", "not-covered", "not-known")
CHANGES = ("confirmed", "withdrawn", "breached", "fulfilled")
# What an assurance is about, and the fact of the vocabulary that one which cures settles.
SETTLES = {
    "death-penalty": "assurance-against-death",
    "life-sentence": "assurance-against-life",
    "unusual-penalty": "assurance-against-unusual-penalty",
    "reciprocity": "undertaking-reciprocity",
    "speciality": "undertaking-speciality",
    "competent-court": "undertaking-competent-court",
    "defence-heard": "undertaking-defence-heard",
    "onward-extradition": "undertaking-no-onward-extradition",
    "judgment-copy": "undertaking-copy-of-judgment",
}
ABOUT = (*SETTLES, "return", "treatment", "other")


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What became of it later: a code of ``CHANGES``, the day, what was said, and the sources."""

    kind: str
    on: date
    note: str = ""
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """The answer to one question about its quality, in words, with its sources; never a score."""

    question: str
    answer: str
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Assurance:
    """One assurance.

    Attributes:
        about: a code of ``ABOUT``.
        giver: the office that gave it; a person is named by their office only.
        authority: whether it is ``stated`` or ``proved`` that the office can bind its State, by the
            provision in ``authority_by``, or ``not-shown``.
        addressee: to whom it was given.
        person: whether it covers this person; ``not-known`` where no paper shows it.
        charges: the charges it covers; none named covers all.
        given_on: the day it was given; it stands from ``begins_on`` where that is another day, and
            up to and with ``until``.
        text_of: whose words ``text`` are, a code of ``TEXTS``; ``form`` a code of ``FORMS``.
    """

    id: str
    about: str
    giver: str
    given_on: date
    authority: str = "not-shown"
    authority_by: str = ""
    addressee: str = ""
    person: str = "covered"
    charges: tuple[str, ...] = ()
    begins_on: date | None = None
    until: date | None = None
    conditions: str = ""
    text: str = ""
    text_of: str = ""
    form: str = ""
    changes: tuple[Change, ...] = ()
    answers: tuple[Answer, ...] = ()
    sources: tuple[str, ...] = ()
