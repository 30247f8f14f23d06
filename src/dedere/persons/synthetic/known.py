"""What a person brings to every office alike: a CURP, a nickname, another name, and those beside them."""

from dataclasses import dataclass, fields

import numpy as np

from dedere.persons.synthetic.chance import kinds_of, rewrite
from dedere.persons.synthetic.names import Numbers, Texts
from dedere.persons.synthetic.particulars import true_curps
from dedere.persons.synthetic.population import Persons
from dedere.persons.synthetic.spelling import calling, short_form, true_names

NAMES = ("given_1", "given_2", "surname_1", "surname_2")


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """Persons and what goes with each: `guise` has the names they use when they give a false one."""

    persons: Persons
    guise: Persons
    nickname: Texts
    curp: Texts
    curp_of_another: Texts

    def __len__(self) -> int:
        return len(self.persons)

    def take(self, rows: Numbers) -> "Known":
        """The people of these rows, in their order; a row may stand more than once."""
        return Known(
            persons=self.persons.take(rows),
            guise=self.guise.take(rows),
            nickname=self.nickname[rows],
            curp=self.curp[rows],
            curp_of_another=self.curp_of_another[rows],
        )


def known(rng: np.random.Generator, persons: Persons, first_homonym: int) -> Known:
    """Give everybody a CURP of their own, a nickname and a false name that stay the same wherever they go."""
    curp = true_curps(persons, first_homonym)
    return Known(
        persons=persons,
        guise=_guises(rng, persons),
        nickname=nicknames(rng, persons),
        curp=curp,
        curp_of_another=curp[_beside(persons.family)],
    )


def nicknames(rng: np.random.Generator, persons: Persons) -> Texts:
    """EL GÜERO, a short form of the given name, or both."""
    pools = calling()
    found = np.where(
        persons.woman,
        pools.women[rng.integers(0, len(pools.women), len(persons))],
        pools.men[rng.integers(0, len(pools.men), len(persons))],
    )
    given = true_names(persons)["given"].to_numpy().astype(object)
    short = given.copy()
    kind = kinds_of(rng, len(persons), [0.15, 0.05])
    rewrite(rng, short, np.flatnonzero(kind == 1), short_form)
    found[short != given] = short[short != given]
    both = np.flatnonzero(kind == 2)
    found[both] = found[both] + " " + given[both]
    return np.asarray(found)


def _guises(rng: np.random.Generator, persons: Persons) -> Persons:
    """The same persons under the names of somebody of their sex."""
    source = np.arange(len(persons))
    for rows in (np.flatnonzero(persons.woman), np.flatnonzero(~persons.woman)):
        source[rows] = rng.permutation(rows)
    names = {name: getattr(persons, name)[source] for name in NAMES}
    return Persons(**{one.name: names.get(one.name, getattr(persons, one.name)) for one in fields(persons)})


def _beside(family: Numbers) -> Numbers:
    """For each person another one: of the same family where there is one, or else anyone."""
    order = np.argsort(family, kind="stable")
    before, after = np.roll(order, 1), np.roll(order, -1)
    found = np.empty_like(order)
    found[order] = np.where(family[before] == family[order], before, after)
    return found
