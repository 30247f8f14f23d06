"""The groups of Today and their rows: what must be done, for whom, by when, by whom."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from dedere.desk import wording
from dedere.desk.frame import dates
from dedere.desk.frame.citations import cite
from dedere.desk.frame.tags import instant
from dedere.desk.today.reading import day_of
from dedere.registry.lists.agenda import Agenda, Some
from dedere.registry.lists.letters import Late, LateLetters
from dedere.registry.models import AccordRow, CaseRow, ClockRow, HandoverRow, ProposalRow

Details = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One thing to do.

    ``opens`` is the file's address and ``act`` the address at which it is done; ``when`` says the
    clock or the day, ``details`` what stands behind it, as pairs of a label and words.
    """

    what: str
    number: str
    person: str
    opens: str
    act: str = ""
    act_words: str = ""
    when: str = ""
    due: date | None = None
    who: str = ""
    details: Details = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """One group: its code, its rows, how many there are in all, its tone."""

    code: str
    rows: tuple[Row, ...]
    count: int
    tone: str = ""


def groups(day: Agenda, *, on: date, late: LateLetters | None = None) -> tuple[Group, ...]:
    """Return the groups in the order in which a desk works; letters that are late come before all."""
    letters = (_letters(late),) if late and late.count else ()
    return (
        *letters,
        _clocks("overdue", day.overdue, on, "late"),
        _clocks("due", day.due, on, "due"),
        _clocks("soon", day.soon, on),
        Group(
            code="promises",
            rows=tuple(_promise(row, on) for row in day.promises.rows),
            count=day.promises.count,
        ),
        Group(
            code="signatures",
            rows=tuple(_signature(row) for row in day.signatures.rows),
            count=day.signatures.count,
        ),
        Group(
            code="handovers",
            rows=tuple(_handover(row) for row in day.handovers.rows),
            count=day.handovers.count,
        ),
        Group(code="waiting", rows=tuple(_waiting(row) for row in day.waiting.rows), count=day.waiting.count),
    )


def _letters(late: LateLetters) -> Group:
    return Group(code="letters", rows=tuple(_letter(row) for row in late.rows), count=late.count, tone="late")


def _letter(row: Late) -> Row:
    """A letter that was sent and is not acknowledged; what was last said of it, where a code has words."""
    group = "abandoned" if row.said in {"expired", "unanswered"} else "fault"
    return Row(
        what=wording.say("today.letter", n=row.sequence, state=wording.state(row.state)),
        number=row.case,
        person=row.person,
        opens=reverse("case:summary", args=[row.case]),
        when=wording.say("today.since", at=instant(row.since)),
        who=wording.code("dispatch", row.standing),
        details=((wording.say("today.letter-said"), wording.code(group, row.said)),) if row.held else (),
    )


def _clocks(code: str, some: Some[ClockRow], on: date, tone: str = "") -> Group:
    return Group(code=code, rows=tuple(_clock(row, on) for row in some.rows), count=some.count, tone=tone)


def _clock(row: ClockRow, on: date) -> Row:
    assert row.due is not None  # noqa: S101  (the agenda asks for rows with a due day)
    reminder = row.rule == "reminder"
    return Row(
        what=row.what if reminder else wording.code("clock", row.rule),
        number=row.case_id,
        person=row.case.person,
        opens=reverse("case:summary", args=[row.case_id]),
        act=reverse("acts:list", args=[row.case_id]),
        act_words=wording.say("today.record"),
        when=day_of(row, on) + (f", {cite(row.instrument, row.article)}" if row.article else ""),
        due=row.due,
        who=wording.code("decider", row.decider),
        details=tuple(_behind(row)),
    )


def _behind(row: ClockRow) -> Iterator[tuple[str, str]]:
    language = wording.language()
    if row.article:
        yield wording.say("today.rule"), wording.code("clock", row.rule)
        unchecked = "" if row.checked else f" · {wording.say('today.unchecked')}"
        yield wording.say("today.article"), cite(row.instrument, row.article) + unchecked
    if row.start:
        started = wording.code("entry", row.started_by)
        yield wording.say("today.start"), f"{dates.day(row.start, language)} · {started}"
    if row.due:
        yield wording.say("today.due-on"), dates.day(row.due, language)
    if row.unit:
        counted = f"{row.of} {wording.code('unit', row.unit)}"
        yield wording.say("today.counted"), counted + (f" · {row.calendar}" if row.calendar else "")
    if row.expiry:
        yield wording.say("today.expiry"), wording.code("expiry", row.expiry)


def _promise(row: AccordRow, on: date) -> Row:
    """A promise that falls due: what, whose, and who has not said that it is kept or broken."""
    late = row.due is not None and row.due < on
    return Row(
        what=row.es if wording.language() == "es" else row.en,
        number=row.number,
        person=wording.code("accord", row.kind),
        opens=reverse("commitments:accord", args=[row.number]),
        act=reverse("commitments:accord", args=[row.number]),
        act_words=wording.say("today.state-position"),
        when=wording.say("today.promise-late" if late else "today.promise-due"),
        due=row.due,
        who=", ".join(wording.state(side) for side in row.awaited.split()),
    )


def _signature(row: ProposalRow) -> Row:
    return Row(
        what=wording.say("today.sign", act=wording.code("act", row.act)),
        number=row.case_id,
        person=row.case.person,
        opens=reverse("case:summary", args=[row.case_id]),
        act=reverse("acts:sign", args=[row.case_id, row.line]),
        act_words=wording.say("today.read-and-sign"),
        when=instant(row.at),
        who=wording.say("today.filed-by", by=row.by),
    )


def _waiting(row: CaseRow) -> Row:
    return Row(
        what=wording.say("today.awaits", stage=wording.code("stage", row.stage)),
        number=row.number,
        person=row.person,
        opens=reverse("case:summary", args=[row.number]),
        when=wording.say("today.since", at=instant(row.changed_at)),
        who=wording.say("today.must-act", state=wording.state(row.waiting_on)),
    )


def _handover(row: HandoverRow) -> Row:
    ready = wording.count("today.gaps", row.gaps) if row.gaps else wording.say("today.no-gaps")
    return Row(
        what=row.title,
        number=row.id,
        person=wording.count("today.persons", row.persons),
        opens=reverse("handover:board", args=[row.id]),
        act=reverse("handover:board", args=[row.id]),
        act_words=wording.say("today.open-board"),
        when=f"{dates.day(row.on, wording.language())} · {ready}",
        due=row.on,
        who=row.place,
    )
