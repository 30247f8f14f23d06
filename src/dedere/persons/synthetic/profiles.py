"""Named profiles of recording, read from TOML, and profiles drawn at random for training."""

import tomllib
from collections.abc import Mapping
from dataclasses import fields, replace
from functools import cache
from pathlib import Path
from typing import TypeVar

import numpy as np

from dedere.persons.synthetic.names import HERE
from dedere.persons.synthetic.recording import Habits, People, Recording
from dedere.words.unreadable import Unreadable

PROFILES = HERE / "profiles.toml"
SPREAD = 0.8  # of the logarithm of a rate drawn at random, about the usual rate
COUNTS = ("indigenous_places", "kin")  # these are not shares
PRESENT = ("one_field_given_first", "capitals")  # these are not rates of harm: any share will do
Rates = TypeVar("Rates", People, Habits)


class UnreadableProfile(Unreadable):
    """A profile that names no rate there is, or gives one that is no share."""


@cache
def profiles() -> Mapping[str, Recording]:
    """The profiles that are shipped, by name."""
    return read_profiles(PROFILES)


def read_profiles(path: Path, usual: Recording | None = None) -> Mapping[str, Recording]:
    """Read profiles: `[name.people]`, `[name.register]` and `[name.wanted]` change rates of the usual one.

    That is the file's own `usual`, unless one is handed in. UnreadableProfile where a rate has no such name
    or is not between 0 and 1.
    """
    tables = tomllib.loads(path.read_text(encoding="utf-8"))
    start = usual or _changed(path, "usual", _plain(), tables["usual"])
    return {name: _changed(path, name, start, table) for name, table in tables.items()}


def randomised(rng: np.random.Generator) -> Recording:
    """A profile at random, for training: each rate far above or below the usual one, some of them nil."""
    usual = profiles()["usual"]
    return Recording(
        people=_shaken(rng, usual.people),
        register=_shaken(rng, usual.register),
        wanted=_shaken(rng, usual.wanted),
    )


def _plain() -> Recording:
    return Recording(people=People(), register=Habits(), wanted=Habits())


def _changed(path: Path, name: str, start: Recording, table: Mapping[str, Mapping[str, float]]) -> Recording:
    unknown = sorted(table.keys() - {one.name for one in fields(Recording)})
    if unknown:
        raise UnreadableProfile(
            where=f"{path.name}: [{name}]",
            what=f"no part is called {unknown[0]}",
            remedy="people, register, wanted",
        )
    return Recording(
        people=_rates(f"{path.name}: [{name}.people]", start.people, table.get("people", {})),
        register=_rates(f"{path.name}: [{name}.register]", start.register, table.get("register", {})),
        wanted=_rates(f"{path.name}: [{name}.wanted]", start.wanted, table.get("wanted", {})),
    )


def _rates(where: str, start: Rates, table: Mapping[str, float]) -> Rates:
    names = {one.name for one in fields(start)}
    for name, value in table.items():
        if name not in names:
            raise UnreadableProfile(where=where, what=f"no rate is called {name}", remedy="see recording.py")
        if not 0 <= value <= (1 if name not in COUNTS else 100):
            raise UnreadableProfile(where=where, what=f"{name} is {value}", remedy="give a share from 0 to 1")
    return replace(start, **table)


def _shaken(rng: np.random.Generator, usual: Rates) -> Rates:
    drawn = {}
    for one in fields(usual):
        rate = getattr(usual, one.name)
        if one.name in PRESENT:
            drawn[one.name] = float(rng.random())
            continue
        factor = float(np.exp(SPREAD * rng.standard_normal()))
        added = 0.0 if one.name in COUNTS else float(0.03 * rng.random() ** 2)
        shaken = rate * factor + added if rng.random() > 0.08 else added
        drawn[one.name] = shaken if one.name in COUNTS else min(shaken, max(rate, 0.75))
    return replace(usual, **drawn)
