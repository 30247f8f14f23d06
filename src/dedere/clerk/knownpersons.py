"""The persons of the docket, as a report may name them: the case's number, the name, the other names."""

from __future__ import annotations

from collections.abc import Iterator

from dedere.claims.reading.known import Known
from dedere.claims.reading.knownfile import PARTIAL
from dedere.clerk.files import cases
from dedere.docket.choices import CONFLATION
from dedere.registry.models import CaseRow

_PAGE = 500  # cases folded at a time


def known_persons() -> Iterator[Known]:
    """Yield each person whose name is established, in the order of the cases.

    A name by which a source took the person for somebody else is left out: it would match the other.
    """
    numbers = list(CaseRow.objects.order_by("position").values_list("number", flat=True))
    for begin in range(0, len(numbers), _PAGE):
        for number, case in cases(numbers[begin : begin + _PAGE]).items():
            if case.name_standing not in PARTIAL:
                names = (each.name for each in case.names if each.kind != CONFLATION)
                yield Known(id=number, name=case.person, aliases=(*case.aliases, *names))
