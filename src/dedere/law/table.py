"""A TOML table read strictly: what is missing, of the wrong type or unknown is complained of exactly."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Mapping
from datetime import date
from difflib import get_close_matches
from pathlib import Path
from typing import Any, NoReturn, Protocol

from dedere.law.bounds import MOST, is_day, is_whole
from dedere.words import State, Unreadable

LARGEST = 1 << 20  # bytes; the longest instrument here is a twentieth of this
DEEPEST = 12
MOST_SHOWN = 20
# A name of very many parts takes the reader of TOML a time that grows with their square.
_QUOTED = re.compile(r""""(?:[^"\\\n]|\\.)*+"?|'[^'\n]*+'?""")
_DOTTED = re.compile(rf"(?<![\w-])(?:[\w-]++[ \t]*+\.[ \t]*+){{{DEEPEST}}}")


class Brackets(Protocol):
    """What stands for a value written ``{ option = "…" }``."""

    def chosen(self, table: Table, key: str, option: object) -> Any:
        """The value chosen for an option, or the table's complaint."""


class Table:
    """One table of a file; each ``take`` marks a key as known, ``close`` refuses the rest."""

    def __init__(
        self,
        where: str,
        rows: Mapping[str, Any],
        complaint: type[Unreadable],
        brackets: Brackets | None = None,
    ) -> None:
        self.where, self._rows, self._complaint, self._brackets = where, rows, complaint, brackets
        self._known: set[str] = set()

    def again(
        self,
        where: str = "",
        changes: Mapping[str, Any] | None = None,
        brackets: Brackets | None = None,
    ) -> Table:
        """This table to be read once more, say at another place, with changes, or with other choices."""
        rows = {**self._rows, **(changes or {})}
        return Table(where or self.where, rows, self._complaint, brackets or self._brackets)

    def holds(self, key: str) -> bool:
        """Whether the key is written."""
        return key in self._rows

    def bracketed(self) -> Mapping[str, str]:
        """The option named by each key whose value is ``{ option = "…" }``."""
        if self._brackets is None:
            return {}
        return {key: row["option"] for key, row in self._rows.items() if _is_bracket(row)}

    def refuse(self, what: str, remedy: str, key: str = "") -> NoReturn:
        """Raise the room's complaint, naming this table and the key."""
        place = f"{self.where}: {key}" if key else self.where
        raise self._complaint(where=place, what=what, remedy=remedy)

    def take(self, key: str, read: Callable[[Any], bool], wants: str, default: Any = ...) -> Any:
        """The value of ``key`` if ``read`` accepts it; without a default the key is required."""
        self._known.add(key)
        if key not in self._rows:
            if default is ...:
                self.refuse(f"{key!r} is missing", f"write {key} = … ({wants})", key)
            return default
        value = self._rows[key]
        if self._brackets is not None and _is_bracket(value):
            value = self._brackets.chosen(self, key, value["option"])
        if not read(value):
            self.refuse(f"{_shown(value)} is not {wants}", f"write {wants}", key)
        return value

    def word(self, key: str, default: Any = ...) -> str:
        """A text, not empty unless the default is."""
        value: str = self.take(
            key, lambda v: isinstance(v, str) and (bool(v) or default == ""), "a text", default
        )
        return value

    def words(self, key: str, default: Any = ...) -> tuple[str, ...]:
        """A list of texts, each once."""
        found = self.take(
            key,
            lambda v: isinstance(v, list) and all(isinstance(w, str) for w in v),
            "a list of texts",
            default,
        )
        if len(set(found)) < len(found):
            self.refuse("the list names one thing twice", "keep one of the two", key)
        return tuple(found)

    def code(self, key: str, choices: tuple[str, ...], default: Any = ...) -> str:
        """One of a closed list."""
        wants = _one_of(choices, self._rows.get(key))
        value: str = self.take(key, lambda v: v in choices, wants, default)
        return value

    def codes(self, key: str, choices: tuple[str, ...], default: Any = ...) -> tuple[str, ...]:
        """Some of a closed list, each once."""
        found = self.words(key, default)
        for code in found:
            if code not in choices:
                self.refuse(f"{code!r} is not known here", "write some of " + ", ".join(choices), key)
        return found

    def whole(self, key: str, default: Any = ..., most: int = MOST) -> int:
        """A whole number, not negative."""
        wants = "a whole number, not negative" + (f", up to {most}" if most < MOST else "")
        value: int = self.take(key, lambda v: is_whole(v) and v <= most, wants, default)
        return value

    def flag(self, key: str, default: Any = ...) -> bool:
        """True or false."""
        value: bool = self.take(key, lambda v: isinstance(v, bool), "true or false", default)
        return value

    def day(self, key: str, default: Any = ...) -> date:
        """A date without a time."""
        value: date = self.take(key, is_day, "a date such as 2013-09-01, without a time", default)
        return value

    def state(self, key: str, default: Any = ...) -> State:
        """A State's code."""
        code = self.word(key, default)
        return self._state(key, code) if code else default

    def states(self, key: str, default: Any = ...) -> tuple[State, ...]:
        """A list of States' codes, each once."""
        return tuple(self._state(key, code) for code in self.words(key, default))

    def _state(self, key: str, code: str) -> State:
        try:
            return State(code)
        except Unreadable as error:
            self.refuse(error.what, error.remedy, key)

    def text(self, key: str, default: Any = ...) -> Mapping[str, str]:
        """One text in English and Spanish: ``key.en`` and ``key.es``."""
        if default is not ... and key not in self._rows:
            self._known.add(key)
            return default  # type: ignore[no-any-return]
        inner = self.table(key)
        both = {language: inner.word(language) for language in ("en", "es")}
        inner.close()
        return both

    def table(self, key: str) -> Table:
        """A table within this one; empty where it is left out."""
        rows = self.take(key, lambda v: isinstance(v, dict), "a table", {})
        return Table(f"{self.where}: {key}", rows, self._complaint, self._brackets)

    def tables(self, key: str, named: str = "id") -> tuple[Table, ...]:
        """A list of tables ``[[key]]``, each named in complaints by its own id and place."""
        rows = self.take(
            key, lambda v: isinstance(v, list) and all(isinstance(r, dict) for r in v), "a list of tables", []
        )
        return tuple(
            Table(
                f"{self.where}: [[{key}]] {place}{_named(row, named)}", row, self._complaint, self._brackets
            )
            for place, row in enumerate(rows, 1)
        )

    def rows(self) -> Mapping[str, Any]:
        """Every row as it stands, all keys held known."""
        self._known.update(self._rows)
        return self._rows

    def close(self) -> None:
        """Refuse the first key that nobody took."""
        for key in self._rows:
            if key not in self._known:
                known = ", ".join(sorted(self._known))
                self.refuse(f"the key {key!r} is unknown", f"remove it, or write one of {known}", key)


