"""What a note says in one language: its parts are led by a language's code in brackets, ``[en] … [es] …``."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import NamedTuple

_LED = re.compile(r"\[([a-z]{2})\]")


class Note(NamedTuple):
    """Words of a note and the code of their language; empty where that is not told."""

    words: str
    language: str


def note_in(note: str, language: str) -> Note:
    """Return what a note says in ``language``, else what it says in the first that it has.

    Notes of one tie that were joined are read together.
    """
    before, *led = _LED.split(note)
    if not led:
        return Note(note, "")
    said = defaultdict[str, list[str]](list)
    for code, words in zip(led[::2], led[1::2], strict=True):
        said[code].append(words.strip(" ;"))
    found = language if language in said else next(iter(said))
    return Note("; ".join((*filter(None, [before.strip(" ;")]), *said[found])), found)
