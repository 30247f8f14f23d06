"""What is wrong with a file of a network."""

from __future__ import annotations

from dedere.files.faults import UnreadableFile


class UnreadableNetwork(UnreadableFile):
    """A file that is no network, or one too large to be held."""

    def __init__(self, where: object, code: str, **facts: object) -> None:
        super().__init__(where, code, group="network", **facts)
