"""A register of invented people in custody, with those who are easily taken for them, and a search of it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import polars as pl

from dedere.persons import synthetic
from dedere.persons.index.store import Index, build
from dedere.persons.matching.explain import proposals
from dedere.persons.matching.search import Search
from dedere.persons.model.model import load
from dedere.persons.proposal import Proposal
from dedere.persons.reading.strings import roll_of
from dedere.persons.synthetic.record import COLUMNS

Row = Mapping[str, str]
FIELDS = ("id", *COLUMNS, "rfc")
KEPT = TemporaryDirectory(prefix="custody-")
STRANGERS = 2_000  # drawn by chance, so that a name is as common as names are


def row(id: str, given: str, surnames: str = "", born: str = "", sex: str = "M", **more: str) -> Row:
    """One row; the surnames are parted by a slash."""
    paternal, _, maternal = surnames.partition("/")
    return {
        "id": id,
        "given": given,
        "surname_1": paternal,
        "surname_2": maternal,
        "born": born,
        "sex": sex,
        **more,
    }


# Each person, and after each those whom a careless eye takes for the same one.
HELD = (
    row("teodoro", "Teodoro Ignacio", "Quiñones/Arce", "1975-03-12", birth_state="SL"),
    row("his twin", "Tomás Ignacio", "Quiñones/Arce", "1975-03-12", birth_state="SL"),
    row("his son", "Teodoro Ignacio", "Quiñones/Beltrán", "2001-03-12", birth_state="SL"),
    row("his brother", "Rubén Darío", "Quiñones/Arce", "1978-10-02", birth_state="SL"),
    row("his namesake", "Teodoro", "Quiñones/Arce", "1988-07-30", birth_state="JC"),
    row("born the same day", "Abundio", "Maldonado/Tirado", "1975-03-12", birth_state="SL"),
    row("of his surnames", "Hilario", "Quiñones/Arce", "1951-01-23", birth_state="CH"),
    row("rosa", "María Rosa Isela", "Tello/Nava", "1983-08-05", "F", birth_state="GR"),
    row("rosa of her husband", "Rosa", "Barragán/Nava", "1979-02-11", "F", birth_state="MN"),
    row("her sister", "María Luisa", "Tello/Nava", "1985-06-19", "F", birth_state="GR"),
    row("josé", "José de Jesús", "De la Torre/Muñoz", "1969-12-24", birth_state="ZS"),
    row("his cousin", "José Luis", "De la Torre/Muñoz", "1969-11-02", birth_state="ZS"),
    row("alma", "Alma Delia", "San Martín/Montes de Oca", "1990-04-17", "F", birth_state="VZ"),
    row("oralia", "Oralia", "De la O/Cepeda", "1972-05-09", "F", birth_state="CL"),
    row("lázaro", "Lázaro", "Uc/Ku", "1987-09-14", birth_state="YN"),
    row("lázaro the younger", "Lázaro", "Uc/Poot", "1999-02-03", birth_state="YN"),
    row("fabián", "Fabián", "Xochihua/Tzintzun", "1981-06-28", birth_state="PL"),
    row("mynor", "Mynor Estuardo", "Ixcoy/Chan", "1993-01-19", birth_state="NE"),
    row("gilberto", "Gilberto", "Peña/Yáñez", "1977-02-08", aliases="El Zurdo;Gilberto Yáñez"),
    row("another zurdo", "Efraín", "Carranza/Lugo", "1991-03-21", aliases="El Zurdo", birth_state="SR"),
    row("guadalupe", "José Guadalupe", "Hernández/Velázquez", "1980-12-12", birth_state="JC"),
    row("guadalupe too", "Guadalupe", "Hernández/Velasco", "1962-12-12", "F", birth_state="JC"),
    row("enrique", "Enrique Alonso", "Jiménez/Castañeda", "1985-05-30", birth_state="NL"),
    row("francisco", "Francisco Javier", "Valenzuela/Ochoa", "1974-11-03", birth_state="BC"),
    row("sergei", "Sergei", "Ivanov", "1979-07-07", birth_state="NE"),
    row("mahmoud", "Mahmoud", "Haddad", "1984-01-15", birth_state="NE"),
    row("li", "Li", "Wang", "1990-10-10", birth_state="NE"),
    row("edgar", "Édgar Iván", "Salgado/Urbina", "1986-01-01", birth_state="GT"),
    row("nivardo", "Nivardo", "Cota/Romandía", "1982-03-07", curp="CORN820307HSRTMV07", birth_state="SR"),
    row("rogelio", "Rogelio", "Sandoval/Ibarra", "1971-06-06", rfc="SAIR710606"),
)  # fmt: skip


@cache
def index(strangers: int = STRANGERS) -> Index:
    """The index of those held among so many strangers."""
    drawn = synthetic.draw(
        seed=3, recording=synthetic.profiles()["usual"], register=strangers, wanted=1, held=0.0
    )
    held = pl.concat([table(HELD), drawn.register], how="diagonal")
    return build([roll_of(held)], Path(KEPT.name) / str(strangers))


@cache
def search(strangers: int = STRANGERS) -> Search:
    """A search of it with the model that ships."""
    return Search(index(strangers), load())


def table(rows: tuple[Row, ...]) -> pl.DataFrame:
    """Rows as a table of texts, every column there."""
    return pl.DataFrame(
        [{field: each.get(field) or None for field in FIELDS} for each in rows],
        schema=dict.fromkeys(FIELDS, pl.String),
    )


def found(**wanted: str) -> list[Proposal]:
    """What is proposed for one person wanted, the heaviest first."""
    return proposals(search(), roll_of(table(({"id": "wanted", **wanted},))))
