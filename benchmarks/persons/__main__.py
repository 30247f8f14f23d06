"""Who finds the wanted in a register, how surely, how fast and in how much memory: ours, and its peers.

Every matcher is a process of its own on the same files. The lists are drawn from one seed, on the usual
profile and on one kept apart for measuring. ``--large`` adds ten million rows, ours alone.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import polars as pl

from benchmarks.child import run
from benchmarks.persons import distance
from benchmarks.persons.candidates import of_some
from benchmarks.persons.figures import Asked, calibrated, told
from benchmarks.persons.peer import TRUTH, WANTED, roll
from benchmarks.persons.strata import strata
from benchmarks.persons.worlds import drawn, recordings
from benchmarks.rows import OURS, Row, options, show, spread

SEARCHERS = {
    OURS: "ours",
    "Splink 5, tuned": "tuned",
    "Splink 5, template": "template",
    "tocayo and Splink's template": "withtocayo",
}
COMPARERS = {"rapidfuzz token_sort and birth date": "tokensort", "nomenklatura logic-v2": "logicv2"}
FIRST = (1_000, 50)
QUICK = (5_000, 250)
SIZES = ((100_000, 2_000), (1_000_000, 20_000))
LARGE = (10_000_000, 100_000)


def measure(*, quick: bool, large: bool) -> Iterator[Row]:
    """Draw the lists, run every matcher, tell what came of it."""
    yield from distance.agreement(20_000 if quick else 200_000)
    with TemporaryDirectory() as place:
        yield from _begun(Path(place) / "first")
        for profile in ("usual",) if quick else recordings():
            for size in (QUICK,) if quick else SIZES:
                yield from _compared(
                    drawn(Path(place) / f"{profile}-{size[0]}", profile, *size), profile, size
                )
        yield from _asked_singly(Path(place), QUICK if quick else SIZES[-1])
        if large:
            folder = drawn(Path(place) / "large", "usual", *LARGE)
            yield from _linked(OURS, "ours", folder, _asked(folder, "usual", LARGE))


def _begun(folder: Path) -> Iterator[Row]:
    """Ours on a few rows: the first time on a machine its code is compiled, and kept."""
    said = run(_child("ours", drawn(folder, "usual", *FIRST), _out(folder, "ours"))).said
    work = f"usual, {FIRST[0]:,} × {FIRST[1]:,}: from files to pairs, compiling where nothing is compiled yet"
    yield Row(work=work, who=OURS, figure=said["seconds"], unit="s", better="lower")


def _compared(folder: Path, profile: str, size: tuple[int, int]) -> Iterator[Row]:
    asked = _asked(folder, profile, size)
    for who, module in SEARCHERS.items():
        yield from _linked(who, module, folder, asked)
    yield from _again(folder, asked)
    some = of_some(folder, [_out(folder, module) for module in ("ours", "tuned")])
    for who, module in COMPARERS.items():
        yield from _linked(who, module, folder, asked.only(some))


def _again(folder: Path, asked: Asked) -> Iterator[Row]:
    """Ours once more, with the index that it left in the folder."""
    ran = run(_child("ours", folder, _out(folder, "again")))
    work = f"{asked.work}: from a saved index to pairs"
    for what, said, unit in (
        ("", "seconds", "s"),
        (", processor time", "processor", "s"),
        (", peak memory", "peak", "MiB"),
    ):
        yield Row(work=work + what, who=OURS, figure=ran.said[said], unit=unit, better="lower")


def _asked_singly(place: Path, size: tuple[int, int]) -> Iterator[Row]:
    """One person at a time, ours and Splink's way."""
    for who, module in (OURS, "ours_asked"), ("Splink 5, tuned", "splink_asked"):
        said = run(_child(module, place / f"usual-{size[0]}")).said
        work = f"one person against {size[0]:,}, {len(said['taken']):,} asked"
        yield from spread(work, who, sorted(said["taken"]), "ms", 1e3, 0.5, 0.99)
        if spent := said.get("processor"):
            yield from spread(f"{work}, processor time", who, sorted(spent), "ms", 1e3, 0.5, 0.99)


def _asked(folder: Path, profile: str, size: tuple[int, int]) -> Asked:
    return Asked(
        work=f"{profile}, {size[0]:,} × {size[1]:,}",
        truth=pl.read_parquet(folder / TRUTH),
        strata=strata(roll(folder / WANTED)),
    )


def _linked(who: str, module: str, folder: Path, asked: Asked) -> Iterator[Row]:
    print(f"{asked.work}: {who}", file=sys.stderr)
    out = _out(folder, module)
    said = run(_child(module, folder, out)).said
    pairs = pl.read_parquet(out)
    yield from told(who, asked, pairs, said)
    if "probability" in pairs.columns:
        yield from calibrated(who, asked, pairs)


def _child(module: str, *paths: Path) -> list[str]:
    return [sys.executable, "-m", f"benchmarks.persons.{module}", *map(str, paths)]


def _out(folder: Path, module: str) -> Path:
    return folder / f"{module}.parquet"


def main() -> None:
    """Parse ``--quick``, ``--json`` and ``--large``, measure, print."""
    parser = options(__doc__ or "")
    parser.add_argument("--large", action="store_true", help="ten million rows too, ours alone")
    asked = parser.parse_args()
    show(measure(quick=asked.quick, large=asked.large), as_json=asked.json)


if __name__ == "__main__":
    main()
