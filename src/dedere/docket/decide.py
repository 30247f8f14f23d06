"""The one place where an act becomes lines or is refused: pure, total, and the source of every button."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from dedere.docket.acts import RULES, Act, Rule, Side
from dedere.docket.case import Case
from dedere.docket.entries import Corrected, Line, SignatureAwaited, TrackOpened
from dedere.docket.parts import Track
from dedere.docket.permit import Permitted, find, permit
from dedere.docket.signature import read_act, write_act
from dedere.words import Refused


def decide(case: Case | None, act: Act, *, by: str, at: datetime) -> tuple[Line, ...] | Refused:
    """Return the lines that the act leaves on the case, or why it may not be filed.

    ``case`` is None only for ``open-case``; ``by`` is the officer, ``at`` the instant of
    recording, with zone. An act that needs two signatures yields a ``SignatureAwaited``.
    """
    permitted = permit(case, act, by=by, at=at)
    if isinstance(permitted, Refused):
        return permitted
    rule, track = permitted
    if rule.by_handover:
        return Refused(code="by-handover", facts={"act": rule.code})
    if case is None or not needs_second(rule, act):
        return (line_of(case, act, track, by=by, at=at),)
    return _propose(case, act, track, by=by, at=at)


def countersign(case: Case, proposal: int, *, by: str, at: datetime) -> tuple[Line, ...] | Refused:
    """Return the line of an act that a second officer signs; never the officer who filed it.

    The act is judged anew: a case that has changed since may refuse it.
    """
    proposed = case.proposal(proposal)
    if proposed is None:
        return Refused(code="no-such-proposal")
    if not by or proposed.by == by:
        return Refused(code="same-officer", facts={"officer": proposed.by})
    act = read_act(proposed.text)
    permitted = permit(case, act, by=proposed.by, at=at)
    if isinstance(permitted, Refused):
        return permitted
    return (line_of(case, act, permitted[1], by=proposed.by, at=at, second=by),)


def allowed(
    case: Case | None, *, by: str = "", at: datetime | None = None, home: str = "", track: str = ""
) -> tuple[Rule, ...]:
    """Return the acts that ``decide`` would not refuse but for their content, the home State's first.

    ``track`` narrows the answer to one track; without it an act is there when any track permits it.
    """
    rules = [rule for rule in RULES if _open_to(case, rule, track)]
    first = {rule.code: rule for rule in reversed(rules)}
    unique = [rule for rule in rules if first[rule.code] is rule]
    return tuple(sorted(unique, key=lambda rule: _others(case, rule, home)))


def tracks_for(case: Case, code: str) -> tuple[Track, ...]:
    """Return the tracks on which the act may be filed now."""
    return tuple(track for track in case.tracks if not isinstance(find(case, code, track.id), Refused))


def needs_second(rule: Rule, act: Act) -> bool:
    """Whether a second officer must sign: the act has legal effect, or strikes a line.

    Any line may protect the person or bind the State: to strike a stay that one officer recorded would
    lift it.
    """
    return act.entry.strikes if isinstance(act.entry, Corrected) else rule.legal_effect


def line_of(
    case: Case | None, act: Act, track: Track | None, *, by: str, at: datetime, second: str = ""
) -> Line:
    """Return the line that records an act already permitted."""
    opened = act.entry.track if isinstance(act.entry, TrackOpened) else ""
    return Line(
        number=(case.version if case else 0) + 1,
        entry=act.entry,
        occurred_at=act.occurred_at,
        recorded_at=at,
        by=by,
        track=track.id if track else opened,
        second=second,
        sources=act.sources,
        simulated=act.simulated,
    )


def _propose(
    case: Case, act: Act, track: Track | None, *, by: str, at: datetime
) -> tuple[Line, ...] | Refused:
    act = replace(act, track=track.id if track else "")
    text = write_act(act)
    if any(proposal.text == text for proposal in case.proposals):
        return Refused(code="already-proposed", facts={"act": act.code})
    awaited = SignatureAwaited(act=act.code, proposed=text, track_named=act.track)
    proposal = Act(code="", entry=awaited, occurred_at=at, track=act.track, simulated=act.simulated)
    return (line_of(case, proposal, track, by=by, at=at),)


def _open_to(case: Case | None, rule: Rule, track: str) -> bool:
    """Whether this row, and no other of the same act, permits it now on the track or on any."""
    if rule.by_handover:
        return False
    if case is None or not rule.on_track:
        return _is(rule, find(case, rule.code, track if case and case.track(track) else ""))
    tracks = (track,) if track else tuple(each.id for each in case.tracks)
    return any(_is(rule, find(case, rule.code, each)) for each in tracks)


def _is(rule: Rule, found: Permitted | Refused) -> bool:
    return not isinstance(found, Refused) and found[0] is rule


def _others(case: Case | None, rule: Rule, home: str) -> bool:
    """Whether the act is the other State's: those come after the home State's own."""
    if case is None or rule.side is Side.EITHER or not home:
        return False
    return home != (case.requested if rule.side is Side.REQUESTED else case.requesting)
