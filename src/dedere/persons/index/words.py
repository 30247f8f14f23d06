"""What the comparison reads of each token, worked out from its spelling and how many carry it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

import numpy as np
from numpy.typing import NDArray

from dedere.persons.comparing.hashing import of_bytes, of_texts, rows
from dedere.persons.comparing.likeness import WIDTH, Words
from dedere.persons.comparing.steps import MOST_RARE
from dedere.persons.index.snap import Commons, commons, snapped
from dedere.persons.names.senses import stands_for
from dedere.persons.names.sound import sounds

_STANDING, _CODES = 4, 4
_Group = TypeVar("_Group", bound=NamedTuple)


class Sounds(NamedTuple):
    """The distinct sounds of a vocabulary, by hash, and how many names carry each (n, 2)."""

    hashed: NDArray[np.uint32]
    carried: NDArray[np.int64]


class Lexis(NamedTuple):
    """All that an index knows of its tokens, and how many names were counted."""

    words: Words
    sounds: Sounds
    commons: Commons
    names: int


def lexis(tokens: Sequence[str], counts: NDArray[np.int64], names: int) -> Lexis:
    """Work out the words of a vocabulary whose tokens are carried by ``counts`` of ``names`` names."""
    sound, length, sounded = _sounded(tokens)
    hashed, first, place = np.unique(sounded, return_index=True, return_inverse=True)
    total = np.column_stack([np.bincount(place, counts[:, side]) for side in (0, 1)]).astype(np.int64)
    among = commons(sound[first], length[first], hashed, total.sum(axis=1))
    words = _words(tokens, (sound, length, sounded), counts, total[place], among, names)
    return Lexis(words, Sounds(hashed, total), among, names)


def further(known: Lexis, tokens: Sequence[str]) -> Words:
    """Return the words of tokens that the index never saw, measured against those it knows."""
    spoken = _sounded(tokens)
    at = np.clip(np.searchsorted(known.sounds.hashed, spoken[2]), 0, max(len(known.sounds.hashed) - 1, 0))
    heard = (known.sounds.hashed[at] == spoken[2])[:, None] * known.sounds.carried[at]
    none = np.zeros((len(tokens), 2), np.int64)
    return _words(tokens, spoken, none, heard, known.commons, known.names)


def joined(words: Words, more: Words) -> Words:
    """Return both, the second after the first."""
    columns: list[Any] = [
        np.concatenate([getattr(words, each), getattr(more, each)]) for each in Words._fields
    ]
    return Words(*columns)


def save(known: Lexis, folder: Path) -> None:
    """Write the words as arrays that can be mapped from disk."""
    for group in (known.words, known.sounds, known.commons):
        for name in group._fields:
            np.save(folder / f"{type(group).__name__.lower()}-{name}.npy", getattr(group, name))


def load(folder: Path, names: int) -> Lexis:
    """Map what ``save`` wrote."""
    return Lexis(_mapped(Words, folder), _mapped(Sounds, folder), _mapped(Commons, folder), names)


def _mapped(group: type[_Group], folder: Path) -> _Group:
    stem, fields = group.__name__.lower(), group._fields
    return group(*(np.load(folder / f"{stem}-{name}.npy") for name in fields))


_Spoken = tuple[NDArray[np.uint8], NDArray[np.uint8], NDArray[np.uint32]]


def _sounded(tokens: Sequence[str]) -> _Spoken:
    """Return the sound of each token as bytes, its length and its hash."""
    sound, length = rows(sounds(tokens), WIDTH)
    return sound, length, of_bytes(sound, length)


def _words(
    tokens: Sequence[str],
    spoken: _Spoken,
    counts: NDArray[np.int64],
    heard: NDArray[np.int64],
    among: Commons,
    names: int,
) -> Words:
    sound, sound_length, sounded = spoken
    text, length = rows(list(tokens), WIDTH)
    standing, canonical = _standing(tokens)
    drawn = snapped(among, sound, sound_length, heard.sum(axis=1))
    return Words(
        text,
        sound,
        length,
        sound_length,
        sounded,
        _letters(sound),
        standing,
        np.column_stack([sounded, drawn, canonical]),
        _rarity(counts, names),
        _rarity(heard, names),
    )


def _standing(tokens: Sequence[str]) -> tuple[NDArray[np.uint32], NDArray[np.uint32]]:
    """Return what each token may stand for, as hashes with its own first, and the sounds to find it by."""
    standing = np.zeros((len(tokens), _STANDING), np.uint32)
    canonical = np.zeros((len(tokens), _CODES - 2), np.uint32)
    listed = [(at, stands_for(token)[:_STANDING]) for at, token in enumerate(tokens) if stands_for(token)]
    names = list(dict.fromkeys(name for _, others in listed for name in others))
    hashed = dict(zip(names, of_texts(names), strict=True))
    heard = dict(zip(names, _sounded(names)[2], strict=True))
    for at, others in listed:
        standing[at, : len(others)] = [hashed[name] for name in others]
        found_by = [heard[name] for name in others[1:] if heard[name] != heard[others[0]]][: _CODES - 2]
        canonical[at, : len(found_by)] = found_by
    return standing, canonical


def _letters(sound: NDArray[np.uint8]) -> NDArray[np.uint32]:
    """Return a bit for each letter present: two sounds one edit apart differ by two bits at most."""
    bits = np.where(sound > 0, np.uint32(1) << (sound & 31).astype(np.uint32), np.uint32(0))
    return np.asarray(np.bitwise_or.reduce(bits, axis=1), np.uint32)


def _rarity(counts: NDArray[np.int64], names: int) -> NDArray[np.uint8]:
    """Return -log2 of the share, in whole bits; one never seen counts as seen half a time."""
    share = np.maximum(counts, 0.5) / max(names, 1)
    return np.clip(np.rint(-np.log2(share)), 0, MOST_RARE).astype(np.uint8)
