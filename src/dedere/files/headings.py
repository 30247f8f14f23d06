"""A column's heading without what people write differently."""

from __future__ import annotations

import re

from anyascii import anyascii

_EDGE = re.compile(r"[^a-z0-9]")


def fold(heading: str) -> str:
    """A heading without accents, case, blanks or signs."""
    return _EDGE.sub("", anyascii(heading).lower())
