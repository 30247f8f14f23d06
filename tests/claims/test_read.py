"""What a report says is proposed with the words it was read from: verbs, counts, days, States, persons."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.reported import DAY, claims, reading, values
from dedere.claims.claim import Attribute, Bound, SentenceKind
from dedere.claims.reading.read import read
from dedere.claims.reading.report import Report


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mexico extradited 12 prisoners to the United States.", ["extradited"]),
        ("They were not extradited but expelled to the United States.", ["not-extradited", "expelled"]),
        ("The men were transferred to the U.S. rather than extradited.", ["transferred", "not-extradited"]),
        ("No fue una extradición, sino una entrega a Estados Unidos.", ["not-extradited", "surrendered"]),
        ("Mexico is seeking the extradition of a former governor.", []),
        ("The bank transferred money from Mexico to the United States.", []),
        ("México podría extraditar a otros 10 presos a Estados Unidos.", []),
    ],
)
def test_a_verb_is_read_as_done_denied_or_not_at_all(text: str, expected: list[str]) -> None:
    assert values(text, Attribute.VERB) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mexico sent Ana Lucía Ferrer Montes and 28 others to the United States.", ["29"]),
        ("México trasladó a Ana Lucía Ferrer Montes y otros 28 reos a Estados Unidos.", ["29"]),
        ("México trasladó a veintinueve reos a Estados Unidos.", ["29"]),
        ("Mexico handed over two dozen prisoners to the United States.", ["24"]),
        ("Eleven of the 29 inmates were flown from Mexico to the United States.", ["29"]),
        ("The 29 prisoners killed 14 people before Mexico extradited them.", ["29"]),
        ("Mexico extradited a man who killed 14 people.", []),
    ],
)
def test_a_count_is_of_the_persons_handed_over(text: str, expected: list[str]) -> None:
    assert values(text, Attribute.COUNT) == expected


def test_a_count_says_how_exact_it_is() -> None:
    found = claims("Mexico deported more than 20 migrants to Honduras.", Attribute.COUNT)
    assert [(each.value, each.bound) for each in found] == [("20", Bound.AT_LEAST)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mexico extradited 12 prisoners on Thursday.", ["2025-02-27"]),
        ("México extraditó ayer a 12 presos.", ["2025-02-27"]),
        ("México extraditó el pasado viernes a 12 presos.", ["2025-02-21"]),
        ("Mexico extradited a man who was arrested in 2013.", []),
        ("México extraditó el 3 de enero a 12 presos.", ["2025-01-03"]),
    ],
)
def test_a_day_is_counted_from_the_day_of_the_report(text: str, expected: list[str]) -> None:
    assert values(text, Attribute.DATE) == expected


def test_the_day_of_the_report_is_read_from_its_dateline() -> None:
    text = "LIMA, March 4, 2024 (Agency) — Peru extradited a man to Italy on Monday."
    found = reading(text, on=None)
    assert str(found.on) == "2024-03-04"
    assert [each.value for each in found.claims if each.attribute is Attribute.DATE] == ["2024-03-04"]


@pytest.mark.parametrize(
    ("text", "giver", "receiver"),
    [
        ("Mexico extradited 12 prisoners to the United States.", "MX", "US"),
        ("Doce presos fueron trasladados de México a Estados Unidos.", "MX", "US"),
        ("Entrega México a EU a 12 presos.", "MX", "US"),
        ("Spanish authorities handed over two hackers to Italy.", "ES", "IT"),
        ("Doce presos fueron entregados a la justicia estadounidense por México.", "MX", "US"),
    ],
)
def test_who_gives_and_who_receives_is_told_apart(text: str, giver: str, receiver: str) -> None:
    assert values(text, Attribute.FROM_STATE) == [giver]
    assert values(text, Attribute.TO_STATE) == [receiver]


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("Ana Lucía Ferrer Montes was extradited.", ["C-1"]),
        ("Ana Ferrer Montes was extradited.", ["C-1"]),
        ("FERRER MONTES, Ana was extradited.", ["C-1"]),
        ("Prosecutors said Ferrer Montes was extradited.", ["C-1"]),
        ("Ferrer was extradited.", []),
        ("Prosecutors said Salcedo Ferrer was extradited.", []),
        ("Prosecutors said Rita Ferrer Montes was extradited.", []),
        ("Ana Lucía Ferrer Montes Rojas was extradited.", []),
        ("A woman called “La Notaria” was extradited.", ["C-1"]),
        ("A man called “El Faro” was extradited.", []),
        ("Rosa Campos Vela, “La Notaria”, was extradited.", []),
    ],
)
def test_a_person_is_matched_by_name_and_never_made_up(text: str, ids: list[str]) -> None:
    assert [each.id for each in claims(text, Attribute.PERSON, "en")] == ids


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Mexico extradited 12 prisoners to the United States.", SentenceKind.FACT),
        ("Mexico extradited 12 prisoners to the United States, officials said.", SentenceKind.REPORTED),
        ("Según la fiscalía, México extraditó a 12 presos.", SentenceKind.REPORTED),
        ("In an effort to avoid tariffs, Mexico extradited 12 prisoners.", SentenceKind.OPINION),
        ("México extraditó a 12 presos en un hecho histórico.", SentenceKind.OPINION),
        ("“Mexico extradited 12 prisoners to the United States.”", SentenceKind.REPORTED),
    ],
)
def test_a_sentence_says_it_is_reported_or_judges(text: str, kind: SentenceKind) -> None:
    assert {each.sentence_kind for each in reading(text).claims} == {kind}


def test_who_said_it_is_given_as_written() -> None:
    found = claims("Mexico extradited 12 prisoners, according to the foreign ministry.", Attribute.VERB)
    assert [each.by for each in found] == ["the foreign ministry"]


WORDS = """Mexico extradited extraditó 29 otros others presos prisoners not no fue were to a from de the
Thursday jueves ayer 1985 murder homicidio Ferrer Montes “La Notaria” " , . said según U.S. EU"""
TEXTS = st.one_of(
    st.text(max_size=400),
    st.lists(st.sampled_from(WORDS.split()), max_size=40).map(" ".join),
)


@given(TEXTS, st.sampled_from(["en", "es"]))
def test_any_text_is_read_the_same_twice_and_every_span_lies_in_it(text: str, language: str) -> None:
    asked = Report(text=text, headline=0, language=language, on=DAY)
    found = read(asked)
    assert found == read(asked)
    for claim in found.claims:
        words = text[claim.start : claim.end]
        assert words
        assert words == words.strip()
