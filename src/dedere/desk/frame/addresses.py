"""How a case's number and a handover's id look in an address."""

from __future__ import annotations


class CaseNumber:
    """``MX-2025-0001``: State, year, four or more digits."""

    regex = r"[A-Z]{2}-\d{4}-\d{4,}"

    def to_python(self, value: str) -> str:
        """Return the number as written."""
        return value

    def to_url(self, value: str) -> str:
        """Return the number as written."""
        return value


class HandoverId(CaseNumber):
    """``H-2025-0001``: the letter, year, four or more digits."""

    regex = r"H-\d{4}-\d{4,}"
