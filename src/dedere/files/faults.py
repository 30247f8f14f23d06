"""What is wrong with a file, or with one of its rows."""

from __future__ import annotations

from dataclasses import dataclass

from dedere.words import Unreadable
from dedere.words.wording import codes

SHOWN = 200  # characters of a row that are shown where it is set aside


class UnreadableFile(Unreadable):
    """A file that cannot be read: where, what, and the remedy.

    ``group``, ``code`` and ``facts`` say it in any language (``file.CODE`` and ``file.CODE-remedy``; rooms
    that know what it should hold have groups of their own); ``what`` and ``remedy`` are the English of it.
    """

    def __init__(self, where: object, code: str, *, group: str = "file", **facts: object) -> None:
        what = codes().say(f"{group}.{code}", "en", **facts)
        remedy = codes().say(f"{group}.{code}-remedy", "en", **facts)
        super().__init__(where=str(where), what=what, remedy=remedy)
        self.group, self.code, self.facts = group, code, facts


@dataclass(frozen=True, slots=True, kw_only=True)
class SetAside:
    """A row that cannot be taken: its place, its id where it has one, a code of the group ``aside``.

    ``row`` counts the file's records from 1 and ``line`` the lines of text, the sheet's rows or the
    objects; ``read`` is the beginning of what stood there.
    """

    row: int
    line: int
    id: str = ""
    code: str
    read: str = ""

    def __post_init__(self) -> None:
        object.__setattr__(self, "read", self.read[:SHOWN])
