"""An edition on disk: a folder that a web server can serve as it is, replaced as a whole."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path

from dedere.press.statistics.pages import edition
from dedere.tally.release import Release
from dedere.words import Source
from dedere.words.wording import LANGUAGES


def write_edition(
    release: Release, sources: Mapping[str, Source], folder: Path, *, demonstration: bool
) -> tuple[Path, ...]:
    """Write ``es/statistics/`` and ``en/statistics/`` in the folder and return the files.

    Each is written beside its place and then moved there, so that a reader never meets half an edition;
    whatever else the folder holds stays.
    """
    written: list[Path] = []
    for language in LANGUAGES:
        place = folder / language / "statistics"
        files = edition(release, sources, language, demonstration=demonstration)
        _replace(place, files)
        written += [place / name for name in files]
    return tuple(written)


def _replace(place: Path, files: Mapping[str, bytes]) -> None:
    fresh, old = place.with_name("statistics.new"), place.with_name("statistics.old")
    for each in (fresh, old):
        shutil.rmtree(each, ignore_errors=True)
    fresh.mkdir(parents=True)
    for name, content in files.items():
        (fresh / name).write_bytes(content)
    if place.exists():
        place.rename(old)
    fresh.rename(place)
    shutil.rmtree(old, ignore_errors=True)
