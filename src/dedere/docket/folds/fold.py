"""Two tables, filled by the modules beside this one: entry class to the mark it leaves."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

from dedere.docket.entries import Entry, Line

if TYPE_CHECKING:
    from dedere.docket.case import Case
    from dedere.docket.parts import Track

E = TypeVar("E", bound=Entry)

PERSON: dict[type[Entry], Callable[[Case, Any, Line], Case]] = {}
ROUTE: dict[type[Entry], Callable[[Case, Track, Any, Line], Track]] = {}


def on_person(kind: type[E]) -> Callable[[Callable[[Case, E, Line], Case]], None]:
    """Enter what an entry of this kind means for the person, whatever the track."""

    def enter(mark: Callable[[Case, E, Line], Case]) -> None:
        PERSON[kind] = mark

    return enter


def on_route(kind: type[E]) -> Callable[[Callable[[Case, Track, E, Line], Track]], None]:
    """Enter what an entry of this kind means for the track that its line names."""

    def enter(mark: Callable[[Case, Track, E, Line], Track]) -> None:
        ROUTE[kind] = mark

    return enter
