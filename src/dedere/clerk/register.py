"""Looks a name up in the register, where this desk has an index of one."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from django.conf import settings

from dedere.persons.explained import Explained

if TYPE_CHECKING:
    from dedere.persons.matching.search import Search

MOST = 10


def look_up(name: str) -> tuple[Explained, ...] | None:
    """Return the persons of the register whose names may be this one, the likeliest first; ten at most.

    None where nothing was looked up: no name, or ``DEDERE_REGISTER_INDEX`` names no folder. An index that
    was built anew in its place is opened anew.
    """
    folder = settings.DEDERE_REGISTER_INDEX
    if not (folder and name.strip()):
        return None
    import polars as pl

    from dedere.persons.explaining import explained
    from dedere.persons.reading.cells import ROLL

    place = Path(folder)
    asked = pl.DataFrame([{"row": 1, "id": "", "full_name": name, "aliases": []}], schema=dict(ROLL))
    search = _search(place, place.stat().st_mtime_ns)
    return tuple(explained(search, [asked], wanted_roll="", register_roll=place.name, most=MOST))


@lru_cache(maxsize=1)
def _search(place: Path, _built: int) -> Search:
    from dedere.persons.index.store import load
    from dedere.persons.matching.search import Search
    from dedere.persons.model.model import load as load_model

    return Search(load(place), load_model())
