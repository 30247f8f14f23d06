"""Kinds of file that hold no rows, told by the first bytes."""

from __future__ import annotations

from collections.abc import Mapping

_BEGINNINGS: Mapping[bytes, str] = {
    b"%PDF": "PDF",
    b"\xd0\xcf\x11\xe0": "XLS / DOC (1997)",
    b"\x1f\x8b": "GZIP",
    b"7z\xbc\xaf": "7-Zip",
    b"Rar!": "RAR",
    b"SQLite format 3": "SQLite",
    b"\x89PNG": "PNG",
    b"\xff\xd8\xff": "JPEG",
    b"{\\rtf": "RTF",
}


def kind_of(head: bytes) -> str:
    """Name the kind of a file that begins so; empty where it may be text, or a kind that is read."""
    return next((kind for beginning, kind in _BEGINNINGS.items() if head.startswith(beginning)), "")
