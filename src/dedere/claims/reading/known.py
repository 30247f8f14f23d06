"""Known persons and organisations, handed in: their names, and by which forms a text may mean them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from dedere.claims.reading.tokens import tokens

_PARTICLES = {"de", "del", "la", "las", "los", "y", "da", "dos", "van", "von"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """A person or organisation of the docket: its id, its name, and its other names."""

    id: str
    name: str
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """One way to write a known person: folded words, and whose it is.

    ``whole`` is a given name with both surnames, ``pair`` the surnames alone, ``alias`` another name.
    """

    words: tuple[str, ...]
    kind: str
    id: str


def words_of(name: str) -> tuple[str, ...]:
    """A name's words, folded; hyphens and quotation marks fall away."""
    return tuple(token.low for token in tokens(name) if token.word or token.raw.isdigit())


def parts(name: str) -> tuple[list[str], list[str]]:
    """The given names and the two surnames of a name of three words or more, particles with what follows.

    A name of two words has no pair of surnames: it is matched as a whole.
    """
    glued: list[str] = []
    carry = ""
    for word in words_of(name):
        if word in _PARTICLES:
            carry += word + " "
        else:
            glued.append(carry + word)
            carry = ""
    return (glued[:-2], glued[-2:]) if len(glued) >= 3 else (glued, [])


def forms(known: Iterable[Known]) -> Iterator[Form]:
    """Every form by which known persons may be meant."""
    for each in known:
        yield from _of_name(each.id, each.name)
        for alias in each.aliases:
            if "," in alias:
                last, _, first = alias.partition(",")
                yield from _of_name(each.id, f"{first} {last}")
            elif words_of(alias):
                yield Form(words=words_of(alias), kind="alias", id=each.id)


def _of_name(id: str, name: str) -> Iterator[Form]:
    given, surnames = parts(name)
    if len(words_of(name)) < 2:
        return
    if not surnames:
        yield Form(words=words_of(name), kind="whole", id=id)
        return
    pair = _split(surnames)
    yield Form(words=pair, kind="pair", id=id)
    for chosen in _kept(given):
        yield Form(words=_split(chosen) + pair, kind="whole", id=id)
        yield Form(words=pair + _split(chosen), kind="whole", id=id)


def _kept(given: Sequence[str]) -> Iterator[Sequence[str]]:
    """The given names in order, with some of them left out."""
    for mask in range(1, 1 << min(len(given), 4)):
        yield [word for place, word in enumerate(given[:4]) if mask >> place & 1]


def _split(words: Sequence[str]) -> tuple[str, ...]:
    return tuple(part for word in words for part in word.split())
