"""What the content of an act on an accord must satisfy."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from dedere.accords.accord import BOTH, LEDGER, Accord, Account, Kind
from dedere.accords.figures import FIGURES, Figure
from dedere.accords.partial import span
from dedere.docket.accords.state import AccordFile, digest_of
from dedere.docket.acts import Act
from dedere.docket.entries import PositionPublished, PositionStated
from dedere.docket.first import first
from dedere.words import Refused

Check = Callable[[AccordFile, Act, str], Refused | None]


def whole(file: AccordFile, act: Act, home: str) -> Refused | None:
    """The accord is between two States of which one is ours, says who and when, and can be told."""
    return first(_faults(_content(act).accord, home))


def same_accord(file: AccordFile, act: Act, home: str) -> Refused | None:
    """A correction changes what is said, not what kind of thing it is nor whose ledger it stands in."""
    new, old = _content(act).accord, file.recorded
    if (new.kind, new.between) != (old.kind, old.between):
        return Refused(code="accord-of-another-kind", facts={"accord": new.kind})
    return Refused(code="nothing-corrected") if new == old else None


def our_side(file: AccordFile, act: Act, home: str) -> Refused | None:
    """Our officers speak and sign for our State alone."""
    if _content(act).side == home:
        return a_side(file, act, home)
    return Refused(code="not-our-side", facts={"state": _content(act).side, "ours": home})


def a_side(file: AccordFile, act: Act, home: str) -> Refused | None:
    """Only the two States of the accord have a column."""
    side = _content(act).side
    return None if side in file.recorded.between else Refused(code="not-a-side", facts={"state": side})


def on_time(file: AccordFile, act: Act, home: str) -> Refused | None:
    """A statement is of a day on which the promise had been made and that has come."""
    said = _content(act)
    if said.on > act.occurred_at.date():
        return Refused(code="in-the-future", facts={"at": said.on.isoformat()})
    first_day = file.recorded.first_day
    return Refused(code="before-the-promise", facts={"on": str(first_day)}) if said.on < first_day else None


def figure_known(file: AccordFile, act: Act, home: str) -> Refused | None:
    """Evidence from the docket is a figure of the closed list."""
    return figure_wrong(_content(act).figure)


def a_position(file: AccordFile, act: Act, home: str) -> Refused | None:
    """Only a statement that stands can be struck."""
    line = _content(act).line
    if not 1 <= line <= file.version:
        return Refused(code="no-such-line", facts={"line": str(line)})
    entry = file.lines[line - 1].entry
    struck = any(each.line == line and each.struck for own in file.columns for each in own.statements)
    if struck or not isinstance(entry, PositionStated | PositionPublished):
        return Refused(code="no-position-there", facts={"line": str(line)})
    return None


def evidence_said(file: AccordFile, act: Act, home: str) -> Refused | None:
    """Evidence says what it is, and where it can be found."""
    said = _content(act)
    if not (said.en.strip() or said.es.strip()):
        return Refused(code="content-missing", facts={"field": "en"})
    return None if act.sources or said.document else Refused(code="source-missing")


def text_as_it_stands(file: AccordFile, act: Act, home: str) -> Refused | None:
    """A signature is to the text as it stands, and a side signs one text once."""
    signed = _content(act)
    if signed.digest != digest_of(file.recorded):
        return Refused(code="text-changed")
    if file.signed_by(signed.side):
        return Refused(code="signed-already", facts={"state": signed.side})
    return None


def proposal_open(file: AccordFile, act: Act, home: str) -> Refused | None:
    """The proposal named awaits a signature."""
    open_line = file.awaiting.line if file.awaiting else 0
    return None if _content(act).proposal == open_line else Refused(code="no-such-proposal")


def _content(act: Act) -> Any:
    """The entry of an act; which it is was checked before any of these is asked."""
    return act.entry


def _faults(accord: Accord, home: str) -> Iterator[Refused | None]:
    yield None if len(set(accord.between)) == len(accord.between) == 2 else _wrong("between")
    yield None if home in accord.between else Refused(code="not-a-side", facts={"state": home})
    yield None if set(accord.by) <= set(accord.between) else _wrong("by")
    yield None if accord.beneficiary in ("", *accord.between) else _wrong("beneficiary")
    yield from (_wrong(name) for name in ("on", "until") if _unread(getattr(accord, name)))
    yield None if accord.on and (accord.until or accord.on) >= accord.on else _wrong("until")
    yield None if accord.every >= 0 else _wrong("every")
    yield from (_account(each, accord.between) for each in accord.accounts)
    yield None if any(each.words for each in accord.accounts) else _missing("accounts")
    whose = [each.whose for each in accord.accounts]
    yield None if len(set(whose)) == len(whose) else _wrong("accounts")
    attended = {each.state for each in accord.attended}
    yield None if attended <= set(accord.between) else _wrong("attended")
    yield None if accord.kind == Kind.MEETING.value or not accord.attended else _wrong("attended")
    yield figure_wrong(accord.figure)


def _unread(partial: str) -> bool:
    return bool(partial) and span(partial) is None


def _account(account: Account, between: tuple[str, ...]) -> Refused | None:
    """A side's account has words or is silent; only a side can be."""
    if account.whose not in (*between, BOTH, LEDGER):
        return _wrong("whose")
    if account.silent is not (account.words is None) or (account.silent and account.whose not in between):
        return _wrong("silent")
    return None


def figure_wrong(figure: Figure | None) -> Refused | None:
    """Return why a figure cannot be counted: not of the list, or asked for by what it does not read."""
    if figure is None:
        return None
    if figure.name not in FIGURES:
        return Refused(code="no-such-figure", facts={"figure": figure.name})
    told = {name for name in ("track", "about") if getattr(figure, name)}
    narrowed = told <= set(FIGURES[figure.name].narrowed_by)
    ordered = not (figure.since and figure.until) or figure.since <= figure.until
    return None if narrowed and ordered else _wrong("figure")


def _missing(field: str) -> Refused:
    return Refused(code="content-missing", facts={"field": field})


def _wrong(field: str) -> Refused:
    return Refused(code="content-wrong", facts={"field": field})
