"""A decision is never overridden by a run, whatever the run proposes."""

from __future__ import annotations

import polars as pl
from hypothesis import given
from hypothesis import strategies as st

from dedere.persons.batch.honoured import binding, honoured
from dedere.persons.batch.proposals import COLUMNS
from dedere.persons.decided import Verdict
from rolls import decision, held, wanted

IDS = [(f"W-{one}", f"R-{other}") for one in range(3) for other in range(3)]


def pairs(ids: list[tuple[str, str]]) -> pl.DataFrame:
    rows = [(one, other, 0.5, 1.0, "review") for one, other in ids]
    return pl.DataFrame(rows, schema=COLUMNS, orient="row")


def unweighed(ids: pl.DataFrame) -> pl.DataFrame:
    nothing = pl.lit(None, dtype=pl.Float64)
    return ids.with_columns(nothing.alias("probability"), nothing.alias("weight_bits"))


@given(
    st.lists(st.sampled_from(IDS), unique=True),
    st.dictionaries(st.sampled_from(IDS), st.sampled_from(Verdict), max_size=6),
)
def test_a_decision_is_never_overridden(
    proposed: list[tuple[str, str]], decided: dict[tuple[str, str], Verdict]
) -> None:
    binds = [decision(verdict, wanted(one), held(other)) for (one, other), verdict in decided.items()]
    bands = {row[:2]: row[4] for row in honoured(pairs(proposed), binds, unweighed).iter_rows()}
    for ids, verdict in decided.items():
        assert (ids in bands) == (
            verdict is Verdict.SAME or (verdict is Verdict.CANNOT_SAY and ids in proposed)
        )
        assert verdict is not Verdict.SAME or bands[ids] == "strong"
    assert bands.keys() - decided.keys() == set(proposed) - decided.keys()


def test_a_decision_binds_while_both_records_say_what_they_said() -> None:
    taken = decision(Verdict.SAME, wanted(), held())
    decisions = {taken.pair: taken}
    assert binding(decisions, {"W-1": wanted()}, {"R-1": held()}) == [taken]
    assert binding(decisions, {"W-1": wanted()}, {"R-1": held(surname_2="Arias")}) == []
    assert binding(decisions, {"W-1": wanted()}, {}) == []
