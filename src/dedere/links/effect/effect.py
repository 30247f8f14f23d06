"""What the removal of a group does to a network: before, after, against the best and a random removal."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from dedere.links.effect.asked import Asked, Done
from dedere.links.effect.caveats import caveats
from dedere.links.effect.findings import sums
from dedere.links.effect.pace import pace
from dedere.links.effect.stated import Effect, Ends
from dedere.links.effect.uncertainty import Errors, doubted
from dedere.links.named import ends_of, named
from dedere.links.network import Network


def effect(
    network: Network,
    groups: Mapping[str, Sequence[str]],
    *,
    ends: Sequence[Ends] = (),
    errors: Errors | None = None,
    draws: int = 1000,
    seed: int = 1,
    absent: bool = False,
    seek: float = 10.0,
    done: Done | None = None,
) -> Effect:
    """Return what the removal of each group of ids does, and of all together where there are several.

    ``ends`` are pairs of ids between which ways are counted. An id that is not in the network raises
    UnknownParties, or is named in the answer and taken out of its group with ``absent``. ``seek`` are the
    seconds in which the best removals of the same sizes are sought, 0 for none. ``done`` is told how many
    draws of how many are done, the search counted as as many again, and may raise to stop. The same seed
    gives the same answer, where the search for the best is not cut short.
    """
    parties, supposed = network.parties.height, errors or Errors()
    asked = Asked(
        network=network,
        who=named(network, groups, absent=absent),
        told=doubted(network, supposed),
        ends=tuple(ends),
        at=pace(parties, ends_of(network, ends), draws, seed),
        seed=seed,
    )
    yardsticks, rows = asked.yardsticks(seek, done), asked.rows(_after(seek, done))
    removals, several = tuple(asked.removals(rows, yardsticks)), len(groups) > 1
    return Effect(
        parties=parties,
        ties=asked.told.structure.ties,
        sizes=asked.sizes(asked.nobody[0]),
        groups=removals[: len(groups)],
        together=removals[-1] if several else None,
        sums=sums(rows) if several else (),
        shared=asked.who.shared,
        errors=supposed,
        draws=asked.at.draws,
        seed=seed,
        made=network.made,
        caveats=tuple(caveats(asked.at, draws, parties, removals)),
    )


def _after(seek: float, done: Done | None) -> Done | None:
    """Return what tells the draws where they come after a search, if there was one."""
    if done is None or not seek:
        return done
    return lambda draws, of: done(of + draws, 2 * of)
