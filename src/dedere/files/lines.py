"""The text of a file as whole lines, some mebibytes at a time: no line, however long, is held in memory."""

from __future__ import annotations

import codecs
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

BLOCK = 1 << 23
LONGEST = 1 << 20  # bytes of a line in UTF-8; a longer one is set aside


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """Whole lines in UTF-8, each ended by ``\\n``; ``line`` is the number of the first in its file.

    ``overlong``: the block is the beginning of one line that is longer than a block may be.
    """

    text: bytes
    line: int
    overlong: bool = False


def blocks(path: Path, encoding: str) -> Iterator[Block]:
    """Yield the file's lines in order; bytes that are not in ``encoding`` stay in them as no UTF-8."""
    line, rest, skipping = 1, b"", False
    for text in utf8(path, encoding):
        if skipping:
            _, end, text = text.partition(b"\n")
            if not end:
                continue
            line, skipping = line + 1, False
        whole, end, rest = (rest + text).rpartition(b"\n")
        if end:
            yield Block(text=(whole + end).replace(b"\r\n", b"\n"), line=line)
            line += whole.count(b"\n") + 1
        if len(rest) > LONGEST:
            yield Block(text=rest[:LONGEST], line=line, overlong=True)
            rest, skipping = b"", True
    if rest:
        yield Block(text=rest.removesuffix(b"\r") + b"\n", line=line)


def utf8(path: Path, encoding: str) -> Iterator[bytes]:
    """The file's bytes in UTF-8, without a byte order mark."""
    with path.open("rb") as stream:
        pieces = iter(lambda: stream.read(BLOCK), b"")
        if encoding == "utf-8":
            yield from pieces
            return
        if encoding == "utf-8-sig":
            stream.seek(len(codecs.BOM_UTF8))
            yield from pieces
            return
        # A byte that Windows-1252 leaves open, or half a pair of UTF-16, becomes a lone surrogate: no UTF-8.
        errors = "surrogateescape" if encoding == "cp1252" else "surrogatepass"
        decoder = codecs.getincrementaldecoder(encoding)(errors)
        for piece in pieces:
            yield decoder.decode(piece).encode("utf-8", "surrogatepass")
        if decoder.getstate()[0]:
            yield b"\xff"
