"""An assessment as text that a lawyer can read: charge by charge, effect by effect, with the article."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from types import MappingProxyType

from dedere.cli.words import Words
from dedere.law.assessment import (
    Assessment,
    ChargeAssessment,
    ClauseFinding,
    ClockReading,
    Effect,
    InstrumentUsed,
    NextThing,
)
from dedere.law.casefile import CaseFile
from dedere.law.dayline import COUNTED, ClockDay
from dedere.law.library import Library
from dedere.law.speech import speech
from dedere.law.stands import behind
from dedere.words import Citation, Finding

_ORDER = {effect: place for place, effect in enumerate(Effect)}
_SIGNS = {Finding.MET: "+", Finding.NOT_MET: "-", Finding.UNKNOWN: "?"}


def told(casefile: CaseFile, assessment: Assessment, library: Library, say: Words) -> str:
    """Return the whole assessment as lines of text."""
    return "\n".join(
        [
            *_head(casefile, say),
            *_instruments(assessment, library, say),
            *(line for charge in assessment.charges for line in _charge(charge, library, say)),
            *clock_lines(assessment.clocks, library, say),
            *_next(assessment.next, library, say),
        ]
    )


def clock_lines(
    clocks: Iterable[ClockReading],
    library: Library,
    say: Words,
    days: Mapping[str, Sequence[ClockDay]] = MappingProxyType({}),
) -> Iterator[str]:
    """Yield the clocks, each with its day, its article, what its running out does, and its days if given."""
    yield from ("", say.say("clocks"))
    lines = [
        line
        for clock in clocks
        for line in (*_clock(clock, library, say), *_days(days.get(clock.clause, ()), say))
    ]
    yield from lines or [f"  {say.say('no-clocks')}"]


def _head(casefile: CaseFile, say: Words) -> Iterator[str]:
    yield casefile.title.get(say.language) or casefile.id
    yield say.say(
        "asks",
        requesting=casefile.requesting,
        requested=casefile.requested,
        route=say.code("track", casefile.route),
        on=casefile.on.isoformat(),
    )
    if casefile.source:
        yield say.say("source", source=casefile.source)


def _instruments(assessment: Assessment, library: Library, say: Words) -> Iterator[str]:
    supposed = [used for used in assessment.instruments if used.reason == "as-if"]
    bound = [used for used in assessment.instruments if used.reason != "as-if"]
    if bound or not supposed:
        yield from _used("instruments", bound, library, say)
    if supposed:
        yield from _used("instruments-supposed", supposed, library, say)


def _used(heading: str, used: Iterable[InstrumentUsed], library: Library, say: Words) -> Iterator[str]:
    yield from ("", say.say(heading))
    for each in used:
        yield f"  {library.instruments[each.id].title[say.language]} ({each.id}, {each.digest[:12]}…)"
        yield f"      {say.code('force', each.reason)}"


def _charge(charge: ChargeAssessment, library: Library, say: Words) -> Iterator[str]:
    named = say.say("charge", id=charge.id, title=charge.title) if charge.id else say.say("request")
    yield from ("", f"{named} → {say.code('standing', charge.standing).upper()}")
    if articles := dict.fromkeys(cited(found.citation, library, say) for found in behind(charge)):
        yield "  " + speech(library, say.language).word("sheet.behind", articles="; ".join(articles))
    for fact in charge.computed:
        key = "limitation-contradiction" if fact.contradicts else "limitation-computed"
        answer = say.code("reason", "yes" if fact.value else "no")
        yield "  " + say.say(key, fact=say.code("fact", fact.fact), answer=answer, source=fact.source)
    in_point = [found for found in charge.findings if found.finding is not Finding.NOT_IN_POINT]
    ordered = sorted(in_point, key=lambda found: _ORDER[found.effect])
    for effect, group in groupby(ordered, key=lambda found: found.effect):
        yield f"  {say.code('effect', effect.value)}"
        for found in group:
            yield from finding_lines(found, library, say)
    beside = [found for found in charge.findings if found.finding is Finding.NOT_IN_POINT]
    for found in beside:
        for each in found.reserved:
            told = speech(library, say.language).reserved(each)
            yield f"  · {cited(found.citation, library, say)}: {told}"
    if beside:
        articles = dict.fromkeys(cited(found.citation, library, say) for found in beside)
        yield "  " + say.say("not-in-point", articles="; ".join(articles))


def finding_lines(found: ClauseFinding, library: Library, say: Words) -> Iterator[str]:
    """Yield one finding: how it came out, who decides, what settles or cures it, and its reasons."""
    kind, finding = say.code("kind", found.kind), say.code("finding", found.finding.value)
    yield f"    {_SIGNS[found.finding]} {cited(found.citation, library, say)} · {kind}: {finding}"
    if found.decider:
        yield f"        {say.say('decides', decider=say.code('decider', found.decider))}"
    if found.needs:
        ways = (say.facts(sorted(need)) for need in found.needs)
        yield f"        {say.say('settled-by', facts=say.say('or').join(ways))}"
    if found.cures:
        yield f"        {say.say('cured-by', facts=say.facts(found.cures))}"
    if not found.citation.checked:
        yield f"        {say.say('unchecked')}"
    yield from (f"        {speech(library, say.language).reserved(each)}" for each in found.reserved)
    if found.because:
        yield f"        {found.because}"
    for reason in found.reasons:
        came = say.code("finding", reason.finding.value)
        yield f"        {'  ' * reason.depth}· {reason.text}: {came}"


def _clock(clock: ClockReading, library: Library, say: Words) -> Iterator[str]:
    state = say.code("clock.state", clock.state)
    rule, cite = say.code("clock", clock.rule), cited(clock.citation, library, say)
    yield f"  {rule} ({cite}): {state}"
    parts = []
    if clock.due and clock.day is not None:
        parts.append(say.say("clock-day", day=clock.day, of=clock.of, due=clock.due.isoformat()))
    if clock.start:
        started = say.code("entry", clock.started_by)
        parts.append(say.say("clock-since", start=clock.start.isoformat(), by=started))
    if clock.stopped_on:
        by = say.code("entry", clock.stopped_by)
        parts.append(say.say("clock-stopped", on=clock.stopped_on.isoformat(), by=by))
    parts.append(say.say("clock-expiry", expiry=say.code("expiry", clock.expiry)))
    parts += [speech(library, say.language).reserved(each) for each in clock.reserved]
    if not clock.citation.checked:
        parts.append(say.say("unchecked"))
    yield f"      {'; '.join(parts)}"


def _days(days: Sequence[ClockDay], say: Words) -> Iterator[str]:
    """Yield the days in runs of one kind: from when to when, which days of the count, and why."""
    for (why, cause), run in groupby(days, key=lambda day: (day.why, day.cause)):
        first, *more = run
        last = more[-1] if more else first
        span = first.on.isoformat() if not more else f"{first.on.isoformat()} – {last.on.isoformat()}"
        numbers = f"{first.number}–{last.number}" if more and why == COUNTED else f"{last.number}"
        told = say.code("clock.why", why) + (f" ({say.code('entry', cause)})" if cause else "")
        yield f"      {span:<25} {numbers:>9}  {told}"


def _next(thing: NextThing | None, library: Library, say: Words) -> Iterator[str]:
    yield from ("", say.say("next"))
    if thing is None:
        yield f"  {say.say('nothing-next')}"
        return
    yield f"  {say.code('next', thing.code)} · {cited(thing.citation, library, say)}"
    if thing.needs:
        yield f"      {say.facts(thing.needs)}"
    if thing.decider:
        yield f"      {say.say('decides', decider=say.code('decider', thing.decider))}"
    if thing.due:
        yield f"      {say.say('due', due=thing.due.isoformat())}"


def cited(citation: Citation, library: Library, say: Words) -> str:
    """Return ``art. 7, Treaty of 1978``."""
    short = library.instruments[citation.instrument].short[say.language]
    return f"{say.say('article', article=citation.article)}, {short}"
