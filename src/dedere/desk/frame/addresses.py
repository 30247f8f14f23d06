"""How the numbers of files, and the keys of pairs, parties and ties, look in an address."""

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


class PairNumber(CaseNumber):
    """``P-2025-0001``: what was decided of a pair of records."""

    regex = r"P-\d{4}-\d{4,}"


class RunNumber(CaseNumber):
    """``R-2025-0001``: a run of the matcher."""

    regex = r"R-\d{4}-\d{4,}"


class NetworkNumber(CaseNumber):
    """``N-2025-0001``: a network of persons and organisations."""

    regex = r"N-\d{4}-\d{4,}"


class AccordNumber(CaseNumber):
    """``A-2025-0001``: what two States promised each other."""

    regex = r"A-\d{4}-\d{4,}"


class EventNumber(CaseNumber):
    """``E-2025-0001``: an event that sources speak of."""

    regex = r"E-\d{4}-\d{4,}"


class PairKey(CaseNumber):
    """The key of a pair of records, of a party or of a tie, the same every time: 24 hex digits."""

    regex = r"[0-9a-f]{24}"
