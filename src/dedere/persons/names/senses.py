"""What a token means where it stands: a name, a particle, a suffix, a word for «not known»."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from dedere.persons.names.commonness import lean
from dedere.persons.names.indigenous import spellings
from dedere.persons.names.knowledge import by_role, small_words
from dedere.persons.names.letters import restore
from dedere.persons.names.text import in_latin

NAME, PARTICLE, ARTICLE, OF, NOTHING, COMMA, JUNIOR, SENIOR = range(8)
_WITHHELD = "N"  # what courts and the press write for a surname they withhold


class Senses(NamedTuple):
    """For each token: its sense, what it reads as among given names and among surnames, and its lean.

    ``lean`` is the logarithm (base 2) of how much likelier the token is a given name than a surname.
    """

    sense: NDArray[np.uint8]
    as_given: list[str]
    as_surname: list[str]
    lean: NDArray[np.float32]


def senses(tokens: Sequence[str]) -> Senses:
    """Return the senses of tokens."""
    plain = [_plain(restore(in_latin(token))) for token in tokens]
    given, surname = _written("given"), _written("surname")
    as_given = [given.get(token) or _within(token) for token in plain]
    return Senses(
        np.array([_sense(token) for token in plain], np.uint8),
        as_given,
        ["" if token == _WITHHELD else surname.get(token) or _within(token) for token in plain],
        np.array([lean(token) for token in as_given], np.float32),
    )


def stands_for(token: str) -> tuple[str, ...]:
    """Return what a token may stand for, itself first; nothing if it stands for itself alone."""
    return _standing().get(token, ())


def _plain(text: str) -> str:
    return text.replace("Ñ", "N")


@cache
def _standing() -> Mapping[str, tuple[str, ...]]:
    """Return what each token may stand for, itself first if others stand for it; Ñ is N, as in all tokens."""
    found: dict[str, list[str]] = {}
    spelt = {token: ((surname, "spelling"),) for token, surname in spellings().items()}
    for table in (by_role().given, by_role().surname, spelt):
        for token, others in table.items():
            for canonical, kind in others:
                if kind == "near" or " " in token + canonical:
                    continue
                own, stands = _plain(token), _plain(canonical)
                found.setdefault(stands, [stands])
                listed = found.setdefault(own, [own])
                if stands not in listed:
                    listed.append(stands)
    return {token: tuple(others) for token, others in found.items()}


@cache
def _written(role: str) -> Mapping[str, str]:
    """Return the abbreviations that can only mean one name: MA is María, GPE Guadalupe, HDZ Hernández."""
    table = by_role().given if role == "given" else by_role().surname
    return {
        _plain(token): _plain(others[0][0])
        for token, others in table.items()
        if len(others) == 1
        and others[0][1] == "written"
        and " " not in token + others[0][0]
        and len(token) > 1
    }


def _within(token: str) -> str:
    """Return the name within a token whose particles are run in; else the token itself."""
    listed = _parted().get(token)
    if listed or not token.startswith("DEL"):
        return listed or token
    particles = small_words().particles
    if token in particles.kept:
        return token
    rests = (token.removeprefix(start) for start in particles.beginnings if token.startswith(start))
    return next((rest for rest in rests if len(rest) >= particles.letters and lean(rest) < 0), token)


@cache
def _parted() -> Mapping[str, str]:
    """Return the name within each form written with its particles run in: DELACRUZ holds CRUZ."""
    parted = small_words().particles.parted.items()
    return {_plain(form): _plain(parts[-1]) for form, parts in parted if len(parts[-1]) > 1}


@cache
def _senses() -> Mapping[str, int]:
    words = small_words()
    nothing = {phrase[0]: NOTHING for phrase in words.titles if len(phrase) == 1 and len(phrase[0]) > 1}
    particles = dict.fromkeys(map(_plain, words.particles.dropped), PARTICLE)
    articles = dict.fromkeys(words.alias_articles, ARTICLE)
    husband = {phrase[0]: OF for phrase in words.husband if phrase[0] not in nothing}
    sons = {phrase[0]: JUNIOR for phrase in words.son + words.later}
    fathers = {phrase[0]: SENIOR for phrase in words.father}
    signs = {"": NOTHING, ",": COMMA} | dict.fromkeys(words.particles.between, PARTICLE)
    return nothing | particles | articles | husband | signs | sons | fathers


def _sense(token: str) -> int:
    return _senses().get(token, NAME)
