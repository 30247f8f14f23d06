"""Families, and who of them is in custody: fathers and sons of one name, brothers, twins, namesakes."""

from dataclasses import dataclass, fields

import numpy as np
from numpy.typing import NDArray

from dedere.persons.synthetic.names import Numbers, Place, Surnames, givens, surnames
from dedere.persons.synthetic.recording import People

Flags = NDArray[np.bool_]
NONE = -1  # no second given name, no second surname, no husband
STATES_ABROAD = "NE"
# Custody by year of birth: a register that has been kept since the eighties, as it stands in 2026.
YEARS = np.array([1930, 1945, 1960, 1972, 1985, 1998, 2004, 2007, 2008])
CUSTODY = np.array([0.0, 0.12, 0.45, 0.85, 1.0, 0.9, 0.4, 0.08, 0.0])
ERAS = np.array([1962, 1981, 1999])  # where the four eras of givens.tsv part
ABROAD = 4
CHILDREN = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Persons:
    """People as columns of numbers: names by their number in `names`, the day of birth in days since 1970."""

    given_1: Numbers
    given_2: Numbers
    surname_1: Numbers
    surname_2: Numbers
    husband: Numbers
    woman: Flags
    born: Numbers
    place: Numbers
    state: Numbers
    family: Numbers

    def __len__(self) -> int:
        return len(self.born)

    def take(self, rows: Numbers) -> "Persons":
        """The people of these rows, in their order."""
        return Persons(**{one.name: getattr(self, one.name)[rows] for one in fields(self)})


def in_custody(rng: np.random.Generator, count: int, people: People) -> Persons:
    """Draw `count` different people of the kind that is in custody, in any order."""
    crowd = _crowd(rng, count, people)
    rate = np.interp(_year(crowd.born), YEARS, CUSTODY)
    rate *= np.where(crowd.woman, people.women, 1 - people.women)
    rate *= np.exp(people.kin * rng.standard_normal(int(crowd.family.max()) + 1))[crowd.family]
    # The earliest of exponential times: a draw by weight without replacement (Efraimidis and Spirakis 2006).
    times = rng.exponential(size=len(crowd)) / np.maximum(rate, 1e-9)
    first = np.argpartition(times, count)[:count]
    return crowd.take(rng.permutation(np.sort(first)))


def _crowd(rng: np.random.Generator, count: int, people: People) -> Persons:
    """Fathers, mothers and children of enough families: about nine for each person in custody."""
    families = max(count * 2, 50)
    place, state = _places(rng, families, people)
    fathers = _parents(rng, place, state, people, woman=False)
    mothers = _parents(rng, place, state, people, woman=True)
    mothers.husband[:] = np.where(rng.random(families) < 0.75, fathers.surname_1, NONE)
    children = _children(rng, fathers, mothers, people)
    return _together([fathers, mothers, children])


def _places(rng: np.random.Generator, count: int, people: People) -> tuple[Numbers, Numbers]:
    """The place of each family by number, and its State as a number in `states()`."""
    places = surnames().places
    weights = np.array([_weight(place, people) for place in places])
    place = rng.choice(len(places), count, p=weights / weights.sum())
    state = np.zeros(count, dtype=np.int64)
    for number, one in enumerate(places):
        rows = np.flatnonzero(place == number)
        codes = np.array([states().index(code) for code in one.states])
        state[rows] = rng.choice(codes, len(rows), p=one.people / one.people.sum())
    return place, state


def _weight(place: Place, people: People) -> float:
    places = surnames().places
    total = sum(float(one.people.sum()) for one in places if one.central == place.central)
    share = people.central_americans if place.central else 1 - people.central_americans
    more = people.indigenous_places if place.indigenous and place.share > 0.3 and not place.central else 1.0
    return float(place.people.sum()) / total * share * more


def states() -> tuple[str, ...]:
    """The codes of the States of birth, in the order their numbers count."""
    return tuple(sorted({code for place in surnames().places for code in place.states}))


