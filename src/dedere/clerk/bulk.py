"""One act for many persons, and many cases at once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import islice

from django.db import transaction

from dedere.clerk.deciding import Filed, decide_all, numbered
from dedere.clerk.exchange.telling import of_case, tell
from dedere.clerk.filing import file, series
from dedere.docket.acts import Act
from dedere.registry import journal, serials, worklists
from dedere.registry.journal import Addition
from dedere.words import Refused

_BATCH = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class OneOfMany:
    """What became of one person's act."""

    number: str
    result: Filed | Refused


def file_many(
    numbers: Iterable[str], act_for: Callable[[str], Act], *, by: str, at: datetime
) -> Iterator[OneOfMany]:
    """File one act for each case, each in a transaction of its own, and say what became of each.

    A refusal for one person stops nobody else's; what was yielded is on disk.
    """
    for number in numbers:
        yield OneOfMany(number=number, result=file(number, act_for(number), by=by, at=at))


def open_many(
    openings: Iterable[Sequence[Act]], *, by: str, at: datetime, batch: int = _BATCH
) -> Iterator[Filed | Refused]:
    """Open many cases, each from its acts in order, a batch to a transaction: the import's fast path.

    Yields one result for each opening, in order, once its batch is on disk.
    """
    waiting = iter(openings)
    while part := list(islice(waiting, batch)):
        yield from _open_batch([decide_all(None, acts, by=by, at=at) for acts in part], at)


@transaction.atomic
def _open_batch(decided: Sequence[Filed | Refused], at: datetime) -> list[Filed | Refused]:
    journal.hold()
    numbers = serials.give(series(at), sum(isinstance(each, Filed) for each in decided))
    results = [numbered(each, next(numbers)) if isinstance(each, Filed) else each for each in decided]
    filed = [each for each in results if isinstance(each, Filed)]
    journal.append_all([Addition(stream=each.case.number, lines=each.lines, expected=0) for each in filed])
    worklists.refresh_all([each.case for each in filed], fresh=True)
    for each in filed:
        tell(of_case(each.case), each.lines)
    return results
