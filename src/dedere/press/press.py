"""The press: a template and plain data become a PDF/A, the same bytes for the same data and instant."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

import typst

ROOT = Path(__file__).parents[1]  # a template stands in the room whose paper it is
# Writing systems that the fonts on board can set; any other letter is printed as its code point.
_SET = ("LATIN", "GREEK", "CYRILLIC", "DIGIT", "COMBINING", "MODIFIER")
# Marks that turn the direction of text, and could make one name look like another.
_TURNS = frozenset("\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def press(template: str, data: Mapping[str, Any], *, at: datetime) -> bytes:
    """Return the PDF (PDF/A-2a, PDF/UA-1) of a template, named as ``desk/paper/tags``.

    ``data`` is JSON's values; each string is set as plain text, whatever marks it holds. A letter
    that no font on board can set is printed as ``⟨U+4E2D⟩``, so that nothing is lost in silence.
    """
    try:
        return _compile(template, walk(data, readable), at)
    except typst.TypstError as error:
        if "could not be displayed" not in str(error):
            raise
        return _compile(template, walk(data, spelled), at)


def _compile(template: str, data: Any, at: datetime) -> bytes:
    pdf = typst.compile(
        str(ROOT / f"{template}.typ"),
        root=str(ROOT),
        sys_inputs={"data": json.dumps(data, ensure_ascii=False, sort_keys=True)},
        ignore_system_fonts=True,
        pdf_standards=["a-2a", "ua-1"],
        timestamp=int(at.timestamp()),
    )
    assert isinstance(pdf, bytes)  # noqa: S101  (one PDF was asked for, not pages)
    return pdf


def walk(value: Any, change: Callable[[str], str]) -> Any:
    """Return the same tree of JSON values with each string changed; keys stay."""
    if isinstance(value, str):
        return change(value)
    if isinstance(value, Mapping):
        return {key: walk(each, change) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [walk(each, change) for each in value]
    return value


def readable(text: str) -> str:
    """Drop what would turn or break a printed line: control characters and direction marks."""
    return "".join(_plain(each) for each in unicodedata.normalize("NFC", text) if each not in _TURNS)


def _plain(each: str) -> str:
    return " " if unicodedata.category(each) == "Cc" and each != "\n" else each


def spelled(text: str) -> str:
    """Print as code points the letters and pictures that no font on board can set."""
    return "".join(each if _settable(each) else f"⟨U+{ord(each):04X}⟩" for each in readable(text))


def _settable(each: str) -> bool:
    if ord(each) < 0x250 or each in "–—‘’“”„†‡•…‰′″€№™−≤≥✓⟨⟩\u202f":
        return True
    return unicodedata.name(each, "").startswith(_SET) and ord(each) < 0x530
