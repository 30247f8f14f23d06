"""What a person decided of pairs goes before what is proposed: no run overrides it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import polars as pl

from dedere.persons.batch.proposals import COLUMNS
from dedere.persons.decided import Decision, Pair, Verdict
from dedere.persons.proposal import Band
from dedere.persons.record import Record

Records = Mapping[str, Record]
Weighed = Callable[[pl.DataFrame], pl.DataFrame]


def binding(decisions: Mapping[Pair, Decision], wanted: Records, held: Records) -> list[Decision]:
    """Return the decisions on these records that still hold: both say what they said when it was taken."""
    return [decision for decision in decisions.values() if _holds(decision, wanted, held)]


def _holds(decision: Decision, wanted: Records, held: Records) -> bool:
    one, other = wanted.get(decision.pair.wanted_id), held.get(decision.pair.register_id)
    if one is None or other is None:
        return False
    rolls = (decision.pair.wanted_roll, decision.pair.register_roll)
    return rolls == (one.roll, other.roll) and decision.holds(one.digest, other.digest)


def honoured(pairs: pl.DataFrame, decisions: list[Decision], weighed: Weighed) -> pl.DataFrame:
    """Return the pairs without those that are not the same, and with all that are.

    A pair decided to be the same is proposed strongly whatever its weight; ``weighed`` adds ``probability``
    and ``weight_bits`` to the ids of those that were not proposed, null where next to nothing agrees. Of what
    nobody could say, nothing changes.
    """
    apart, same = _ids(decisions, Verdict.NOT_THE_SAME), _ids(decisions, Verdict.SAME)
    kept = pairs.join(apart, on=apart.columns, how="anti")
    left = kept.join(same, on=same.columns, how="anti")
    known = kept.join(same, on=same.columns, how="semi")
    missing = same.join(known, on=same.columns, how="anti")
    found = [known, weighed(missing)] if missing.height else [known]
    strong = [each.with_columns(pl.lit(Band.STRONG.value).alias("band")).select(*COLUMNS) for each in found]
    return pl.concat([left.select(*COLUMNS), *strong])


def _ids(decisions: list[Decision], verdict: Verdict) -> pl.DataFrame:
    found = [(each.pair.wanted_id, each.pair.register_id) for each in decisions if each.verdict is verdict]
    return pl.DataFrame(found, schema={"wanted_id": pl.String, "register_id": pl.String}, orient="row")
