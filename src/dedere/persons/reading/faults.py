"""What is wrong with a file of persons."""

from __future__ import annotations

from dedere.files.faults import UnreadableFile


class UnreadableRoll(UnreadableFile):
    """A file that is no roll of persons; what is wrong with a workbook stands under the group ``table``."""

    def __init__(self, where: object, code: str, *, group: str = "roll", **facts: object) -> None:
        super().__init__(where, code, group=group, **facts)
