"""Two small hashes, the same on every machine and in every engine: of bytes, and of numbers mixed."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from dedere.persons.comparing.compiled import compiled


@compiled
def of_bytes(rows: NDArray[np.uint8], lengths: NDArray[np.uint8]) -> NDArray[np.uint32]:
    """Return the hash of each row's first ``lengths`` bytes, never zero: 32-bit FNV-1a (Fowler, Noll, Vo)."""
    out = np.empty(len(rows), np.uint32)
    for i in range(len(rows)):
        value = np.uint32(2166136261)
        for j in range(lengths[i]):
            value = np.uint32((value ^ np.uint32(rows[i, j])) * np.uint32(16777619))
        out[i] = value if value else np.uint32(1)
    return out


@compiled
def mixed(value: np.uint64) -> np.uint64:
    """Return a number with all its bits mixed (the finaliser of SplitMix64, Steele, Lea, Flood 2014)."""
    value = (value ^ (value >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    value = (value ^ (value >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return value ^ (value >> np.uint64(31))


def rows(texts: list[str], width: int) -> tuple[NDArray[np.uint8], NDArray[np.uint8]]:
    """Return ASCII texts as rows of ``width`` bytes, cut or padded with zeros, and the length of each."""
    flat = np.array([text.encode("ascii", "replace")[:width] for text in texts], dtype=f"S{width}")
    table = flat.view(np.uint8).reshape(len(texts), width) if texts else np.zeros((0, width), np.uint8)
    return table, (table != 0).sum(axis=1).astype(np.uint8)


def of_texts(texts: list[str], width: int = 32) -> NDArray[np.uint32]:
    """Return the hash of each text, of its first ``width`` bytes."""
    return np.asarray(of_bytes(*rows(texts, width)))
