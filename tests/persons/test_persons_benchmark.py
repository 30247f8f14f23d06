"""How the matchers are measured, against examples worked by hand."""

from __future__ import annotations

import polars as pl
import pytest
from benchmarks.persons.figures import Asked, calibrated, told
from benchmarks.persons.measures import (
    best_of_each,
    calibration_error,
    curve,
    f1_by_stratum,
    marked,
    reliability,
)
from benchmarks.persons.strata import strata

TRUTH = pl.DataFrame({"wanted_id": ["A", "B", "C", "D"], "register_id": ["1", "2", "3", "4"]})
# Falling: right, right, wrong, right, wrong. D's pair was never brought up.
PAIRS = pl.DataFrame(
    {
        "wanted_id": ["A", "B", "B", "C", "C"],
        "register_id": ["1", "2", "9", "3", "8"],
        "score": [0.95, 0.9, 0.9, 0.5, 0.2],
    }
)
STRATA = pl.DataFrame({"wanted_id": ["A", "B", "C", "D"], "stratum": ["date", "date", "no date", "no date"]})


def test_pairs_of_one_score_stand_or_fall_together() -> None:
    found = curve(marked(PAIRS, TRUTH), 4)
    assert found.threshold.tolist() == [0.95, 0.9, 0.5, 0.2]
    assert found.proposed.tolist() == [1, 3, 4, 5]
    assert found.right.tolist() == [1, 2, 3, 3]


def test_the_best_f1_is_that_of_the_threshold_with_most_right_for_what_is_proposed() -> None:
    # 2·1/(1+4), 2·2/(3+4), 2·3/(4+4), 2·3/(5+4)
    found = curve(marked(PAIRS, TRUTH), 4)
    assert found.f1().tolist() == pytest.approx([0.4, 4 / 7, 0.75, 2 / 3])
    assert found.best_f1() == (0.75, 0.5)


def test_nothing_proposed_finds_nobody() -> None:
    found = curve(marked(PAIRS.clear(), TRUTH), 4)
    assert found.best_f1() == (0.0, float("inf"))
    assert found.recall_at(0.99) == 0


def test_recall_at_a_precision_is_the_most_found_while_so_many_are_right() -> None:
    found = curve(marked(PAIRS, TRUTH), 4)
    assert found.recall_at(0.99) == 0.25
    assert found.recall_at(0.75) == 0.75
    assert found.recall_at(0.6) == 0.75


def test_a_pair_scored_twice_counts_once_at_its_higher_score() -> None:
    twice = pl.concat([PAIRS, PAIRS.head(1).with_columns(score=pl.lit(0.1))])
    assert marked(twice, TRUTH).height == 5
    assert marked(twice, TRUTH)["score"].max() == 0.95


def test_the_best_of_each_keeps_equals() -> None:
    kept = best_of_each(PAIRS).select("wanted_id", "register_id").rows()
    assert kept == [("A", "1"), ("B", "2"), ("B", "9"), ("C", "3")]


def test_a_stratum_is_measured_at_the_threshold_of_all() -> None:
    found = f1_by_stratum(marked(PAIRS, TRUTH), TRUTH, STRATA, 0.5)
    # With a date: two right of three proposed, two to find. Without: one right of one proposed, two to find.
    assert found.rows() == [("date", 2, pytest.approx(0.8)), ("no date", 2, pytest.approx(2 / 3))]


def test_calibration_is_told_by_tenths_and_summed_by_pairs() -> None:
    table = reliability(marked(PAIRS, TRUTH))
    assert table.rows() == [
        (2, 1, pytest.approx(0.2), 0.0),
        (5, 1, pytest.approx(0.5), 1.0),
        (9, 3, pytest.approx(2.75 / 3), pytest.approx(2 / 3)),
    ]
    assert calibration_error(table) == pytest.approx((0.2 + 0.5 + 0.75) / 5)


def test_a_matcher_is_told_at_its_best() -> None:
    said = {"found": 3, "seconds": 1.5, "processor": 2.5, "peak": 100, "candidates": 5}
    rows = {
        row.work: row.figure for row in told("x", Asked(work="w", truth=TRUTH, strata=STRATA), PAIRS, said)
    }
    assert rows["w: F1"] == 0.75
    assert rows["w: recall of the candidates"] == 0.75
    assert rows["w: F1, date (2 pairs)"] == 0.8
    assert rows["w: from files to pairs"] == 1.5
    assert rows["w: from files to pairs, processor time"] == 2.5


def test_pairs_that_are_never_shown_do_not_hide_how_far_the_others_are_out() -> None:
    unlikely = PAIRS.head(1).with_columns(register_id=pl.lit("7"), score=pl.lit(0.04))
    pairs = pl.concat([PAIRS, unlikely]).with_columns(probability="score")
    rows = list(calibrated("x", Asked(work="w", truth=TRUTH, strata=STRATA), pairs))
    assert rows[0].figure == pytest.approx((0.2 + 0.5 + 0.75) / 5)
    assert rows[1].work == "w: share true of 1 pairs of probability 0.2 to 0.3, foretold 0.200"
    assert len(rows) == 4


def test_some_of_the_wanted_may_be_measured_alone() -> None:
    asked = Asked(work="w", truth=TRUTH, strata=STRATA).only(pl.Series(["A", "D"]))
    assert asked.work == "w, 2 of the wanted"
    assert asked.truth["register_id"].to_list() == ["1", "4"]
    assert asked.strata["stratum"].to_list() == ["date", "no date"]


def test_what_is_known_of_the_wanted_is_told_by_identifier_then_by_date_then_by_surnames() -> None:
    wanted = pl.DataFrame(
        {
            "id": ["1", "2", "3", "4", "5", "6"],
            "surname_1": ["PEREZ", "DE LA CRUZ", "PEREZ-SOTO", None, None, "PEREZ"],
            "surname_2": [None, None, None, None, None, "SOTO"],
            "full_name": [None, None, None, "CRUZ SOTO ANA MARIA", "ANA CRUZ", None],
            "year": [1990, 1990, 1990, 1990, 0, 0],
            "month": [5, 5, 5, 0, 0, 0],
            "day": [3, 3, 3, 0, 0, 0],
            "curp": ["XEXX010101HNEXXXA4", None, None, None, None, None],
        }
    )
    assert strata(wanted)["stratum"].to_list() == [
        "CURP",
        "full date, one surname",
        "full date, two surnames",
        "part of a date, two surnames",
        "no date, one surname",
        "no date, two surnames",
    ]
