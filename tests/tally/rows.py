"""Invented dockets for the statistics: routes of nobody."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from hypothesis import strategies as st

from dedere.tally.route import Counted, Given, Operation, Route

TRACKS = ("deportation", "treaty-extradition")
UNTIL = date(2025, 1, 15)


def route(**more: object) -> Route:
    told = {"track": "treaty-extradition", "direction": "received", "opened": "2024", "stage": "received"}
    return Route(**(told | more))


def handed(**more: object) -> Route:
    return route(**({"stage": "handed-over", "handed_over": "2025", "aftercare": "watched"} | more))


def counted(
    routes: Sequence[Route], given: Sequence[Given] = (), operations: Sequence[Operation] = ()
) -> Counted:
    return Counted(
        home="MX",
        until=UNTIL,
        persons=len(routes),
        simulated=False,
        routes=tuple(routes),
        given=tuple(given),
        operations=tuple(operations),
    )


def kinds_of_route() -> st.SearchStrategy[Route]:
    """A route that was opened and perhaps refused, with consent or without."""
    return st.builds(
        route,
        track=st.sampled_from(TRACKS),
        direction=st.sampled_from(["received", "made"]),
        opened=st.sampled_from(["2023", "2024"]),
        stage=st.sampled_from(["received", "refused"]),
        consent=st.sampled_from(["given", "not-given"]),
    )


def dockets(most_kinds: int, most_each: int) -> st.SearchStrategy[tuple[Route, ...]]:
    """Some different kinds of route, each some times."""
    pairs = st.tuples(kinds_of_route(), st.integers(1, most_each))
    return st.lists(pairs, min_size=1, max_size=most_kinds, unique_by=lambda pair: pair[0]).map(
        lambda found: tuple(each for each, times in found for _ in range(times))
    )
