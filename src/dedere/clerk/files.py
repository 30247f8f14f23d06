"""Cases as they stand, folded from the journal."""

from __future__ import annotations

from collections.abc import Iterable

from dedere.docket.case import Case, fold
from dedere.docket.sort import Sort, sort_of
from dedere.registry import journal, worklists


class NoSuchFile(LookupError):
    """No file has this number; ``searched`` says which was asked for."""

    def __init__(self, searched: str) -> None:
        super().__init__(searched)
        self.searched = searched


def case(number: str) -> Case:
    """Return a case; raises NoSuchFile."""
    if found := find_case(number):
        return found
    raise NoSuchFile(number)


def find_case(number: str) -> Case | None:
    """Return a case, or None."""
    lines = journal.read(number) if sort_of(number) is Sort.CASE else ()
    return fold(number, lines) if lines else None


def cases(numbers: Iterable[str]) -> dict[str, Case]:
    """Return those of the cases that exist, by number."""
    return worklists.cases_of(numbers)
