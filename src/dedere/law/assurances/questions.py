"""The questions that a court puts to an assurance, from a data file: a checklist, never a score."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from dedere.law.assurances.assurance import Answer, Assurance
from dedere.law.library import PACKAGED, UnreadableTreaty
from dedere.law.table import open_table


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One question, in both languages, and its place in the judgment."""

    id: str
    place: str
    text: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Checklist:
    """A court's questions, in its order, with the judgment and whether the text was checked."""

    id: str
    title: Mapping[str, str]
    judgment: str
    checked: str
    sources: tuple[str, ...]
    questions: tuple[Question, ...]


Row = tuple[Question, Answer | None]


@lru_cache(maxsize=1)
def othman() -> Checklist:
    """The eleven questions of Othman (Abu Qatada) v. the United Kingdom, paragraph 189."""
    table, _ = open_table(PACKAGED / "othman.toml", UnreadableTreaty)
    checklist = Checklist(
        id=table.word("id"),
        title=table.text("title"),
        judgment=table.word("judgment"),
        checked=table.word("checked", ""),
        sources=table.words("source"),
        questions=tuple(
            Question(id=row.word("id"), place=row.word("place"), text=row.text("text"))
            for row in table.tables("question")
        ),
    )
    table.close()
    return checklist


def asked(assurance: Assurance) -> tuple[Row, ...]:
    """Each question with its last answer; None where it is open."""
    answers = {each.question: each for each in assurance.answers}
    return tuple((question, answers.get(question.id)) for question in othman().questions)
