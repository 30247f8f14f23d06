"""A State that asks or is asked, by its ISO 3166-1 alpha-2 code."""

from __future__ import annotations

import re

from dedere.words.unreadable import Unreadable

_CODE = re.compile(r"[A-Z]{2}")


class State(str):
    """An ISO 3166-1 alpha-2 code, such as ``MX`` or ``US``."""

    __slots__ = ()

    def __new__(cls, code: str) -> State:
        """Read a code; raises Unreadable when the text is not two capital letters."""
        if not _CODE.fullmatch(code):
            raise Unreadable(
                where="state",
                what=f"{code!r} is not a State's code",
                remedy="write the two capital letters of ISO 3166-1, such as MX or US",
            )
        return super().__new__(cls, code)
