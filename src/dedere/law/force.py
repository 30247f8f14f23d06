"""Which instruments bind: by pair, direction, day and route, each with the reason."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from dedere.law.casefile import CaseFile
from dedere.law.instrument import Clause, Instrument, Party
from dedere.law.library import Library
from dedere.law.supposed import supposed
from dedere.law.written import AGREED, RESTS_ON
from dedere.words import State

BINDS = (
    "treaty-in-force",
    "protocol-in-force",
    "union-in-force",
    "convention-in-force",
    "ruling-in-force",
    "law-of-requested",
    "law-of-requesting",
    "as-if",
)
BINDS_NOT = (
    "not-the-parties",
    "not-the-direction",
    "never-in-force",
    "not-yet-in-force",
    "no-longer-in-force",
    "not-yet-bound",
    "no-longer-bound",
    "not-the-route",
    "replaced",
    "amended-not-in-force",
)
BESIDE = ("a-treaty-binds", "reserved", "replaced-by-protocol")


@dataclass(frozen=True, slots=True, kw_only=True)
class Binding:
    """Whether an instrument binds, and why or why not, as a code of ``BINDS`` or ``BINDS_NOT``.

    ``by`` is the instrument that replaces it, or the one it amends that is not in force;
    ``since`` and ``until`` are the days between which it binds both States.
    """

    instrument: Instrument
    reason: str
    by: str = ""
    since: date | None = None
    until: date | None = None

    @property
    def binds(self) -> bool:
        """Whether it attaches."""
        return self.reason in BINDS


def law_between(
    library: Library, requesting: str, requested: str, on: date, route: str = ""
) -> tuple[Binding, ...]:
    """Every instrument for a pair, a direction and a day, with the reason; no route means any."""
    bare = CaseFile(id="", requesting=State(requesting), requested=State(requested), on=on, route=route)
    return bindings(library, bare)


def in_force(library: Library, casefile: CaseFile) -> tuple[Binding, ...]:
    """The instruments that attach to the case on its day, each with the reason as a code."""
    return tuple(each for each in bindings(library, casefile) if each.binds)


def bindings(library: Library, casefile: CaseFile) -> tuple[Binding, ...]:
    """Every instrument, with the reason why it attaches to the case or does not."""
    instruments = supposed(library, casefile).instruments
    against = {name: (_against(each, casefile), "") for name, each in instruments.items()}
    against |= dict(_replaced(instruments, against))
    # A protocol may amend a protocol: so until nothing more falls away.
    while fallen := dict(_amending_nothing(instruments, against)):
        against |= fallen
    return tuple(_binding(each, casefile, *against[name]) for name, each in instruments.items())


Against = Mapping[str, tuple[str, str]]
Fallen = Iterator[tuple[str, tuple[str, str]]]


def _replaced(instruments: Mapping[str, Instrument], against: Against) -> Fallen:
    for name, instrument in instruments.items():
        for other in instrument.replaces if not against[name][0] else ():
            if not against[other][0]:
                yield other, ("replaced", name)


def _amending_nothing(instruments: Mapping[str, Instrument], against: Against) -> Fallen:
    for name, instrument in instruments.items():
        if instrument.amends and not against[name][0] and against[instrument.amends][0]:
            yield name, ("amended-not-in-force", instrument.amends)


def _binding(instrument: Instrument, casefile: CaseFile, against: str, by: str) -> Binding:
    since, until = _days(instrument, casefile)
    return Binding(
        instrument=instrument, reason=against or _reason(instrument), by=by, since=since, until=until
    )


def _reason(instrument: Instrument) -> str:
    if instrument.supposed:
        return "as-if"
    if instrument.amends:
        return "protocol-in-force"
    if instrument.layer in (*AGREED, "ruling"):
        return f"{instrument.layer}-in-force"
    return "law-of-requested" if instrument.requested else "law-of-requesting"


def _days(instrument: Instrument, casefile: CaseFile) -> tuple[date | None, date | None]:
    """The days between which it binds; for what States agreed, the later day of the two, and the earlier."""
    both = [instrument.party(state, casefile.on) for state in (casefile.requesting, casefile.requested)]
    bound = [party for party in both if party is not None]
    ends = [party.until for party in bound] or [instrument.until]
    since = max([party.since for party in bound], default=instrument.in_force)
    return since, min((end for end in ends if end is not None), default=None)


def _against(instrument: Instrument, casefile: CaseFile) -> str:
    checks = [_not_the_parties, _not_the_direction, _out_of_time, _not_the_route]
    if instrument.supposed:
        checks = [_not_the_direction, _not_the_route]
    return next(filter(None, (check(instrument, casefile) for check in checks)), "")


def _not_the_parties(instrument: Instrument, casefile: CaseFile) -> str:
    pair = set(_pair(casefile))
    if not instrument.bound:
        own = instrument.requested or instrument.requesting
        return "" if own in ("", *pair) else "not-the-parties"
    return "" if len(pair) == 2 and pair <= set(instrument.parties) else "not-the-parties"


def _not_the_direction(instrument: Instrument, casefile: CaseFile) -> str:
    return "" if _faces(instrument, casefile) else "not-the-direction"


def _not_the_route(instrument: Instrument, casefile: CaseFile) -> str:
    return "" if casefile.route in ("", *instrument.routes) else "not-the-route"


def _out_of_time(instrument: Instrument, casefile: CaseFile) -> str:
    if instrument.in_force is None:
        return "never-in-force"
    if casefile.on < instrument.in_force:
        return "not-yet-in-force"
    if instrument.until is not None and casefile.on >= instrument.until:
        return "no-longer-in-force"
    unbound = (_unbound(instrument, state, casefile.on) for state in _pair(casefile))
    return next(filter(None, unbound), "") if instrument.bound else ""


def _pair(casefile: CaseFile) -> tuple[str, str]:
    return casefile.requesting, casefile.requested


def _unbound(instrument: Instrument, state: str, on: date) -> str:
    if instrument.party(state, on):
        return ""
    earlier: list[Party] = [each for each in instrument.bound if each.state == state and each.since <= on]
    return "no-longer-bound" if earlier else "not-yet-bound"


def _faces(bound: Instrument | Clause, casefile: CaseFile) -> bool:
    return bound.requesting in ("", casefile.requesting) and bound.requested in ("", casefile.requested)


def beside_the_point(clause: Clause, casefile: CaseFile, treaty_binds: bool) -> str:
    """Why a clause of an attached instrument is not in point whatever the facts; empty if it may be."""
    if not _faces(clause, casefile):
        return "not-the-direction"
    if clause.held_from is not None and casefile.on < clause.held_from:
        return "not-yet-in-force"
    if clause.held_until is not None and casefile.on >= clause.held_until:
        return "no-longer-in-force"
    if clause.routes and casefile.route not in clause.routes:
        return "not-the-route"
    return "a-treaty-binds" if clause.without_treaty and treaty_binds else ""


def treaty_binds(library: Library, casefile: CaseFile) -> bool:
    """Whether something binds the two States to each other for this route on this day."""
    return one_binds(in_force(library, casefile))


def one_binds(attached: tuple[Binding, ...]) -> bool:
    """Whether among what attaches something binds the two States to each other."""
    return any(each.instrument.layer in RESTS_ON for each in attached)
