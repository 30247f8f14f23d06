"""A line as one canonical JSON text, and back, with nothing lost."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Callable, Mapping
from datetime import date, datetime
from functools import partial
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from dedere.docket.entries import KINDS, Entry, Line
from dedere.words import Unreadable
from dedere.words.canonical import canonical

Tree = Mapping[str, Any]
Reader = Callable[[Any, str], Any]
_READERS: dict[Any, Reader] = {}
_HINTS: dict[Any, Mapping[str, Any]] = {}  # reading hints is slow, and they never change


class UnreadableLine(Unreadable):
    """A stored line that is not what this desk writes."""


def write(line: Line) -> str:
    """Return the line's canonical text: sorted keys, no spaces, ISO instants with their zone."""
    return canonical(tree_of_line(line))


def read(text: str) -> Line:
    """Read a canonical text; raises UnreadableLine naming the field."""
    return line_of(parse(text))


def line_of(tree: Tree) -> Line:
    """Build the line that a tree describes; raises UnreadableLine."""
    line = _value(Line, tree, "line")
    assert isinstance(line, Line)  # noqa: S101  (told to mypy; _value builds what it is asked for)
    return line


def tree_of(entry: Entry) -> dict[str, Any]:
    """Return an entry as plain JSON values, its code under ``code``."""
    return {"code": entry.code, **{name: plain(getattr(entry, name)) for name in hints(type(entry))}}


def tree_of_line(line: Line) -> dict[str, Any]:
    """Return a line as plain JSON values."""
    told = {name: plain(getattr(line, name)) for name in hints(Line) if name != "entry"}
    return told | {"entry": tree_of(line.entry)}


def entry_of(tree: Tree) -> Entry:
    """Build the entry that a tree describes; raises UnreadableLine."""
    kind = KINDS.get(str(tree.get("code")))
    if kind is None:
        raise _unreadable("entry.code", f"{tree.get('code')!r} is no entry")
    entry = _value(kind, {key: value for key, value in tree.items() if key != "code"}, "entry")
    assert isinstance(entry, Entry)  # noqa: S101
    return entry


def hints(kind: Any) -> Mapping[str, Any]:
    """The fields of a dataclass and the types they hold."""
    if kind not in _HINTS:
        told = get_type_hints(kind)
        _HINTS[kind] = {field.name: told[field.name] for field in dataclasses.fields(kind)}
    return _HINTS[kind]


def instant(text: str, where: str) -> datetime:
    """Read an ISO instant; raises UnreadableLine when it has no zone."""
    try:
        at = datetime.fromisoformat(text)
    except ValueError:
        raise _unreadable(where, f"{text!r} is no instant") from None
    if at.utcoffset() is None:
        raise _unreadable(where, f"{text!r} has no zone")
    return at


def plain(value: Any) -> Any:
    """Return a dataclass, or any value that one may hold, as plain JSON values."""
    if isinstance(value, date):  # an instant is a date too
        return value.isoformat()
    if isinstance(value, tuple):
        return [plain(each) for each in value]
    if dataclasses.is_dataclass(value):
        return {name: plain(getattr(value, name)) for name in hints(type(value))}
    return value


def parse(text: str) -> Tree:
    """Read a JSON object; raises UnreadableLine."""
    try:
        tree = json.loads(text)
    except ValueError as complaint:
        raise _unreadable("line", f"it is not JSON ({complaint})") from None
    if not isinstance(tree, dict):
        raise _unreadable("line", "it is not a JSON object")
    return tree


def _value(kind: Any, value: Any, where: str) -> Any:
    if kind not in _READERS:
        _READERS[kind] = _reader(kind)
    return _READERS[kind](value, where)


def _reader(kind: Any) -> Reader:
    """Choose once, by the declared type, how its values are read."""
    if kind is Entry:
        return _entry
    if dataclasses.is_dataclass(kind):
        return partial(_build, kind)
    if get_origin(kind) is tuple:
        return partial(_row, get_args(kind)[0])
    if get_origin(kind) in (Union, UnionType):
        return partial(_either, get_args(kind))
    return partial({datetime: _instant, date: _day}.get(kind, _plainly), kind)


def _entry(value: Any, where: str) -> Any:
    return entry_of(value if isinstance(value, dict) else {})


def _plainly(kind: Any, value: Any, where: str) -> Any:
    if type(value) is not kind:
        raise _unreadable(where, f"{value!r} is not {kind.__name__}")
    return value


def _row(kind: Any, value: Any, where: str) -> tuple[Any, ...]:
    if not isinstance(value, list):
        raise _unreadable(where, f"{value!r} is no list")
    return tuple([_value(kind, each, where) for each in value])


def _build(kind: Any, value: Any, where: str) -> Any:
    if not isinstance(value, dict):
        raise _unreadable(where, f"{value!r} is no object")
    fields = hints(kind)
    if strange := sorted(set(value) - set(fields)):
        raise _unreadable(where, f"no such field: {', '.join(strange)}")
    try:
        return kind(**{name: _value(fields[name], each, f"{where}.{name}") for name, each in value.items()})
    except TypeError as complaint:
        raise _unreadable(where, str(complaint)) from None


def _either(kinds: tuple[Any, ...], value: Any, where: str) -> Any:
    """Read one of several types: the one that the value has, or the one that it is written as."""
    if value is None and NoneType in kinds:
        return None
    kind = type(value) if type(value) in kinds else next(kind for kind in kinds if kind is not NoneType)
    return _value(kind, value, where)


def _instant(kind: Any, value: Any, where: str) -> datetime:
    return instant(_plainly(str, value, where), where)


def _day(kind: Any, value: Any, where: str) -> date:
    try:
        return date.fromisoformat(_plainly(str, value, where))
    except ValueError:
        raise _unreadable(where, f"{value!r} is no day") from None


def _unreadable(where: str, what: str) -> UnreadableLine:
    return UnreadableLine(where=where, what=what, remedy="restore the line from the journal that wrote it")
