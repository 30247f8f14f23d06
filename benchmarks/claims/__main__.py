"""How many of the claims that reports make are found, and how many that are found are made.

Two parts: `written`, with which the rules were written, and `apart`, written after the rules were frozen and
not tuned on. A claim is an attribute and its value, once a report. Every report is of the project's wording.
Then, of the points on which published sources disagree, how many the rules settle as the list does.
"""

from __future__ import annotations

import time
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from benchmarks.claims import standing
from benchmarks.rows import OURS, Row, main
from dedere.claims.claim import Attribute, Claim
from dedere.claims.reading.knownfile import read_known
from dedere.claims.reading.read import read
from dedere.claims.reading.report import report

REPORTS = Path(__file__).parent / "reports"
PARTS = ("written", "apart")
Made = tuple[str, str]  # attribute, value


@dataclass(frozen=True, slots=True, kw_only=True)
class Expected:
    """A report with the claims that a person found in it, each with the kinds of its sentences."""

    id: str
    text: str
    language: str
    on: date
    claims: Mapping[Made, frozenset[str]]


def reports(part: str) -> Iterator[Expected]:
    """The reports of a part, in both languages."""
    for language in ("en", "es"):
        path = REPORTS / f"{part}-{language}.toml"
        for row in tomllib.loads(path.read_text(encoding="utf-8"))["report"]:
            claims = dict(map(_claim, row["claims"]))
            yield Expected(id=row["id"], text=row["text"], language=language, on=row["on"], claims=claims)


def _claim(line: str) -> tuple[Made, frozenset[str]]:
    said, *kinds = line.split(" ~")
    attribute, _, value = said.partition(" ")
    return (attribute, value), frozenset(kinds or ["fact"])


def found(expected: Expected) -> Mapping[Made, frozenset[str]]:
    """What is read from a report: attribute and value, with the kinds of the sentences."""
    asked = report(expected.text.encode(), expected.id, language=expected.language, on=expected.on)
    made: dict[Made, frozenset[str]] = {}
    for claim in read(asked, people=read_known(REPORTS / "cast.csv")).claims:
        key = claim.attribute.value, _value(claim)
        made[key] = made.get(key, frozenset()) | {claim.sentence_kind.value}
    return made


def _value(claim: Claim) -> str:
    if claim.attribute is Attribute.PERSON:
        return claim.id
    return f"not-{claim.value}" if claim.negated else claim.value


def measure(quick: bool) -> Iterable[Row]:
    """Read every report: precision, recall, kinds of sentences, time; then settle the disagreements."""
    for part in PARTS:
        yield from _part(part, list(reports(part)))
    yield from standing.rows()


def _part(part: str, expected: list[Expected]) -> Iterator[Row]:
    right, said, there, kinds, both = Counter[str](), Counter[str](), Counter[str](), 0, 0
    begun = time.perf_counter()
    readings = [found(each) for each in expected]
    spent = time.perf_counter() - begun
    for each, made in zip(expected, readings, strict=True):
        said.update(attribute for attribute, _ in made)
        there.update(attribute for attribute, _ in each.claims)
        right.update(attribute for attribute, _ in made.keys() & each.claims.keys())
        both += len(made.keys() & each.claims.keys())
        kinds += sum(made[key] == each.claims[key] for key in made.keys() & each.claims.keys())
    for attribute in [*(each.value for each in Attribute), "all"]:
        totals = [count.total() if attribute == "all" else count[attribute] for count in (right, said, there)]
        yield from _figures(f"{part}, {attribute}", *totals)
    yield _row(f"{part}, kind of sentence, of claims found", kinds / both, "share", "higher")
    yield _row(f"{part}, {len(expected)} reports, each", spent / len(expected) * 1e3, "ms", "lower")


def _figures(work: str, right: int, said: int, there: int) -> Iterator[Row]:
    yield _row(f"{work} ({there}): precision", right / said if said else 1.0, "share", "higher")
    yield _row(f"{work} ({there}): recall", right / there if there else 1.0, "share", "higher")


def _row(work: str, figure: float, unit: str, better: str) -> Row:
    return Row(work=work, who=OURS, figure=round(figure, 3), unit=unit, better=better)


if __name__ == "__main__":
    main(measure, __doc__ or "")
