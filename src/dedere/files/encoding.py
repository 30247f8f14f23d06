"""Tells how the text of a file is encoded: UTF-8, UTF-16 or Windows-1252, or refuses to guess."""

from __future__ import annotations

import codecs
from collections.abc import Iterable
from itertools import islice
from pathlib import Path
from typing import BinaryIO

from dedere.files.faults import UnreadableFile

CHUNK = 1 << 20
ENOUGH = 4  # chunks with anything beyond ASCII that are enough to tell by
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# What Windows-1252 writes in Spanish, English and Portuguese; in DOS or Mac text these bytes are other signs.
_LETTERS = "áéíóúüñÁÉÍÓÚÜÑàèìòùâêîôûãõçäëïöÀÈÌÒÙÂÊÎÔÛÃÕÇÄËÏÖªº°¿¡´’‘“”–—«»·".encode("cp1252")
_ASCII = bytes(range(0x80))
_FOREIGN = 0.02  # of the signs beyond ASCII may be others, before the text is none of these


def recognise(path: Path) -> str:
    """Name the codec of a text file: ``utf-8[-sig]``, ``utf-16[-le|-be]`` or ``cp1252``.

    Text in ASCII alone is ``utf-8``. Raises UnreadableFile where the bytes fit none.
    """
    with path.open("rb") as stream:
        return recognised(stream, path)


def recognised(stream: BinaryIO, where: object) -> str:
    """Name the codec of what a stream holds, as ``recognise`` does of a file; ``where`` is for complaints."""
    head = stream.read(CHUNK)
    if head.startswith((codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)):
        raise UnreadableFile(where, "no-text")
    if codec := next((codec for mark, codec in _MARKS if head.startswith(mark)), ""):
        return codec
    if b"\x00" in head:
        return _of_pairs(where, head)
    stream.seek(0)
    return _of_bytes(where, iter(lambda: stream.read(CHUNK), b""))


def _of_pairs(where: object, head: bytes) -> str:
    """UTF-16 without a mark: the zeros of its ASCII letters stand at odd places or at even ones."""
    even, odd = head[::2].count(0), head[1::2].count(0)
    if max(even, odd) > len(head) // 4 and min(even, odd) <= max(even, odd) * _FOREIGN:
        return "utf-16-le" if odd > even else "utf-16-be"
    raise UnreadableFile(where, "no-text")


def _of_bytes(where: object, chunks: Iterable[bytes]) -> str:
    """Weigh the first mebibytes that hold anything beyond ASCII."""
    sequences = strays = letters = signs = 0
    for chunk in islice((chunk for chunk in chunks if not chunk.isascii()), ENOUGH):
        high = chunk.translate(None, _ASCII)
        good, bad = _utf8(chunk, len(high))
        sequences, strays = sequences + good, strays + bad
        signs, letters = signs + len(high), letters + len(high) - len(high.translate(None, _LETTERS))
    # Bytes that happen to be UTF-8 are rare in any other text; letters alone tell Windows-1252.
    if strays <= sequences:
        return "utf-8"
    if sequences <= strays * _FOREIGN and letters >= signs * (1 - _FOREIGN):
        return "cp1252"
    raise UnreadableFile(where, "encoding-unclear")


def _utf8(chunk: bytes, high: int) -> tuple[int, int]:
    """Count the characters beyond ASCII that decode, and those that do not; the chunk's ends are let go."""
    text = chunk.decode("utf-8", "replace")
    beyond = len(text) - (len(chunk) - high)
    wrong = text.count("\ufffd") - chunk.count("\ufffd".encode())
    edges = chunk[:3].decode("utf-8", "replace").count("\ufffd") if len(chunk) == CHUNK else 0
    edges += chunk[-3:].decode("utf-8", "replace").count("\ufffd") if len(chunk) == CHUNK else 0
    return beyond - wrong, max(0, wrong - edges)
