"""Does each published spelling of a person lead to that person first, among so many others?

Names and nicknames of the persons of ``examples/mexico-2025`` as the sources there print them, looked up by
name alone in an index that holds each person's row and as many invented people as asked. Nothing else about a
real person is read, and nothing is made up: no date, no act. ``--quick`` takes 20,000 others.
"""

from __future__ import annotations

import csv
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import polars as pl

from benchmarks.rows import OURS, Row, options, show
from dedere.persons.index.store import build
from dedere.persons.matching.explain import proposals
from dedere.persons.matching.search import Search
from dedere.persons.model.model import load
from dedere.persons.reading.strings import roll_of
from dedere.persons.synthetic import blocks, profiles

EXAMPLE = Path(__file__).parents[2] / "examples" / "mexico-2025"
SEED = 5
QUICK, OTHERS = 20_000, 1_000_000
MOST = 50  # shown of each
# Why a spelling may miss. Whatever is not listed must lead to its person first.
WITHHELD = "the surnames are withheld by law: the given name alone is left"
GIVEN_ONLY = "given names alone, as on a slide"
COMMON = "one given name and one surname that many others bear"
COLLIDES = "a nickname that many others bear"
NOT_IN_ROW = "a nickname that the person's row does not list; one source alone has it"
FITS = "others of both these surnames fit no worse, since the first given name is left out"
OTHER = "another given name before two common surnames, listed by one source alone"
UNEXPLAINED = "not explained"
FALSE = "a false identity: another name altogether, listed by one source alone"
WHY = {
    'Rodolfo "N"': WITHHELD,
    "José Jesús": GIVEN_ONLY,
    "Luis Gerardo": GIVEN_ONLY,
    "MENDEZ, Jesus": COMMON,
    "Francisco Chávez": COMMON,
    "Jesús Méndez Vargas": FITS,
    "CARRILLO FUENTES, Andres": OTHER,
    "HERNANDEZ LECHUGA, Luciano": OTHER,
    "José El Chango Méndez": COMMON,
    "Lupe Tapia": COMMON,
    "CHAMULA": NOT_IN_ROW,
    "EL PROFE": NOT_IN_ROW,
    "TAK TOLEDO, Jonathan Paul": FALSE,
    "GOMEZ FLORES, Luis Angel": FALSE,
    "GONZALEZ DIAZ, Juan": FALSE,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """One spelling looked up: at which rank its person is shown (0 if not), who else at no lower weight."""

    person: str
    written: str
    kind: str
    rank: int
    ahead: tuple[str, ...]

    @property
    def why(self) -> str:
        """Why the person is not first, or that nothing explains it."""
        return WHY.get(self.written, COLLIDES if self.kind == "nickname" else UNEXPLAINED)


def persons() -> pl.DataFrame:
    """Return the persons of the example whose name is known: name, and what else they are called."""
    with (EXAMPLE / "persons.csv").open(encoding="utf-8") as file:
        rows = [row for row in csv.DictReader(file) if row["name_standing"] != "not-established"]
    return pl.DataFrame(
        {
            "id": [row["id"] for row in rows],
            "full_name": [row["name"] for row in rows],
            "aliases": [row["aliases"] for row in rows],
        }
    )


def spellings() -> list[dict[str, str]]:
    """Return the spellings published: `person`, `variant`, `kind`, `source`; conflations are others'."""
    with (EXAMPLE / "name_variants.csv").open(encoding="utf-8") as file:
        return list(csv.DictReader(file))


def search(others: int, folder: Path) -> Search:
    """Index the persons with so many invented others."""
    drawn = blocks(seed=SEED, recording=profiles()["usual"], register=others, wanted=1, held=0.0)
    return Search(build(_rolls(part.register for part in drawn), folder), load())


def _rolls(others: Iterable[pl.DataFrame]) -> Iterator[pl.DataFrame]:
    yield roll_of(persons())
    yield from map(roll_of, others)


def answers(search: Search, written: list[dict[str, str]]) -> Iterator[Answer]:
    """Look each spelling up by the name alone; weights a hundredth of a bit apart count as equal."""
    numbers = [str(number) for number in range(len(written))]
    asked = roll_of(pl.DataFrame({"id": numbers, "full_name": [each["variant"] for each in written]}))
    shown: dict[str, dict[str, float]] = {number: {} for number in numbers}
    for each in proposals(search, asked, most=MOST):
        shown[each.wanted_id][each.register_id] = round(each.bits, 2)
    for bits, told in zip(shown.values(), written, strict=True):
        own = bits.pop(told["person"], None)
        ahead = [other for other, weight in bits.items() if own is None or weight >= own]
        yield Answer(
            person=told["person"],
            written=told["variant"],
            kind=told["kind"],
            rank=0 if own is None else 1 + len(ahead),
            ahead=tuple(ahead),
        )


def measure(others: int) -> Iterator[Row]:
    """Look up every spelling that is the person's own; tell each that does not lead there first."""
    written = [each for each in spellings() if each["kind"] != "conflation"]
    with TemporaryDirectory() as folder:
        found = list(answers(search(others, Path(folder)), written))
    for kind in sorted({each.kind for each in found}):
        of_kind = [each for each in found if each.kind == kind]
        first = sum(each.rank == 1 for each in of_kind)
        work = f"{kind}: of {len(of_kind)} spellings, those that lead to their person first among {others:,}"
        yield Row(work=work, who=OURS, figure=first, unit="spellings", better="higher")
    for each in found:
        if each.rank != 1:
            place = f"rank {each.rank}" if each.rank else "not shown"
            print(f"{each.person} {each.written}: {place}; {each.why}", file=sys.stderr)


def main() -> None:
    """Parse ``--quick`` and ``--json``, measure, print."""
    asked = options(__doc__ or "").parse_args()
    show(measure(QUICK if asked.quick else OTHERS), as_json=asked.json)


if __name__ == "__main__":
    main()
