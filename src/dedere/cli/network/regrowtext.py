"""What grows back, as lines for people: scenarios, what moves them, what they rest on, what must be said."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dedere.cli.words import Words
from dedere.links.regrow.outlook import Outcome, Outlook
from dedere.links.regrow.spoken import scenario_words, told
from dedere.links.regrow.study import Assumption

_MOST = 3  # assumptions named as those that move a figure most


def lines(outlook: Outlook, say: Words) -> Iterator[str]:
    """Every scenario with its figures, then assumptions with their sources, then the caveats."""
    yield say.say("regrow-drawn", draws=outlook.draws, seed=outlook.seed)
    first = outlook.outcomes[0]
    for outcome in outlook.outcomes:
        yield ""
        yield scenario_words(outcome.scenario, outcome.persons, say.language)
        yield from _figures(outcome, first, say)
    yield ""
    yield say.say("regrow-rests")
    cited = list(dict.fromkeys(key for each in outlook.study.assumptions.values() for key in each.sources))
    for each in outlook.study.assumptions.values():
        yield _assumption(each, cited, say)
    yield from (f"  [{place}] {outlook.study.sources[key]}" for place, key in enumerate(cited, 1))
    yield ""
    yield from (f"! {say.code('regrow-caveat', code)}" for code in outlook.caveats)


def _figures(outcome: Outcome, first: Outcome, say: Words) -> Iterator[str]:
    for code, found in outcome.figures.items():
        yield f"  {say.code('figure', code)}: {told(found, code)}"
        if code in outcome.against:
            difference = told(outcome.against[code], code, signed=True)
            against = scenario_words(first.scenario, first.persons, say.language)
            yield "    " + say.say("regrow-against", scenario=against, difference=difference)
    moved = ", ".join(
        f"{say.code('assumption', driver.assumption)} ({_signed(driver.correlation)})"
        for driver in outcome.drivers[:_MOST]
    )
    if moved:
        yield "  " + say.say("regrow-moved", figure=say.code("figure", outcome.driven), by=moved)


def _assumption(each: Assumption, cited: Sequence[str], say: Words) -> str:
    spread = f"{each.value:.7g}" + (f" [{each.low:.7g}; {each.high:.7g}]" if each.low < each.high else "")
    sources = "".join(f" [{cited.index(key) + 1}]" for key in each.sources)
    basis = say.code("assumption-basis", each.basis)
    return f"  {say.code('assumption', each.code)}: {spread} · {basis}{sources}"


def _signed(correlation: float) -> str:
    return f"{correlation:+.2f}".replace("-", "−")
