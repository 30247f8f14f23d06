"""One office's rows about persons: names, aliases and particulars together, as columns of text."""

from dataclasses import dataclass, fields

import numpy as np
import polars as pl
from numpy.typing import NDArray

from dedere.persons.synthetic import particulars
from dedere.persons.synthetic.chance import kinds_of, rewrite, rows_of
from dedere.persons.synthetic.layout import in_one_text, lay_out
from dedere.persons.synthetic.names import Numbers, Texts
from dedere.persons.synthetic.population import Persons
from dedere.persons.synthetic.recording import Habits
from dedere.persons.synthetic.spelling import calling, short_form, spell

COLUMNS = (
    *("given", "surname_1", "surname_2", "full_name", "aliases"),
    *("born", "sex", "birth_state", "curp"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """Persons with their true CURPs, and those of the persons beside them, whose numbers they may use."""

    persons: Persons
    own: Texts
    another: Texts

    def __len__(self) -> int:
        return len(self.persons)

    def take(self, rows: Numbers) -> "Known":
        """The people of these rows, in their order; a row may stand more than once."""
        return Known(persons=self.persons.take(rows), own=self.own[rows], another=self.another[rows])


def known(persons: Persons, first_homonym: int) -> Known:
    """Give everybody a CURP."""
    own = particulars.true_curps(persons, first_homonym)
    return Known(persons=persons, own=own, another=own[particulars.beside(persons.family)])


def record(rng: np.random.Generator, people: Known, habits: Habits) -> tuple[pl.DataFrame, NDArray[np.bool_]]:
    """One row for each person, of COLUMNS; and which rows name a woman by her marriage."""
    false = rows_of(rng, len(people), habits.false_name)
    said = _under_false_names(rng, people.persons, false)
    written = lay_out(rng, spell(rng, said, habits), habits)
    columns: dict[str, Texts] = {
        "given": written.given,
        "surname_1": written.surname_1,
        "surname_2": written.surname_2,
        "full_name": written.full_name,
        "aliases": _aliases(rng, people.persons, false, habits),
        "sex": particulars.sex(rng, people.persons, habits),
        "birth_state": particulars.birth_state(rng, people.persons, habits),
        "curp": particulars.curp(rng, people.persons, people.own, people.another, habits),
    }
    texts = {name: pl.Series(column.tolist(), dtype=pl.String) for name, column in columns.items()}
    frame = pl.DataFrame({**texts, "born": particulars.born(rng, people.persons, habits)})
    empty = [pl.when(pl.col(name).str.strip_chars() != "").then(pl.col(name)) for name in COLUMNS]
    return frame.select(empty), written.married


def _under_false_names(rng: np.random.Generator, persons: Persons, false: Numbers) -> Persons:
    """The same persons, some of whom gave the names of somebody else."""
    source = np.arange(len(persons))
    source[false] = rng.integers(0, len(persons), len(false))
    names = {
        name: getattr(persons, name)[source] for name in ("given_1", "given_2", "surname_1", "surname_2")
    }
    return Persons(**{one.name: names.get(one.name, getattr(persons, one.name)) for one in fields(persons)})


def _aliases(rng: np.random.Generator, persons: Persons, false: Numbers, habits: Habits) -> Texts:
    """Nicknames alone, other names in full, and for most of those under a false name the true one."""
    found = np.full(len(persons), "", dtype=object)
    found[rows_of(rng, len(persons), habits.nickname)] = "?"
    named = np.flatnonzero(found == "?")
    found[named] = _nicknames(rng, persons.take(named), habits)
    other = np.union1d(rows_of(rng, len(persons), habits.alias), false[rng.random(len(false)) < 0.7])
    texts = in_one_text(rng, spell(rng, persons.take(other), habits), habits)
    rewrite(rng, texts, rows_of(rng, len(texts), 0.15), short_form)
    found[other] = [f"{before};{text}".strip(";") for before, text in zip(found[other], texts, strict=True)]
    return found


def _nicknames(rng: np.random.Generator, persons: Persons, habits: Habits) -> Texts:
    """EL GÜERO, a short form of the given name, or both."""
    pools = calling()
    found = np.where(
        persons.woman,
        pools.women[rng.integers(0, len(pools.women), len(persons))],
        pools.men[rng.integers(0, len(pools.men), len(persons))],
    )
    given = spell(rng, persons, habits).given
    short = given.copy()
    kind = kinds_of(rng, len(persons), [0.15, 0.05])
    rewrite(rng, short, np.flatnonzero(kind == 1), short_form)
    found[short != given] = short[short != given]
    both = np.flatnonzero(kind == 2)
    found[both] = found[both] + " " + given[both]
    return np.asarray(found)
