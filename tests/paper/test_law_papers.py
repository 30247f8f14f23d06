"""What the law room prints: a lawyer's sheet of an instrument, in either language."""

from __future__ import annotations

from pathlib import Path

import pytest

from dedere.law.library import library
from dedere.law.readcase import read_case
from dedere.law.sheet import cases_of
from dedere.press.assessment import assessment_pdf
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


@pytest.mark.parametrize(
    ("language", "words"),
    [
        (
            "es",
            (
                "nunca una decisión",
                "Cargo 1",
                "pena inadmisible",
                "Se levanta con",
                "Queda así por: Artículo 22",
                "Tratado de 1978",
            ),
        ),
        (
            "en",
            (
                "never a decision",
                "Charge 1",
                "penalty barred",
                "Lifted by",
                "It stands so by: Article 22",
                "1978 Treaty",
            ),
        ),
    ],
)
def test_an_assessment_is_printed_with_its_articles_reasons_deciders_and_digests(
    language: str, words: tuple[str, ...]
) -> None:
    casefile = read_case(CASES / "t08-capital-no-assurance.toml")
    paper = Printed(assessment_pdf(casefile, library(), language, at=cast.NOON))
    for each in words:
        assert each in paper.text
    assert library().instruments["us-mx-1978"].digest[:16] in paper.text
    assert assessment_pdf(casefile, library(), language, at=cast.NOON) == paper.content