def _parents(
    rng: np.random.Generator, place: Numbers, state: Numbers, people: People, *, woman: bool
) -> Persons:
    count = len(place)
    women = np.full(count, woman)
    born = rng.integers(-13_500, 6_500, count)  # from 1933 to 1987
    known: Surnames = surnames()
    second = known.some(rng, place)
    second[rng.random(count) < people.one_surname] = NONE
    given_1, given_2 = _given(rng, women, born, place, people)
    return Persons(
        given_1=given_1,
        given_2=given_2,
        surname_1=known.some(rng, place),
        surname_2=second,
        husband=np.full(count, NONE),
        woman=women,
        born=born,
        place=place,
        state=state,
        family=np.arange(count),
    )


def _children(rng: np.random.Generator, fathers: Persons, mothers: Persons, people: People) -> Persons:
    """Up to five children of each family, eldest first, with the surnames of both parents in their order."""
    count = len(fathers)
    born = mothers.born + rng.integers(16 * 365, 30 * 365, count)
    brood = []
    for order in range(CHILDREN):
        twins = (rng.random(count) < people.twins) & (order > 0)
        born = born + np.where(twins, 0, rng.integers(320, 1_500, count))
        child = _child(rng, fathers, mothers, born, people)
        brood.append(child.take(np.flatnonzero(rng.random(count) < 0.86 ** (order + 1))))
    return _together(brood)


def _child(
    rng: np.random.Generator, fathers: Persons, mothers: Persons, born: Numbers, people: People
) -> Persons:
    count = len(born)
    woman = rng.random(count) < 0.49
    given_1, given_2 = _given(rng, woman, born, fathers.place, people)
    named = rng.random(count) < people.named_after_parent
    given_1 = np.where(named, np.where(woman, mothers.given_1, fathers.given_1), given_1)
    whole = named & (rng.random(count) < 0.5)
    given_2 = np.where(whole, np.where(woman, mothers.given_2, fathers.given_2), given_2)
    alone = rng.random(count) < people.mothers_names_only
    spouse = surnames().some(rng, fathers.place)
    married = woman & (rng.random(count) < 0.6)
    return Persons(
        given_1=given_1,
        given_2=given_2,
        surname_1=np.where(alone, mothers.surname_1, fathers.surname_1),
        surname_2=np.where(alone, mothers.surname_2, mothers.surname_1),
        husband=np.where(married, spouse, NONE),
        woman=woman,
        born=born,
        place=fathers.place,
        state=_state_of_child(rng, fathers),
        family=fathers.family,
    )


def _state_of_child(rng: np.random.Generator, fathers: Persons) -> Numbers:
    """One child in twelve of a Mexican family is born in another State than its father."""
    abroad = states().index(STATES_ABROAD)
    other = rng.integers(0, len(states()) - 1, len(fathers))
    other += other >= abroad
    moved = (rng.random(len(fathers)) < 1 / 12) & (fathers.state != abroad)
    return np.where(moved, other, fathers.state)


def _given(
    rng: np.random.Generator, woman: Flags, born: Numbers, place: Numbers, people: People
) -> tuple[Numbers, Numbers]:
    central = np.array([one.central for one in surnames().places])[place]
    era = np.where(central, ABROAD, np.searchsorted(ERAS, _year(born), side="right"))
    first, second = givens().some(rng, woman, era), givens().some(rng, woman, era)
    compound = np.array([" " in text for text in givens().texts])
    keep = (rng.random(len(era)) < people.second_given) & ~compound[first] & ~compound[second]
    return first, np.where(keep & (first != second), second, NONE)


def _year(born: Numbers) -> Numbers:
    return np.asarray(born.astype("datetime64[D]").astype("datetime64[Y]").astype(np.int64) + 1970)


def _together(parts: list[Persons]) -> Persons:
    return Persons(
        **{one.name: np.concatenate([getattr(part, one.name) for part in parts]) for one in fields(Persons)}
    )
