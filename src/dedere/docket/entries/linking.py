"""A network of persons and organisations was loaded, with what it was read from."""

from __future__ import annotations

from dataclasses import dataclass

from dedere.docket.entries.line import Entry, FileRead

__all__ = ["NetworkLoaded"]


@dataclass(frozen=True, slots=True, kw_only=True)
class NetworkLoaded(Entry):
    """A network was loaded whole: how many parties and ties it has now, and what changed with this load.

    ``added``, ``changed`` and ``withdrawn`` count parties and ties together; ``seal`` is the SHA-256 of all
    of them in the order of their keys.
    """

    name: str
    inputs: tuple[FileRead, ...]
    parties: int
    ties: int
    added: int
    changed: int
    withdrawn: int
    seal: str
