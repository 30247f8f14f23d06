"""Whether an act is permitted: by its form, its dates, the case's state, the table's guards, its content."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from dedere.docket.acts import Act, Rule, rules_of
from dedere.docket.case import Case
from dedere.docket.first import first
from dedere.docket.form import ill_formed
from dedere.docket.parts import Track
from dedere.words import Refused

Permitted = tuple[Rule, Track | None]
EARLIEST = 1850  # no instrument of this desk and no person in it is older


def permit(case: Case | None, act: Act, *, by: str, at: datetime) -> Permitted | Refused:
    """Return the row that permits the act and the track it is on, or the refusal."""
    if (refused := first(_filing(case, act, by, at))) is not None:
        return refused
    found = find(case, act.code, act.track)
    if isinstance(found, Refused) or case is None:
        return found
    rule, track = found
    refused = first(check(case, track, act.entry) for check in rule.checks)
    return found if refused is None else refused


def _filing(case: Case | None, act: Act, by: str, at: datetime) -> Iterator[Refused | None]:
    """Ask of the form, then of the dates, which must have zones to be compared."""
    yield _form(act, by, at)
    yield _dates(case, act, at)


def find(case: Case | None, code: str, track: str = "") -> Permitted | Refused:
    """Return the row of the act that fits the case as it stands, whatever the form may say."""
    rows = rules_of(code)
    if not rows:
        return Refused(code="unknown-act", facts={"act": code})
    if (case is None) is not (code == "open-case"):
        return Refused(code="no-such-case" if case is None else "case-exists")
    if case is None:
        return rows[0], None
    if (refused := _over(case, rows[0])) is not None:
        return refused
    chosen = _track(case, rows[0], track)
    return chosen if isinstance(chosen, Refused) else _guarded(case, rows, chosen)


def _form(act: Act, by: str, at: datetime) -> Refused | None:
    rows = rules_of(act.code)
    if not rows:
        return Refused(code="unknown-act", facts={"act": str(act.code)})
    return ill_formed(act, rows[0].records, by=by, at=at)


def _dates(case: Case | None, act: Act, at: datetime) -> Refused | None:
    if act.occurred_at.year < EARLIEST:
        return Refused(code="too-long-ago", facts={"year": str(EARLIEST)})
    if act.occurred_at > at:
        return Refused(code="in-the-future", facts={"at": at.isoformat()})
    opened = case.opened_at if case else None
    if opened and act.occurred_at.date() < opened.astimezone(act.occurred_at.tzinfo).date():
        return Refused(code="before-opening", facts={"at": opened.isoformat()})
    return None


def _over(case: Case, rule: Rule) -> Refused | None:
    if rule.always:
        return None
    if case.closed:
        return Refused(code="case-closed")
    if case.custody.status == "dead" and not rule.posthumous:
        return Refused(code="person-dead")
    return None


def _track(case: Case, rule: Rule, id: str) -> Track | Refused | None:
    """Return the track named; where the act needs one and the case has only one, that one."""
    if not id and rule.on_track and len(case.tracks) == 1:
        return case.tracks[0]
    if not id:
        return Refused(code="track-missing") if rule.on_track else None
    return case.track(id) or Refused(code="unknown-track", facts={"track": id})


def _guarded(case: Case, rows: tuple[Rule, ...], track: Track | None) -> Permitted | Refused:
    fitting = _fitting(case, rows, track)
    if isinstance(fitting, Refused):
        return fitting
    refused = first(guard(case, track) for guard in fitting.guards)
    return (fitting, track) if refused is None else refused


def _fitting(case: Case, rows: tuple[Rule, ...], track: Track | None) -> Rule | Refused:
    """Narrow the rows by route, direction and stage; the first that leaves none says why."""
    act = {"act": rows[0].code}
    rows = tuple(rule for rule in rows if track is None or track.kind in rule.tracks)
    if not rows:
        return Refused(code="not-on-this-route", facts={**act, "kind": track.kind.value if track else ""})
    rows = tuple(rule for rule in rows if not rule.directions or case.requested in rule.directions)
    if not rows:
        return Refused(code="not-in-this-direction", facts={**act, "state": case.requested})
    for rule in rows:
        if track is None or not rule.on_track or track.stage in rule.stages:
            return rule
    return Refused(code="wrong-stage", facts={**act, "stage": track.stage.value if track else ""})
