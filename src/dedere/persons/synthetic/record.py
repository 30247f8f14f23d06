"""One office's rows about persons: names, aliases and particulars together, as columns of text."""

from dataclasses import fields

import numpy as np
import polars as pl
from numpy.typing import NDArray

from dedere.persons.synthetic import particulars
from dedere.persons.synthetic.chance import rewrite, rows_of
from dedere.persons.synthetic.known import NAMES, Known, nicknames
from dedere.persons.synthetic.layout import in_one_text, lay_out
from dedere.persons.synthetic.names import Texts
from dedere.persons.synthetic.population import Persons
from dedere.persons.synthetic.recording import Habits
from dedere.persons.synthetic.spelling import short_form, spell

COLUMNS = (
    *("given", "surname_1", "surname_2", "full_name", "aliases"),
    *("born", "sex", "birth_state", "curp"),
)
OWN_NICKNAME = 0.7  # how often an office notes the nickname that another office would note
OWNED_UP = 0.7  # how often a true name comes out beside a false one
SHORT = 0.15  # how many aliases have a short form for the given name
OTHER_NAME = 0.15  # how many aliases are another name, and not another way to write this one


def record(rng: np.random.Generator, people: Known, habits: Habits) -> tuple[pl.DataFrame, NDArray[np.bool_]]:
    """One row for each person, of COLUMNS; and which rows name a woman by her marriage."""
    false = np.isin(np.arange(len(people)), rows_of(rng, len(people), habits.false_name))
    written = lay_out(rng, spell(rng, _either(people.persons, people.guise, false), habits), habits)
    columns: dict[str, Texts] = {
        "given": written.given,
        "surname_1": written.surname_1,
        "surname_2": written.surname_2,
        "full_name": written.full_name,
        "aliases": _aliases(rng, people, false, habits),
        "sex": particulars.sex(rng, people.persons, habits),
        "birth_state": particulars.birth_state(rng, people.persons, habits),
        "curp": particulars.curp(rng, people.persons, people.curp, people.curp_of_another, habits),
    }
    texts = {name: pl.Series(column.tolist(), dtype=pl.String) for name, column in columns.items()}
    frame = pl.DataFrame({**texts, "born": particulars.born(rng, people.persons, habits)})
    filled = [pl.when(pl.col(name).str.strip_chars() != "").then(pl.col(name)) for name in COLUMNS]
    return frame.select(filled), written.married & ~false


def _either(persons: Persons, others: Persons, other: NDArray[np.bool_]) -> Persons:
    """The same persons, those flagged under the others' names."""
    names = {name: np.where(other, getattr(others, name), getattr(persons, name)) for name in NAMES}
    return Persons(**{one.name: names.get(one.name, getattr(persons, one.name)) for one in fields(persons)})


def _aliases(rng: np.random.Generator, people: Known, false: NDArray[np.bool_], habits: Habits) -> Texts:
    """Nicknames alone, other names in full, and for most of those under a false name the true one."""
    found = np.full(len(people), "", dtype=object)
    called = rows_of(rng, len(people), habits.nickname)
    found[called] = _nicknames(rng, people.take(called))
    named = np.union1d(rows_of(rng, len(people), habits.alias), rows_of(rng, false, OWNED_UP))
    texts = _other_names(rng, people.take(named), false[named], habits)
    found[named] = [f"{before};{text}".strip(";") for before, text in zip(found[named], texts, strict=True)]
    return found


def _nicknames(rng: np.random.Generator, people: Known) -> Texts:
    own = rng.random(len(people)) < OWN_NICKNAME
    return np.where(own, people.nickname, nicknames(rng, people.persons))


def _other_names(rng: np.random.Generator, people: Known, false: NDArray[np.bool_], habits: Habits) -> Texts:
    """The true name of those who gave a false one; of the others another name, or their own written anew."""
    other = ~false & (rng.random(len(people)) < OTHER_NAME)
    texts = in_one_text(rng, spell(rng, _either(people.persons, people.guise, other), habits), habits)
    rewrite(rng, texts, rows_of(rng, len(texts), SHORT), short_form)
    return texts
