"""What weighs for and against as a picture: each bar starts where the one before it ended.

Places are per cent of the picture's width, as text, so that no language writes them with a comma.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import accumulate

from dedere.desk.frame.dates import partial
from dedere.desk.wording import language, say
from dedere.persons import spoken
from dedere.persons.proposal import Evidence, Proposal

PRIOR = "prior"
_TICKS = (1, 2, 5, 10, 20, 50)
_MOST_TICKS = 6
_DATE = re.compile(r"\d{4}(?:-\d\d){0,2}")
_SURE = 0.995
_LITTLE = 0.15  # less than a ninth likelier: hardly a weight
_SMALL = 10
_MILLION = 1e6
_ROOM = 0.04  # of the span, left free on either side


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One bar: what was compared, its weight, where it stands, and where the sum stands after it."""

    evidence: Evidence
    kind: str
    x: str
    width: str
    start: str
    end: str

    @property
    def joint(self) -> str:
        """Where the bar is joined to the one above: where it starts; the sum, where it ends."""
        return self.end if self.kind == "total" else self.start

    @property
    def what(self) -> str:
        """What was compared."""
        return spoken.what(self.evidence.code, language())

    @property
    def how(self) -> str:
        """How it came out."""
        return spoken.how(self.evidence.code, language())

    @property
    def said(self) -> tuple[str, str]:
        """What each record says of it, the person wanted first."""
        return _said(self.evidence.wanted), _said(self.evidence.held)

    @property
    def one_in(self) -> int:
        """One in how many of the register carries what was compared; 0 where that is not told."""
        return round(1 / self.evidence.share) if self.evidence.share else 0

    @property
    def words(self) -> str:
        """What the weight means: how many times likelier, or the odds before and after comparing."""
        if abs(self.evidence.bits) < _LITTLE:
            return say("matches.times.little")
        side = "for" if self.evidence.bits > 0 else "against"
        kind = f"{self.kind}-{side}" if self.kind == "total" else self.kind
        return say(f"matches.times.{kind}", n=_large(2.0 ** min(abs(self.evidence.bits), 60.0)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Tick:
    """A mark on the scale, in bits, and the odds that it stands for: ``1 : 32`` or ``32 : 1``."""

    x: str
    bits: str
    odds: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Waterfall:
    """The whole picture: the bars, the sum as a bar of its own, the scale, and where the odds are even."""

    steps: tuple[Step, ...]
    total: Step
    ticks: tuple[Tick, ...]
    even: str


def waterfall(proposal: Proposal) -> Waterfall:
    """Lay out a proposal's evidence from the prior to the sum."""
    sums = list(accumulate((each.bits for each in proposal.evidence), initial=0.0))
    low, high = min((*sums, proposal.bits)), max((*sums, proposal.bits))
    room = max(high - low, 1.0) * _ROOM
    scale = _Scale(low=low - room, high=high + room)
    return Waterfall(
        steps=tuple(
            scale.step(each, start, end)
            for each, start, end in zip(proposal.evidence, sums, sums[1:], strict=False)
        ),
        total=scale.step(Evidence(code="total", bits=proposal.bits), 0.0, proposal.bits),
        ticks=scale.ticks(),
        even=scale.place(0.0),
    )


def _said(text: str) -> str:
    """What a record says of a step; a date with its month in words."""
    try:
        return partial(text, language()) if _DATE.fullmatch(text) else text
    except (ValueError, IndexError):
        return text


def chance(probability: float) -> str:
    """A probability as so many pairs of a hundred, with the figure; never *none* and never *all*."""
    hundredths = round(100 * probability)
    figure = f"{100 * probability:.1f}"
    if probability >= _SURE:
        return say("matches.chance-most", figure=min(figure, "99.9", key=float))
    if hundredths < 1:
        return say("matches.chance-least", figure=max(figure, "0.1", key=float))
    return say("matches.chance", n=hundredths, figure=figure)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Scale:
    low: float
    high: float

    def place(self, bits: float) -> str:
        return f"{100 * (bits - self.low) / (self.high - self.low):.2f}%"

    def step(self, evidence: Evidence, start: float, end: float) -> Step:
        width = 100 * abs(end - start) / (self.high - self.low)
        kind = evidence.code if evidence.code in (PRIOR, "total") else "for" if end >= start else "against"
        return Step(
            evidence=evidence,
            kind=kind,
            x=self.place(min(start, end)),
            width=f"{max(width, 0.4):.2f}%",
            start=self.place(start),
            end=self.place(end),
        )

    def ticks(self) -> tuple[Tick, ...]:
        every = next((each for each in _TICKS if (self.high - self.low) / each <= _MOST_TICKS), 100)
        first = -int(-self.low // every) if self.low > 0 else int(self.low / every)
        marks = (n * every for n in range(first, int(self.high // every) + 1))
        return tuple(
            Tick(x=self.place(mark), bits=f"{mark:+d}".replace("-", "−") if mark else "0", odds=_odds(mark))
            for mark in marks
        )


def _odds(bits: int) -> str:
    value = 2.0 ** abs(bits)
    told = _two(value) if value < _MILLION else f"{_two(value / _MILLION)} M"
    return f"{told} : 1" if bits > 0 else f"1 : {told}"


def _large(value: float) -> str:
    """A number to two figures that can be read; beyond a thousand millions no figure at all."""
    if value >= _MILLION * 1000:
        return say("matches.beyond")
    if value >= _MILLION:
        return say("matches.millions", n=_two(value / _MILLION))
    return _two(value)


def _two(value: float) -> str:
    told = float(f"{value:.2g}")
    return f"{told:.1f}" if told < _SMALL and told % 1 else f"{told:,.0f}"
