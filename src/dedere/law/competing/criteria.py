"""The criteria: what each reads of a request, as a span between the least and the most that it may be.

A span of one point is known. The higher end speaks for a request: the more serious penalty, the
earlier day (days are negated), yes rather than no.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from dedere.law.competing.request import DEATH, LIFE, Request, Wanted

Scale = tuple[int, int]
Way = tuple[int, bool]  # 1, 0 or -1: for the first, even, for the second; whether both meet it

YES_OR_NO: Scale = (0, 1)
# Months of prison; then imprisonment for life; then death.
PENALTY: dict[str, int] = {LIFE: 10**15, DEATH: 10**15 + 1}
ANY_PENALTY: Scale = (1, PENALTY[DEATH])
ANY_DAY: Scale = (-date.max.toordinal(), -date.min.toordinal())


@dataclass(frozen=True, slots=True, kw_only=True)
class Criterion:
    """One thing that is considered.

    ``read`` gives the span of a request; None where the text names the thing and does not say
    which way it points. ``yes_or_no`` tells a criterion that a request meets or does not.
    """

    code: str
    read: Callable[[Request], Scale] | None
    yes_or_no: bool = False

    def ways(self, first: Request, second: Request) -> frozenset[Way]:
        """Every way in which the two may compare, whatever is still unknown of them."""
        if self.read is None:
            return frozenset({(0, True)})
        (low, high), (least, most) = self.read(first), self.read(second)
        if self.yes_or_no:
            pairs = ((a, b) for a in range(low, high + 1) for b in range(least, most + 1))
            return frozenset((a - b, a + b == 2) for a, b in pairs)
        signs = {1: high > least, -1: low < most, 0: low <= most and least <= high}
        return frozenset((sign, True) for sign, possible in signs.items() if possible)


def _known(value: bool | None) -> Scale:
    return YES_OR_NO if value is None else (int(value), int(value))


def _place(request: Request) -> Scale:
    """Whether an offence of the request was committed in the territory of the State that asks."""
    seen = {offence.place for offence in request.offences} or {""}
    if request.state in seen:
        return 1, 1
    return (0, 1) if "" in seen else (0, 0)


def _penalty(offence: Wanted) -> Scale:
    maximum = offence.maximum
    if maximum is None:
        return ANY_PENALTY
    exact = PENALTY[maximum] if isinstance(maximum, str) else maximum
    return exact, exact


def _seriousness(request: Request) -> Scale:
    """The most serious maximum penalty among the offences of the request."""
    spans = [_penalty(offence) for offence in request.offences] or [ANY_PENALTY]
    return max(low for low, _ in spans), max(high for _, high in spans)


def _day(day: date | None) -> Scale:
    return ANY_DAY if day is None else (-day.toordinal(), -day.toordinal())


def _first_asked(request: Request) -> Scale:
    """The day of the request or of the demand for provisional detention, whichever came first."""
    received = _day(request.received_on)
    if request.provisional is False:
        return received
    detained = _day(request.provisional_on)  # where none is known there may have been one, on any day
    return max(received[0], detained[0]), max(received[1], detained[1])


CRITERIA = {
    each.code: each
    for each in (
        Criterion(code="agreements", read=lambda request: _known(request.treaty), yes_or_no=True),
        Criterion(code="place", read=_place, yes_or_no=True),
        Criterion(code="seriousness", read=_seriousness),
        Criterion(code="dates-received", read=lambda request: _day(request.received_on)),
        Criterion(code="first-asked", read=_first_asked),
        Criterion(code="nationality", read=lambda request: _known(request.national), yes_or_no=True),
        Criterion(
            code="later-re-extradition", read=lambda request: _known(request.re_extradition), yes_or_no=True
        ),
        Criterion(code="purpose", read=None),
    )
}
