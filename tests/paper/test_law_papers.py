"""What the law room prints: a lawyer's sheet of an instrument, in either language."""

from __future__ import annotations

from pathlib import Path

import pytest

from dedere.law.library import library
from dedere.law.sheet import cases_of
from dedere.press.instrument import instrument_pdf
from paper.printed import Printed

import cast

CASES = Path(__file__).parents[1] / "cases"


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("es", ("Artículo 11(3)", "Aún no cotejado con el texto oficial", "Casos que la prueban")),
        ("en", ("Article 11(3)", "Not yet checked against the official text", "Cases that test it")),
    ],
)
def test_a_sheet_has_every_article_both_texts_what_was_read_and_the_cases(
    language: str, words: tuple[str, ...]
) -> None:
    treaty = library().instruments["us-mx-1978"]
    named = list(cases_of(treaty, [CASES]))
    paper = Printed(instrument_pdf(treaty, library(), language, named, at=cast.NOON))
    for each in (*words, "provisional" if language == "es" else "provisional arrest", treaty.digest):
        assert each in paper.text
    for title in [title for _, title, expected in named if expected.article][:20]:
        assert title[language] in paper.text
    for clause in treaty.clauses:
        assert clause.citation.article in paper.text
    assert str(paper.reader.root_object["/Lang"]).startswith(language)
