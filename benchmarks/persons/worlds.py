"""The lists compared: drawn from a seed, on the usual profile and on one kept apart for measuring."""

from __future__ import annotations

from pathlib import Path

from dedere.persons.synthetic import Recording, blocks, profiles, read_profiles, write

APART = Path(__file__).with_name("apart.toml")
SEED = 29


def recordings() -> dict[str, Recording]:
    """The two profiles by name."""
    usual = profiles()["usual"]
    return {"usual": usual, **read_profiles(APART, usual)}


def drawn(folder: Path, profile: str, register: int, wanted: int) -> Path:
    """Write a register and a wanted list of so many rows; half of the wanted are in the register."""
    folder.mkdir(parents=True)
    write(blocks(seed=SEED, recording=recordings()[profile], register=register, wanted=wanted), folder)
    return folder
