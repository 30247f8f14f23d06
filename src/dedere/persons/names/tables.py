"""Files of words read strictly: what is unknown, missing or written twice is complained of exactly."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Set
from pathlib import Path
from typing import Any

from dedere.words import Unreadable

_PHRASE = re.compile(r"[A-ZÑ0-9]+(?: [A-ZÑ0-9]+)*")


class UnreadableKnowledge(Unreadable):
    """A file of what is known of names that cannot be read as it stands."""


def open_table(path: Path, sections: Set[str]) -> Mapping[str, Any]:
    """The tables of a TOML file, which must be exactly `sections`."""
    try:
        found = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise UnreadableKnowledge(
            where=path.name, what=f"this is not TOML ({error})", remedy="mend the line that is named"
        ) from error
    exactly(path.name, found, sections)
    return found


def exactly(where: str, found: object, keys: Set[str]) -> None:
    """Refuse anything but a table with exactly these keys."""
    if not isinstance(found, Mapping):
        raise UnreadableKnowledge(where=where, what="this is no table", remedy=f"write [{where.split()[-1]}]")
    for key in sorted(found.keys() ^ keys):
        told = "is not known here" if key in found else "is missing"
        remedy = "write exactly " + ", ".join(sorted(keys))
        raise UnreadableKnowledge(where=f"{where}: {key}", what=f"{key!r} {told}", remedy=remedy)


def phrases(where: str, found: object) -> tuple[str, ...]:
    """A list of words or phrases, each once, in upper case without accents or signs."""
    listed = texts(where, found)
    for text in listed:
        phrase(where, text)
    return listed


def texts(where: str, found: object) -> tuple[str, ...]:
    """A list of texts that is not empty, each once."""
    if not isinstance(found, list) or not found or not all(isinstance(text, str) for text in found):
        raise UnreadableKnowledge(
            where=where,
            what="this is no list of texts",
            remedy='write ["ONE", "TWO"], with one text at least',
        )
    for text in found:
        if found.count(text) > 1:
            raise UnreadableKnowledge(
                where=where, what=f"{text!r} stands here twice", remedy="keep one of the two"
            )
    return tuple(found)


def phrase(where: str, text: object) -> str:
    """One word or phrase in upper case, without accents or signs; Ñ is a letter of its own."""
    if isinstance(text, str) and _PHRASE.fullmatch(text):
        return text
    raise UnreadableKnowledge(
        where=where,
        what=f"{text!r} has other letters than A to Z, Ñ and digits, or spaces too many",
        remedy="write it in upper case, without accents or signs",
    )