def open_table(path: Path, complaint: type[Unreadable]) -> tuple[Table, bytes]:
    """Read a file of at most a mebibyte as TOML; returns its table and its bytes."""
    return parse(
        path.name if path.parent.name == "" else f"{path.parent.name}/{path.name}",
        read_bytes(path, complaint),
        complaint,
    )


def parse(where: str, raw: bytes, complaint: type[Unreadable]) -> tuple[Table, bytes]:
    """Read bytes as TOML: UTF-8, bounded in size and depth, no key twice."""
    if len(raw) > LARGEST:
        raise complaint(where=where, what=f"{len(raw)} bytes are too many", remedy=f"keep it under {LARGEST}")
    try:
        text = raw.decode("utf-8")
        if _DOTTED.search(_QUOTED.sub("s", text)):
            raise ValueError(f"a name of more than {DEEPEST} parts")
        rows = tomllib.loads(text)
    except UnicodeDecodeError as error:
        raise complaint(
            where=f"{where}: byte {error.start}", what="this is not UTF-8 text", remedy="save it as UTF-8"
        ) from None
    except (tomllib.TOMLDecodeError, RecursionError, ValueError) as error:
        raise complaint(
            where=where, what=f"this is not TOML: {error or 'nested too deep'}", remedy="mend that place"
        ) from None
    if _depth(rows) > DEEPEST:
        raise complaint(where=where, what="tables are nested too deep", remedy=f"nest at most {DEEPEST}")
    return Table(where, rows, complaint), raw


def read_bytes(path: Path, complaint: type[Unreadable]) -> bytes:
    """A file's bytes, at most one more than a mebibyte of them."""
    try:
        with path.open("rb") as file:
            return file.read(LARGEST + 1)
    except OSError as error:
        raise complaint(
            where=str(path), what=error.strerror or "it cannot be read", remedy="name a file that can be read"
        ) from None


def _depth(value: object) -> int:
    """How many tables and lists lie within each other at most; told without recursion."""
    deepest, open_ = 0, [(value, 1)]
    while open_:
        each, depth = open_.pop()
        if isinstance(each, dict | list):
            deepest = max(deepest, depth)
            open_ += [(part, depth + 1) for part in (each.values() if isinstance(each, dict) else each)]
    return deepest


def _named(row: Mapping[str, Any], named: str) -> str:
    parts = [str(row[key]) for key in (named, "article") if isinstance(row.get(key), str)]
    return " " + ", article ".join(parts) if parts else ""


def _one_of(choices: tuple[str, ...], value: object) -> str:
    """The choices in words; of many, those that are spelt nearly like the value."""
    if len(choices) <= MOST_SHOWN:
        return "one of " + ", ".join(choices)
    near = get_close_matches(str(value)[:60], choices) or choices[:3]
    return f"one of {', '.join(near)}, or {len(choices) - len(near)} more"


def _is_bracket(value: object) -> bool:
    return isinstance(value, dict) and value.keys() == {"option"}


def _shown(value: object) -> str:
    text = repr(value)
    return text if len(text) <= 60 else text[:57] + "…"
