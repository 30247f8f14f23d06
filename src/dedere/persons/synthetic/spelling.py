"""The parts of a name as an office spells them: accents, Ñ, particles, short forms, slips."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from operator import methodcaller

import numpy as np
import polars as pl
from numpy.typing import NDArray

from dedere.persons.synthetic import slips
from dedere.persons.synthetic.chance import flagged, kinds_of, rewrite, rows_of
from dedere.persons.synthetic.names import HERE, Numbers, Texts, givens, surnames
from dedere.persons.synthetic.population import NONE, Persons
from dedere.persons.synthetic.recording import Habits


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """The parts of names, one row a person; an empty text where there is none."""

    given: Texts
    surname_1: Texts
    surname_2: Texts
    husband: Texts


@dataclass(frozen=True, slots=True, kw_only=True)
class Calling:
    """What people are called: short forms and English forms of given names, nicknames of men and of women."""

    short: Mapping[str, tuple[str, ...]]
    english: Mapping[str, tuple[str, ...]]
    men: Texts
    women: Texts


@cache
def calling() -> Calling:
    """Read calling.toml."""
    table = tomllib.loads((HERE / "calling.toml").read_text(encoding="utf-8"))
    forms = {
        kind: {name: _listed(text) for name, text in table[kind].items()} for kind in ("short", "english")
    }
    nicknames = {sex: np.array(_listed(table["nicknames"][sex]), dtype=object) for sex in ("men", "women")}
    return Calling(short=forms["short"], english=forms["english"], **nicknames)


def spell(rng: np.random.Generator, persons: Persons, habits: Habits) -> Parts:
    """Spell the names of these persons as an office of such habits does."""
    accents = rng.random(len(persons)) < habits.accents_kept
    given = _texts("given", persons.given_1, accents)
    second = _texts("given", persons.given_2, accents)
    two = np.flatnonzero(persons.given_2 != NONE)
    given[two] = given[two] + " " + second[two]
    _shorten(rng, given, habits)
    fields = [
        _texts("surname", getattr(persons, name), accents) for name in ("surname_1", "surname_2", "husband")
    ]
    for column in fields:
        _particles(rng, column, habits)
    for column in (given, *fields):
        _slip(rng, column, habits)
    return Parts(given=given, surname_1=fields[0], surname_2=fields[1], husband=fields[2])


def true_names(persons: Persons) -> pl.DataFrame:
    """The names as they stand on the birth certificate: `given`, `surname_1`, `surname_2`."""
    accents = np.ones(len(persons), dtype=bool)
    given, second = (_texts("given", numbers, accents) for numbers in (persons.given_1, persons.given_2))
    return pl.DataFrame(
        {
            "given": pl.Series((given + " " + second).tolist(), dtype=pl.String).str.strip_chars(),
            **{
                name: pl.Series(_texts("surname", getattr(persons, name), accents).tolist(), dtype=pl.String)
                for name in ("surname_1", "surname_2")
            },
        }
    )


@cache
def _pools(kind: str) -> tuple[Texts, Texts]:
    """The texts with and without accents, and an empty text at the end, where NONE points."""
    texts = (givens() if kind == "given" else surnames()).texts
    with_accents = np.append(texts, "")
    return with_accents, np.array([slips.plain(text) for text in with_accents], dtype=object)


def _texts(kind: str, numbers: Numbers, accents: NDArray[np.bool_]) -> Texts:
    with_accents, without = _pools(kind)
    texts = without[numbers]
    texts[accents] = with_accents[numbers[accents]]
    return np.asarray(texts)


def _shorten(rng: np.random.Generator, given: Texts, habits: Habits) -> None:
    """One name for two, an initial for a name, MA. for MARIA, J for JOSE, FRANK or PANCHO for FRANCISCO."""
    several = flagged(given, lambda text: " " in text)
    common = {("MARIA ", "MARÍA "): habits.maria_short, ("JOSE ", "JOSÉ "): habits.jose_short}
    for names, rate in common.items():
        opened = flagged(given, methodcaller("startswith", names))
        rewrite(rng, given, rows_of(rng, opened, rate), _contracted)
    ways: list[tuple[float, slips.Slip]] = [
        (habits.second_given_dropped, lambda text, _: text.split()[0]),
        (habits.first_given_dropped, lambda text, _: slips.without_particles(text.partition(" ")[2], 0)),
        (habits.second_given_initial, _second_initial),
        (habits.first_given_initial, lambda text, _: f"{text[0]} {text.partition(' ')[2]}"),
    ]
    kind = kinds_of(rng, len(given), [rate for rate, _ in ways])
    for number, (_, way) in enumerate(ways, 1):
        rewrite(rng, given, np.flatnonzero(several & (kind == number)), way)
    rewrite(rng, given, rows_of(rng, len(given), habits.anglicised), _anglicised)
    rewrite(rng, given, rows_of(rng, len(given), habits.short_form), short_form)


def _contracted(text: str, roll: int) -> str:
    first, _, rest = text.partition(" ")
    forms = ("MA.", "MA", "MA.", "M.", "M") if first.startswith("MAR") else ("J.", "J", "J")
    return f"{forms[roll % len(forms)]} {rest}"


def _second_initial(text: str, roll: int) -> str:
    first, _, rest = text.partition(" ")
    return f"{first} {slips.without_particles(rest, 0)[0]}{'.' if roll % 3 == 0 else ''}"


def _anglicised(text: str, roll: int) -> str:
    return _called(text, roll, calling().english)


def short_form(text: str, roll: int) -> str:
    """PANCHO for FRANCISCO JAVIER: a short form of the first name, alone or with the rest."""
    return _called(text, roll, calling().short)


def _called(text: str, roll: int, forms: Mapping[str, tuple[str, ...]]) -> str:
    first, _, rest = text.partition(" ")
    if slips.plain(first) not in forms:
        return text
    possible = forms[slips.plain(first)]
    form = possible[roll % len(possible)]
    return f"{form} {rest}".strip() if roll // 8 % 2 else form


def _particles(rng: np.random.Generator, column: Texts, habits: Habits) -> None:
    with_particles = flagged(column, lambda text: text.startswith(("DE ", "DEL ")) or " DE " in text)
    kind = np.where(
        with_particles, kinds_of(rng, len(column), [habits.particles_dropped, habits.particles_joined]), 0
    )
    rewrite(rng, column, np.flatnonzero(kind == 1), slips.without_particles)
    rewrite(rng, column, np.flatnonzero(kind == 2), slips.joined)


def _slip(rng: np.random.Generator, column: Texts, habits: Habits) -> None:
    for rate, slip in (
        (habits.respelt, slips.respelt),
        (habits.misspelt, slips.heard),
        (habits.typo, slips.typo),
        (habits.misread, slips.misread),
    ):
        rewrite(rng, column, rows_of(rng, len(column), rate), slip)
    with_enye = flagged(column, lambda text: "Ñ" in text)
    kind = np.where(with_enye, kinds_of(rng, len(column), [habits.enye_plain, habits.enye_damaged]), 0)
    rewrite(rng, column, np.flatnonzero(kind == 1), slips.undotted)
    rewrite(rng, column, np.flatnonzero(kind == 2), slips.damaged)


def _listed(text: str) -> tuple[str, ...]:
    return tuple(one.strip() for one in text.split(","))
