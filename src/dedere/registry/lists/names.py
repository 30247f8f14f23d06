"""Finding cases by the words of their names and numbers, whether a word is rare or common.

A rare word is looked up and its cases taken; common words are asked of each case along the way, newest first,
since a page of them is soon full. Either way no query reads the whole docket.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, TypeVar

from django.db import connection
from django.db.models import Exists, OuterRef, Q, QuerySet

from dedere.registry.models import CaseRow, WordRow
from dedere.registry.words import asked

Rows = TypeVar("Rows", bound="QuerySet[Any]")
_RARE = 5000
_LAST = "\U0010ffff"


def with_words(rows: QuerySet[CaseRow], words: str, *, rare: int = _RARE) -> QuerySet[CaseRow]:
    """Keep the cases of which each word typed begins a word of the names or numbers.

    Together they are rare when they are found ``rare`` times at most.
    """
    wanted = asked(words)
    if not wanted:
        return rows
    rarest, *others = sorted(wanted, key=_frequency)
    found = _also(WordRow.objects.filter(begins(rarest)), "case_id", others)
    numbers = list(found.values_list("case_id", flat=True)[: rare + 1])
    if len(numbers) <= rare:
        return rows.filter(number__in=set(numbers))
    return _also(rows, "number", wanted)


def begins(word: str) -> Q:
    """Say that a word of a case begins so, in the form that the engine's index answers."""
    if connection.vendor == "postgresql":
        return Q(word__startswith=word)
    return Q(word__gte=word, word__lt=word + _LAST)  # SQLite compares byte by byte, and seeks ranges only


def _also(rows: Rows, number: str, words: Iterable[str]) -> Rows:
    for word in words:
        rows = rows.filter(Exists(WordRow.objects.filter(begins(word), case_id=OuterRef(number))))
    return rows


def _frequency(word: str) -> int:
    return WordRow.objects.filter(begins(word))[: _RARE + 1].count()
