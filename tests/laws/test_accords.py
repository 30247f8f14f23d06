"""Whatever is filed on an accord, and in whatever order: each side's column is its own."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from dedere.docket import text
from dedere.docket.accords import fold_accord
from dedere.docket.entries import Line, PositionPublished, PositionStated, PositionStruck, SignatureAwaited
from promised import MADE, Play, accord, account

DAYS = st.integers(0, 4).map(lambda days: MADE + timedelta(days=days))
SAID = st.sampled_from(("kept", "open", "broken", "disputed", "unknown"))
SIDES = st.sampled_from(("MX", "US", "GT"))
Step = Callable[[Play], str]

STEPS: st.SearchStrategy[Step] = st.one_of(
    st.builds(lambda said, side, on: lambda play: play.states(said, side=side, on=on), SAID, SIDES, DAYS),
    st.builds(
        lambda said, side, on, told: lambda play: play.publishes(said, side=side, on=on, sources=told),
        SAID,
        SIDES,
        DAYS,
        st.sampled_from(((), ("S-1",))),
    ),
    st.builds(lambda line: lambda play: play.strikes(line), st.integers(0, 6)),
    st.builds(lambda by: lambda play: play.countersigns(by=by), st.sampled_from(("ana", "bruno", ""))),
    st.builds(lambda line: lambda play: play.declines(line), st.integers(1, 6)),
    st.builds(lambda side: lambda play: play.signs(side=side), SIDES),
    st.builds(lambda side: lambda play: play.publishes_signature(side=side), SIDES),
    st.builds(lambda due: lambda play: play.corrects(accord(due=due)), DAYS),
    st.just(lambda play: play.evidence()),
)


def touched(line: Line, play: Play) -> set[str]:
    """The sides whose word the line adds or strikes, read from the line alone."""
    match line.entry:
        case PositionStated(side=side) | PositionPublished(side=side):
            return {side}
        case PositionStruck(line=struck):
            return {play.file.lines[struck - 1].entry.side}
        case _:
            return set()


@given(st.lists(STEPS, max_size=10), st.sampled_from(("MX", "US")))
def test_a_sides_word_changes_only_by_a_line_that_speaks_of_it_and_is_entitled_to(steps, home):
    play = Play(home=home)
    play.records(accord(accounts=(account("MX"), account("US", None, silent=True))))
    for step in steps:
        before = play.file
        refused = step(play)
        lines = play.file.lines[before.version :]
        assert bool(refused) is not bool(lines)
        sides = {side for line in lines for side in touched(line, play)}
        for side in ("MX", "US"):
            if side not in sides:
                assert play.file.column(side).statements == before.column(side).statements
        for line in lines:
            entitled(line, home)


def entitled(line: Line, home: str) -> None:
    """Our officers speak for home; what is published has its source; what is struck has two officers."""
    match line.entry:
        case PositionStated(side=side):
            assert side == home
        case PositionPublished():
            assert line.sources
        case PositionStruck():
            assert line.second
            assert line.second != line.by
        case _:
            pass


@given(st.lists(STEPS, max_size=10))
def test_no_word_is_ever_lost_and_any_file_folds_back_from_its_texts(steps):
    play = Play()
    play.records()
    filed = 0
    for step in steps:
        step(play)
        kept = sum(len(own.statements) for own in play.file.columns)
        assert kept >= filed
        filed = kept
    assert (
        fold_accord(play.file.number, [text.read(text.write(line)) for line in play.file.lines]) == play.file
    )
    waiting = [line for line in play.file.lines if isinstance(line.entry, SignatureAwaited)]
    assert play.file.awaiting is None or play.file.awaiting.line in [line.number for line in waiting]
