"""Who is who as pages show it: tabs with their counts, the pairs around one, its rivals, its run."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Count, Q, QuerySet

from dedere.persons.decided import Queue, Verdict
from dedere.registry.matches import latest_run
from dedere.registry.models import DecidedRow, PairRow, RunRow

BEFORE, AFTER = 4, 20
RIVALS = 12

# What a run proposes now and nobody has settled; the other tabs list what was said, whatever a run proposes.
OPEN = (Queue.STRONG, Queue.REVIEW, Queue.REOPENED)
_SAID = {
    Queue.AWAITING: Q(awaiting__gt=0),
    Queue.UNSETTLED: Q(verdict=Verdict.CANNOT_SAY.value),
    Queue.DECIDED: Q(verdict__in=(Verdict.SAME.value, Verdict.NOT_THE_SAME.value)),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """One pair in a list; ``bits`` is None where no run weighs it, ``verdict`` empty where nothing binds."""

    key: str
    wanted_name: str
    register_name: str
    bits: float | None = None
    verdict: str = ""
    simulated: bool = False


def counts() -> dict[Queue, int]:
    """Return how many pairs stand in each tab."""
    found = dict(PairRow.objects.values_list("queue").annotate(Count("key")))
    return {
        each: found.get(each.value, 0) if each in OPEN else DecidedRow.objects.filter(_SAID[each]).count()
        for each in Queue
    }


def around(tab: Queue, key: str = "") -> tuple[Listed, ...]:
    """Return the pairs of a tab around one, or the tab's first where that one is none of its pairs."""
    return _open(tab, key) if tab in OPEN else _said(tab, key)


def following(tab: Queue, key: str) -> str:
    """Return the key of the pair that comes after one in a tab, of the one before at its end, or nothing."""
    keys = [each.key for each in around(tab, key)]
    if key not in keys:
        return keys[0] if keys else ""
    here = keys.index(key)
    others = (*keys[here + 1 :], *reversed(keys[:here]))
    return others[0] if others else ""


def proposed(key: str) -> PairRow | None:
    """Return the pair as the latest run proposes it, or None."""
    return PairRow.objects.filter(key=key).first()


def decided(key: str) -> DecidedRow | None:
    """Return what is on file of a pair, or None."""
    return DecidedRow.objects.filter(key=key).first()


def rivals(row: PairRow) -> tuple[PairRow, ...]:
    """Return the other records that the run proposes for the same person wanted, the weightiest first."""
    same = PairRow.objects.filter(wanted_roll=row.wanted_roll, wanted_id=row.wanted_id)
    return tuple(same.exclude(key=row.key).order_by("-bits", "key")[:RIVALS])


def claimants(row: PairRow) -> tuple[PairRow, ...]:
    """Return the other persons wanted for whom the run proposes the same record of the register."""
    same = PairRow.objects.filter(register_roll=row.register_roll, register_id=row.register_id)
    return tuple(same.exclude(key=row.key).order_by("-bits", "key")[:RIVALS])


def same_as(*, id: str, roll: str = "") -> tuple[DecidedRow, ...]:
    """Return the pairs decided to be of one person whose wanted record has this id, in one roll or in any.

    A case's number is an id that no other roll gives: a wanted roll of this desk's own cases carries it.
    """
    rows = DecidedRow.objects.filter(wanted_id=id, verdict=Verdict.SAME.value)
    return tuple((rows.filter(wanted_roll=roll) if roll else rows).order_by("position"))


def run(number: str) -> RunRow | None:
    """Return a run, or None."""
    return RunRow.objects.filter(number=number).first()


def latest(row: RunRow) -> bool:
    """Whether the run is the latest of its two rolls, so that what it proposed is in the queue."""
    return latest_run(row.wanted_roll, row.register_roll) == row


def _open(tab: Queue, key: str) -> tuple[Listed, ...]:
    rows = PairRow.objects.filter(queue=tab.value)
    here = PairRow.objects.filter(key=key).first()
    if here is None:
        return tuple(_of_pair(row) for row in rows.order_by("-bits", "key")[:AFTER])
    above = rows.filter(Q(bits__gt=here.bits) | Q(bits=here.bits, key__lt=key)).order_by("bits", "-key")
    below = rows.filter(Q(bits__lt=here.bits) | Q(bits=here.bits, key__gte=key)).order_by("-bits", "key")
    return tuple(_of_pair(row) for row in (*reversed(above[:BEFORE]), *below[:AFTER]))


def _said(tab: Queue, key: str) -> tuple[Listed, ...]:
    rows: QuerySet[DecidedRow] = DecidedRow.objects.filter(_SAID[tab])
    here = DecidedRow.objects.filter(key=key).values_list("position", flat=True).first()
    if here is None:
        return tuple(_of_decided(row) for row in rows.order_by("-position")[:AFTER])
    above = rows.filter(position__gt=here).order_by("position")
    below = rows.filter(position__lte=here).order_by("-position")
    return tuple(_of_decided(row) for row in (*reversed(above[:BEFORE]), *below[:AFTER]))


def _of_pair(row: PairRow) -> Listed:
    return Listed(
        key=row.key,
        wanted_name=row.wanted_name,
        register_name=row.register_name,
        bits=row.bits,
        simulated=row.simulated,
    )


def _of_decided(row: DecidedRow) -> Listed:
    return Listed(
        key=row.key,
        wanted_name=row.wanted_name,
        register_name=row.register_name,
        verdict=row.verdict,
        simulated=row.simulated,
    )
