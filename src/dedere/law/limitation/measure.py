"""How long a term is: fixed, or measured from the penalty or the sentence, never under its least."""

from __future__ import annotations

from fractions import Fraction

from dedere.law.limitation.inquiry import LONGEST, Inquiry
from dedere.law.limitation.rules import LimitationLaw, Term
from dedere.law.limitation.window import Months

QUARTER_MORE = Fraction(5, 4)


def measured(law: LimitationLaw, term: Term, ask: Inquiry) -> Months:
    """The length of a term."""
    if not term.of:
        return Months(exact=Fraction(term.months))
    exact = _MEASURES[term.of](law.side, ask)
    longer = exact * QUARTER_MORE if term.quarter_more else exact
    if longer < term.months:
        ask.say("least", term, months=term.months)
    return Months(exact=max(longer, Fraction(term.months)))


def _mean(side: str, ask: Inquiry) -> Fraction:
    """The arithmetic mean of the least and the greatest penalty; as stated, where only it is known."""
    least, most, stated = (ask.told(f"{figure}-{side}") for figure in ("minimum", "maximum", "mean"))
    if isinstance(stated, int) and (least is None or most is None):
        ask.say("mean-stated", None, f"mean-{side}", mean=stated)
        return Fraction(stated)
    low = ask.count(f"minimum-{side}", 0, most if isinstance(most, int) else LONGEST)
    high = ask.count(f"maximum-{side}", low)
    mean = Fraction(low + high, 2)
    proof = (f"minimum-{side}", f"maximum-{side}")
    ask.say("mean", None, *proof, minimum=low, maximum=high, mean=Months(exact=mean).words())
    return mean


def _sentence(_: str, ask: Inquiry) -> Fraction:
    return Fraction(ask.count("sentence-months", 1))


def _rest(_: str, ask: Inquiry) -> Fraction:
    return Fraction(ask.count("sentence-left-months", 1))


_MEASURES = {"mean": _mean, "sentence": _sentence, "rest": _rest}
