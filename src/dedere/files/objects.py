"""The objects of a JSON file, one after another, whether they stand in an array or one on each line."""

from __future__ import annotations

import codecs
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dedere.files.faults import UnreadableFile
from dedere.files.lines import utf8
from dedere.files.records import GLIMPSE

LARGEST = 1 << 24  # characters of one object
_DECODER = json.JSONDecoder()
_BETWEEN = " \t\r\n,[]"
_HALF = re.compile(r"\\u[dD][89a-fA-F]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """An object and the line on which it begins, or the fault of what stands there."""

    line: int
    value: Mapping[str, Any]
    fault: str = ""
    read: str = ""


def objects(path: Path, encoding: str) -> Iterator[Found]:
    """Yield the objects in order, holding one at a time.

    On a line of its own, what is no object is a fault; within an array it ends the reading, since where the
    next begins cannot be told: raises UnreadableFile naming the line.
    """
    text = _Text(_pieces(path, encoding))
    in_array = text.begins_with("[")
    while text.fill():
        line = text.line
        try:
            value, end = _DECODER.raw_decode(text.held, text.at)
        except (ValueError, RecursionError):  # a number of thousands of digits is a plain ValueError
            if text.more():
                continue
            if in_array:
                raise UnreadableFile(f"{path}: {line}", "no-json") from None
            yield Found(line=line, value={}, fault="no-json", read=text.skip_line())
            continue
        yield _found(line, value, text.take(end))


def _found(line: int, value: object, read: str) -> Found:
    if not read.isascii() and any("\udc80" <= sign <= "\udcff" for sign in read):
        shown = read.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
        return Found(line=line, value={}, fault="not-in-encoding", read=shown)
    if _HALF.search(read) and not _writable(value):
        return Found(line=line, value={}, fault="not-in-encoding", read=read)
    if not isinstance(value, dict):
        return Found(line=line, value={}, fault="no-json", read=read)
    return Found(line=line, value=value, read=read[:GLIMPSE])


def _writable(value: object) -> bool:
    """Whether no text in a value is half of a pair, which an escape may spell and no encoding can write."""
    try:
        json.dumps(value, ensure_ascii=False).encode()
    except UnicodeEncodeError:
        return False
    return True


def _pieces(path: Path, encoding: str) -> Iterator[str]:
    decoder = codecs.getincrementaldecoder("utf-8")("surrogateescape")
    for piece in utf8(path, encoding):
        yield decoder.decode(piece)


class _Text:
    """A text that is read piece by piece, and let go of as it is taken."""

    def __init__(self, pieces: Iterator[str]) -> None:
        self._pieces, self._ended = pieces, False
        self.held, self.at, self.line = "", 0, 1

    def begins_with(self, sign: str) -> bool:
        """Whether this is the first sign that is no blank."""
        while not self.held.strip() and not self._ended:
            self.more()
        return self.held.lstrip().startswith(sign)

    def fill(self) -> bool:
        """Pass what stands between objects; False at the end."""
        while True:
            at = self.at
            while at < len(self.held) and self.held[at] in _BETWEEN:
                at += 1
            self.take(at)
            if self.at < len(self.held):
                return True
            if not self.more():
                return False

    def more(self) -> bool:
        """Read on, unless the end has come or more is held than one object may be."""
        if self._ended or len(self.held) - self.at > LARGEST:
            return False
        piece = next(self._pieces, None)
        self._ended = piece is None
        self.held, self.at = self.held[self.at :] + (piece or ""), 0
        return not self._ended

    def take(self, end: int) -> str:
        """Let go of the text up to a place, and return it."""
        taken = self.held[self.at : end]
        self.line += taken.count("\n")
        self.at = end
        return taken

    def skip_line(self) -> str:
        """Let go of the rest of the line, however long; return its beginning."""
        read = self.held[self.at : self.at + GLIMPSE].partition("\n")[0]
        while (end := self.held.find("\n", self.at)) < 0:
            self.take(len(self.held))
            if not self.more():
                return read
        self.take(end)
        return read
