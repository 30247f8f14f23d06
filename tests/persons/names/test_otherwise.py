"""What else a person is called, written after the name, becomes an alias and leaves the name alone."""

import polars as pl
import pytest

from dedere.persons.names.otherwise import called, otherwise


@pytest.mark.parametrize(
    ("written", "name", "others"),
    [
        ("GILBERTO PEÑA ALIAS EL ZURDO", "GILBERTO PEÑA", ["EL ZURDO"]),
        ("Gilberto Peña (a) El Zurdo", "Gilberto Peña", ["El Zurdo"]),
        ('Gilberto Peña "El Zurdo"', "Gilberto Peña", ["El Zurdo"]),
        ("Gilberto Peña («El Zurdo»)", "Gilberto Peña", ["El Zurdo"]),
        ("Gilberto Peña, El Zurdo", "Gilberto Peña", ["El Zurdo"]),
        ("PENA, GILBERTO A.K.A. GILBERTO YANEZ", "PENA, GILBERTO", ["GILBERTO YANEZ"]),
        ("Gilberto Peña también conocido como Efraín Lugo", "Gilberto Peña", ["Efraín Lugo"]),
        ('GILBERTO PEÑA Y/O GILBERTO YAÑEZ "ZURDO"', "GILBERTO PEÑA", ["GILBERTO YAÑEZ", "ZURDO"]),
        ("Gilberto Peña (Zurdo)", "Gilberto Peña", ["Zurdo"]),
        ("Gilberto (Efraín) Peña", "Gilberto (Efraín) Peña", []),
        ("(a) El Zurdo", None, ["El Zurdo"]),
        ('Gilberto "N"', "Gilberto", []),
        ("DE LA TORRE MUÑOZ, JOSE DE JESUS", "DE LA TORRE MUÑOZ, JOSE DE JESUS", []),
        ("Gilberto El Zurdo Peña", "Gilberto El Zurdo Peña", []),
    ],
)
def test_a_name_stands_alone_and_what_follows_it_is_an_alias(written, name, others):
    assert called(written) == (name, others)


def test_a_roll_keeps_its_rows_and_the_aliases_it_had():
    roll = pl.DataFrame(
        {
            "id": ["1", "2", "3", "4"],
            "full_name": ["Rosa Tello", "Gilberto Peña alias Zurdo", None, "Gilberto Peña alias Zurdo"],
            "aliases": [["Chagua"], [], ["Teo"], ["Gil"]],
        }
    )
    told = otherwise(roll)
    assert told["id"].to_list() == ["1", "2", "3", "4"]
    assert told["full_name"].to_list() == ["Rosa Tello", "Gilberto Peña", None, "Gilberto Peña"]
    assert told["aliases"].to_list() == [["Chagua"], ["Zurdo"], ["Teo"], ["Gil", "Zurdo"]]
