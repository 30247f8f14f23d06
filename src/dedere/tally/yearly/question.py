"""The questions of the return, read from data with where each was read."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

FILE = Path(__file__).parent / "questions.toml"
Said = Mapping[str, str]  # a sentence by language


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One question, in the house's words.

    Attributes:
        side: ``requesting`` or ``requested``: as which this State answers.
        read: the published texts in which it was read that such a thing is asked; none: added by this house.
        measure: the measure that answers it; empty where the docket has nothing to answer with.
        missing: then why not, as a code.
    """

    id: str
    side: str
    text: Said
    read: tuple[str, ...]
    measure: str = ""
    missing: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Questionnaire:
    """The questions in order; ``checked`` says when they were held against the document, or is empty."""

    document: Said
    checked: str
    read: Mapping[str, Said]
    questions: tuple[Question, ...]


@cache
def questionnaire() -> Questionnaire:
    """The questionnaire that ships with the house."""
    told = tomllib.loads(FILE.read_text(encoding="utf-8"))
    return Questionnaire(
        document=told["document"],
        checked=told["checked"],
        read=told["read"],
        questions=tuple(Question(**each | {"read": tuple(each["read"])}) for each in told["question"]),
    )
