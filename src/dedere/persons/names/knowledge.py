"""What is known of the words of names, from the files beside this one, read once and strictly."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from dedere.persons.names.tables import UnreadableKnowledge, exactly, open_table, phrase, phrases, texts

__all__ = ["Particles", "SmallWords", "UnreadableKnowledge", "Variants", "by_role", "small_words", "variants"]

FOLDER = Path(__file__).parent
KINDS = {
    "given": ("nickname", "anglicised", "written", "spelling", "near"),
    "surname": ("written", "spelling", "near"),
}
Tokens = tuple[str, ...]
Names = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Variants:
    """What a word of a name may stand for: ``(name, kind)`` pairs by word, as a given name and as a surname.

    A name of several words is written with spaces. ``also_surname`` are variants of given names that are
    common surnames too.
    """

    given: Mapping[str, Names]
    surname: Mapping[str, Names]
    also_surname: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Particles:
    """The small words inside a name. ``parted`` gives the words of a form with its particles run in."""

    dropped: frozenset[str]
    between: frozenset[str]
    joined: frozenset[str]
    whole: frozenset[Tokens]
    parted: Mapping[str, Tokens]
    beginnings: tuple[str, ...]
    letters: int
    kept: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class SmallWords:
    """What may stand in a name and is no name: phrases as tuples of words, the longest to be tried first."""

    particles: Particles
    husband: tuple[Tokens, ...]
    son: tuple[Tokens, ...]
    father: tuple[Tokens, ...]
    later: tuple[Tokens, ...]
    titles: tuple[Tokens, ...]
    unknown_anywhere: tuple[Tokens, ...]
    unknown_alone: tuple[Tokens, ...]
    unknown_last: tuple[Tokens, ...]
    alias_words: tuple[Tokens, ...]
    alias_articles: tuple[str, ...]
    alias_signs: tuple[str, ...]


@cache
def variants() -> Mapping[str, Names]:
    """What each word may stand for, whether as a given name or as a surname."""
    roles = by_role()
    either = {word: (*roles.given.get(word, ()), *names) for word, names in roles.surname.items()}
    return MappingProxyType({**roles.given, **{word: tuple(dict.fromkeys(n)) for word, n in either.items()}})


@cache
def by_role() -> Variants:
    """The variants that ship with the project (``variants.toml``), given names and surnames apart."""
    return read_variants(FOLDER / "variants.toml")


@cache
def small_words() -> SmallWords:
    """The small words that ship with the project (``particles.toml``)."""
    return read_small_words(FOLDER / "particles.toml")


def read_variants(path: Path) -> Variants:
    """Read a file of variants; UnreadableKnowledge at the first thing that cannot be read as it stands."""
    found = open_table(path, {*KINDS, "also_surname"})
    where = f"{path.name}: also_surname"
    exactly(where, found["also_surname"], {"words"})
    given = _role(path.name, "given", found["given"])
    also = phrases(f"{where}.words", found["also_surname"]["words"])
    for word in also:
        if word not in given:
            raise UnreadableKnowledge(
                where=where, what=f"{word!r} stands for no given name above", remedy="take it out"
            )
    return Variants(
        given=given, surname=_role(path.name, "surname", found["surname"]), also_surname=frozenset(also)
    )


def _role(file: str, role: str, found: Any) -> Mapping[str, Names]:
    exactly(f"{file}: {role}", found, set(KINDS[role]))
    stands_for: dict[str, dict[str, str]] = {}
    for kind in KINDS[role]:
        for name, word in _pairs(f"{file}: {role}.{kind}", found[kind]):
            names = stands_for.setdefault(word, {})
            if name in names or word == name:
                raise UnreadableKnowledge(
                    where=f"{file}: {role}.{kind}.{name}",
                    what=f"{word!r} is {names.get(name, 'the name itself')} already",
                    remedy="keep one of the two",
                )
            names[name] = kind
    return MappingProxyType({word: tuple(names.items()) for word, names in stands_for.items()})


def _pairs(where: str, table: Any) -> Iterator[tuple[str, str]]:
    if not isinstance(table, Mapping):
        raise UnreadableKnowledge(
            where=where, what="this is no table", remedy='write lines of NAME = ["WORD"]'
        )
    for name, words in table.items():
        for word in phrases(f"{where}.{name}", words):
            yield phrase(where, name), word


def read_small_words(path: Path) -> SmallWords:
    """Read a file of small words; UnreadableKnowledge at the first thing that cannot be read as it stands."""
    found = open_table(path, {"particles", "married", "suffixes", "titles", "unknown", "aliases"})

    def listed(section: str, *keys: str) -> Iterator[tuple[Tokens, ...]]:
        where = f"{path.name}: {section}"
        exactly(where, found[section], {*keys, "articles", "signs"} if section == "aliases" else set(keys))
        return (_longest_first(phrases(f"{where}.{key}", found[section][key])) for key in keys)

    (husband,) = listed("married", "husband")
    son, father, later = listed("suffixes", "son", "father", "later")
    (titles,) = listed("titles", "first")
    anywhere, alone, last = listed("unknown", "anywhere", "alone", "last")
    (alias_words,) = listed("aliases", "words")
    return SmallWords(
        particles=_particles(path.name, found["particles"]),
        husband=husband,
        son=son,
        father=father,
        later=later,
        titles=titles,
        unknown_anywhere=anywhere,
        unknown_alone=alone,
        unknown_last=last,
        alias_words=alias_words,
        alias_articles=phrases(f"{path.name}: aliases.articles", found["aliases"]["articles"]),
        alias_signs=texts(f"{path.name}: aliases.signs", found["aliases"]["signs"]),
    )


def _longest_first(listed: tuple[str, ...]) -> tuple[Tokens, ...]:
    return tuple(sorted((tuple(text.split()) for text in listed), key=len, reverse=True))


def _particles(file: str, found: Any) -> Particles:
    where = f"{file}: particles"
    exactly(where, found, {"dropped", "between", "joined", "whole", "parted", "rest"})
    exactly(f"{where}.rest", rest := found["rest"], {"beginnings", "letters", "kept"})

    def words(key: str, among: Any = found) -> frozenset[str]:
        return frozenset(phrases(f"{where}.{key}", among[key]))

    return Particles(
        dropped=words("dropped"),
        between=words("between"),
        joined=words("joined"),
        whole=frozenset(tuple(text.split()) for text in words("whole")),
        parted=MappingProxyType(dict(_parted(f"{where}.parted", found["parted"]))),
        beginnings=phrases(f"{where}.rest.beginnings", rest["beginnings"]),
        letters=_letters(f"{where}.rest.letters", rest["letters"]),
        kept=words("kept", rest),
    )


def _parted(where: str, found: Mapping[str, Any]) -> Iterator[tuple[str, Tokens]]:
    for word, parts in found.items():
        if phrase(f"{where}.{word}", parts).replace(" ", "").replace("Ñ", "N") != word.replace("Ñ", "N"):
            raise UnreadableKnowledge(
                where=f"{where}.{word}",
                what=f"{parts!r} is not {word!r} with spaces in it",
                remedy="write the same letters, parted",
            )
        yield word, tuple(parts.split())


def _letters(where: str, found: object) -> int:
    if isinstance(found, int) and not isinstance(found, bool) and found > 0:
        return found
    raise UnreadableKnowledge(where=where, what=f"{found!r} is no number of letters", remedy="write 4, say")
