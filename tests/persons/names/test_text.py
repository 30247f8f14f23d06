"""Whatever was done to a text, it comes out as words in plain capitals."""

import polars as pl
import pytest

from dedere.persons.names.text import cleaned, readable, told


def read(text: str) -> str:
    texts = readable(pl.Series("text", [text]))
    return texts.to_frame().select(told(cleaned(pl.col("text")))).item().strip()


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("Érick  Núñez-Güémez", "ERICK NUNEZ GUEMEZ"),
        ("MUÃ‘OZ PE?A", "MUNOZ PENA"),
        ("MU#OZ GARC?A", "MUNOZ GARCIA"),
        ("GONZ�LEZ", "GONZALEZ"),
        ("CASTA&NTILDE;EDA", "CASTANEDA"),
        ("M.ª Rosa", "MA ROSA"),
        ("D'Angelo O’Farril", "DANGELO OFARRIL"),
        ("Tello, Rosa", "TELLO, ROSA"),
        ("De la O Cepeda", "DELAO CEPEDA"),
        ("San Martín", "SANMARTIN"),
        ("FNU Tello", "TELLO"),
        ("Sin apellido", ""),
        ("Z-40 Delta 1 El 85", "Z40 DELTA1 EL 85"),
        ("Сергей Иванов", "SERGEY IVANOV"),
        ("王小明", "WANG XIAOMING"),
    ],
)
def test_a_text_is_read_as_words(written, words):
    assert read(written) == words
