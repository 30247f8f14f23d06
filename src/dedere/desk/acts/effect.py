"""The effect of an act in sentences, before anything is recorded."""

from __future__ import annotations

from collections.abc import Iterator

from django.http import HttpRequest

from dedere.desk import clock
from dedere.desk.acts.forms import ActForm
from dedere.desk.acts.refusals import why
from dedere.desk.frame.citations import short
from dedere.desk.frame.tags import day, instant
from dedere.desk.wording import code, say
from dedere.docket.acts import Act
from dedere.docket.case import Case
from dedere.docket.clock import clocks
from dedere.docket.preview import Preview, preview
from dedere.law.assessment import ClockReading
from dedere.law.library import library
from dedere.words import Refused


def effect_of(request: HttpRequest, form: ActForm) -> list[str]:
    """Say what the form's act would do, or what must be filled in first."""
    if not form.is_valid():
        missing = (str(form.fields[name].label) for name in form.errors if name in form.fields)
        return [say("acts.effect-unfinished", fields="; ".join(missing))]
    return effect(request, form.case, form.act(simulated=clock.simulated()))


def effect(request: HttpRequest, case: Case, act: Act) -> list[str]:
    """Say what an act would do to the case, or why it would be refused."""
    by, at = request.user.get_username(), clock.now(request)
    seen = preview(case, act, by=by, at=at, library=library())
    if isinstance(seen, Refused):
        return [say("acts.effect-refused", why=why(seen))]
    return list(_sentences(case, seen))


def _sentences(case: Case, seen: Preview) -> Iterator[str]:
    yield say("acts.effect-when", at=instant(seen.act.occurred_at))
    if seen.second:
        yield say("acts.effect-signature")
    if seen.stage is not seen.next_stage:
        before, after = code("stage", seen.stage), code("stage", seen.next_stage)
        yield say("acts.effect-stage", before=before, after=after)
    yield from (_started(reading) for reading in seen.started)
    yield from (_still(reading, "stopped") for reading in seen.stopped)
    yield from (_still(reading, "paused") for reading in seen.paused)
    yield from (_resumed(reading) for reading in seen.resumed)
    yield from _ran_out(case, seen)
    yield from _on_person(case, seen)
    yield say("acts.effect-other-state-yes" if seen.tells else "acts.effect-other-state-no")


def _ran_out(case: Case, seen: Preview) -> Iterator[str]:
    """Say which clocks show as run out at once: those of an act that is recorded late."""
    on = clock.today()
    before = {(each.clause, each.rule) for each in clocks(case, library(), on) if each.state == "expired"}
    for reading in clocks(seen.after, library(), on):
        if reading.state == "expired" and (reading.clause, reading.rule) not in before:
            yield say("acts.effect-clock-expired", **_named(reading), due=day(reading.due))


def _on_person(case: Case, seen: Preview) -> Iterator[str]:
    for track in seen.after.tracks[len(case.tracks) :]:
        yield say("acts.effect-track", after=code("track", track.kind))
    if (held := seen.after.custody) != case.custody:
        yield say("acts.effect-custody", after=say(f"case.custody-{held.status}"))
    if seen.despite or len(seen.after.standing_stays) != len(case.standing_stays):
        yield say("acts.effect-stay", n=len(seen.after.standing_stays))


def _started(reading: ClockReading) -> str:
    unit = code("unit", reading.length_unit)
    facts = {"of": reading.length, "unit": unit, "due": day(reading.due)}
    return say("acts.effect-clock-started", **_named(reading), **facts)


def _still(reading: ClockReading, how: str) -> str:
    return say(f"acts.effect-clock.{how}", **_named(reading), day=reading.day, of=reading.of)


def _resumed(reading: ClockReading) -> str:
    return say("acts.effect-clock-running", **_named(reading), due=day(reading.due))


def _named(reading: ClockReading) -> dict[str, str]:
    cited = reading.citation
    return {"rule": code("clock", reading.rule), "article": f"{cited.article}, {short(cited.instrument)}"}
