"""What an amended copy changes is told clause by clause, and so is what a case comes to under it."""

from __future__ import annotations

from pathlib import Path

import pytest

from dedere.law.amendment import altered, clauses_altered, touched
from dedere.law.casefile import CaseFile
from dedere.law.instrument import Instrument
from dedere.law.library import Library, UnreadableTreaty, amended, library, load_library, text_of
from dedere.law.readcase import read_case
from law.agreed import folder

CASES = Path(__file__).parents[1] / "cases"
TREATY = library().instruments["us-mx-1978"]
TEXT = text_of(TREATY, library())


def rewritten(before: str, after: str) -> Library:
    assert before in TEXT
    return amended(library(), "us-mx-1978", TEXT.replace(before, after, 1).encode())


def treaty(of: Library) -> Instrument:
    return of.instruments["us-mx-1978"]


def without(clause: str) -> Library:
    """The treaty without one clause."""
    head, *clauses = TEXT.split("[[clause]]")
    kept = [each for each in clauses if f'id       = "{clause}"' not in each]
    assert len(kept) < len(clauses)
    return amended(library(), "us-mx-1978", "[[clause]]".join([head, *kept]).encode())


def case(name: str) -> CaseFile:
    return read_case(CASES / f"{name}.toml")


def test_a_copy_letter_for_letter_changes_nothing() -> None:
    same = amended(library(), "us-mx-1978", TEXT.encode())
    assert (altered(TREATY, treaty(same)), clauses_altered(TREATY, treaty(same))) == ((), ())
    assert touched(case("t02-eleven-months"), library(), same) is None


def test_a_changed_value_is_named_by_its_key_and_the_case_at_its_threshold_comes_out_otherwise() -> None:
    copy = rewritten("months   = 12", "months   = 6")
    (change,) = clauses_altered(TREATY, treaty(copy))
    assert (change.how, change.clause.citation.article) == ("changed", "2(1)")
    assert [(each.key, each.before, each.after) for each in change.values] == [("months", 12, 6)]
    found = touched(case("t02-eleven-months"), library(), copy)
    assert found is not None
    (differing,) = found.differences
    assert differing.article == "2(1)"
    assert [each.says for each in (differing.before, differing.after) if each] == ["not-met", "met"]
    assert [standing[1] for standing in found.standings] == ["lacking"]


def test_a_removed_clause_and_an_added_one_are_told_apart() -> None:
    fewer = without("remaining-sentence")
    (gone,) = clauses_altered(TREATY, treaty(fewer))
    assert (gone.how, gone.clause.id) == ("removed", "remaining-sentence")
    (come,) = clauses_altered(treaty(fewer), TREATY)
    assert (come.how, come.clause.id) == ("added", "remaining-sentence")


def test_a_clause_that_was_not_in_point_is_not_missed() -> None:
    copy = without("remaining-sentence")
    accused = case("t01-accused")
    assert touched(accused, library(), copy) is None


@pytest.mark.parametrize(
    ("before", "after", "key"),
    [
        ("in_force  = 1980-01-25", "in_force  = 2040-01-01", "in_force"),
        ('parties   = ["MX", "US"]', 'parties   = ["MX", "CA"]', "parties"),
    ],
)
def test_an_instrument_that_no_longer_attaches_takes_its_findings_with_it(
    before: str, after: str, key: str
) -> None:
    copy = rewritten(before, after)
    assert [each.key for each in altered(TREATY, treaty(copy))] == [key]
    found = touched(case("t02-eleven-months"), library(), copy)
    assert found is not None
    gone = [each for each in found.differences if each.instrument == "us-mx-1978"]
    assert gone
    assert all(each.after is None for each in gone)


def test_a_shorter_clock_touches_a_case_in_which_it_runs() -> None:
    running = case("t11-3-court-on-day-sixty")
    copy = rewritten("length   = 60", "length   = 45")
    found = touched(running, library(), copy)
    assert found is not None
    clock = next(each for each in found.differences if each.clock)
    assert clock.before is not None
    assert clock.after is not None
    assert clock.before.due is not None
    assert clock.after.due is not None
    assert (clock.before.due - clock.after.due).days == 15


def test_an_instrument_that_attaches_neither_before_nor_after_touches_nobody() -> None:
    transfer = text_of(library().instruments["us-mx-1976"], library()).encode() + b"# amended\n"
    copy = amended(library(), "us-mx-1976", transfer)
    assert touched(case("t02-eleven-months"), library(), copy) is None


def test_what_is_based_on_an_amended_instrument_is_read_anew(tmp_path: Path) -> None:
    world = load_library(folder(tmp_path))
    after = amended(world, "model", world.written["model"].raw + b"# amended\n")
    digests = {name: each.digest for name, each in world.instruments.items()}
    changed = {name for name, each in after.instruments.items() if each.digest != digests[name]}
    assert changed == {"model", "bilateral"}


def test_a_copy_without_what_another_instrument_names_is_refused_where_that_stands(tmp_path: Path) -> None:
    world = load_library(folder(tmp_path))
    less = world.written["model"].raw.replace(b'"military"', b'"martial"')
    assert less != world.written["model"].raw
    with pytest.raises(UnreadableTreaty, match=r"bilateral/instrument\.toml"):
        amended(world, "model", less)
