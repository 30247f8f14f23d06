"""How many changed rules do the case files notice?

Every value of every clause is changed, one at a time, and every step of every condition; a change is
*killed* when a case no longer comes out as its file says. Those that live are named: either no answer to
the facts tells them from the rule as it stands (*equivalent*, not counted), or no case file shows it yet.
"""

from __future__ import annotations

import random
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from types import MappingProxyType

from benchmarks.equivalence import same_instrument
from benchmarks.mutants import Mutant, mutants
from benchmarks.rows import OURS, Row, main
from dedere.law.assess import assess
from dedere.law.casefile import CaseFile
from dedere.law.expect import Expectation, failures
from dedere.law.instrument import Instrument
from dedere.law.library import PACKAGED, Library, library
from dedere.law.readcase import case_files, read_cases

CASES = Path(__file__).parents[1] / "tests" / "cases"
Case = tuple[CaseFile, tuple[Expectation, ...]]
QUICK = 400


@dataclass(frozen=True, slots=True, kw_only=True)
class Fate:
    """What became of a mutant: ``killed``, ``equivalent`` or ``living``."""

    mutant: Mutant
    came_to: str


def fates(laws: Library, some: Iterable[Mutant]) -> Iterator[Fate]:
    """Try mutants against every case file; those that cannot be read, or change nothing, are left out."""
    files = (*case_files(CASES), *sorted(PACKAGED.glob("*/cases.toml")))
    cases = [case for path in files for case in read_cases(path)]
    near = _near(laws, cases)
    for mutant in some:
        made = mutant.make()
        if made is None:
            continue
        first = near[mutant.instrument, mutant.clause]
        ordered = [cases[at] for at in first] + [each for at, each in enumerate(cases) if at not in first]
        if _noticed(_with(laws, made), ordered):
            yield Fate(mutant=mutant, came_to="killed")
        else:
            same = same_instrument(laws.instruments[mutant.instrument], made, laws)
            yield Fate(mutant=mutant, came_to="equivalent" if same else "living")


def sample(laws: Library, number: int) -> Sequence[Mutant]:
    """So many mutants, drawn always the same."""
    every = list(mutants(laws))
    return random.Random(1978).sample(every, min(number, len(every)))


def _near(laws: Library, cases: Sequence[Case]) -> dict[tuple[str, str], dict[int, None]]:
    """For each clause the cases that expect something of it, by its id or article: they notice first."""
    articles: dict[tuple[str, str], list[str]] = defaultdict(list)
    for instrument in laws.instruments.values():
        for clause in instrument.clauses:
            for article in {clause.citation.article, *clause.citation.article.split(", ")}:
                articles[instrument.id, article].append(clause.id)
    near: dict[tuple[str, str], dict[int, None]] = defaultdict(dict)
    for at, (_, expectations) in enumerate(cases):
        for each in expectations:
            own = [each.clause] if each.clause else articles[each.instrument, each.article]
            for clause_id in (*own, ""):
                near[each.instrument, clause_id][at] = None
    return near


def _with(laws: Library, made: Instrument) -> Library:
    return replace(laws, instruments=MappingProxyType({**laws.instruments, made.id: made}))


def _noticed(laws: Library, cases: Iterable[Case]) -> bool:
    return any(_differs(laws, case, expectations) for case, expectations in cases)


def _differs(laws: Library, case: CaseFile, expectations: Iterable[Expectation]) -> bool:
    assessment = assess(case, laws)
    return any(failures(expected, assessment, laws) for expected in expectations)


def measure(quick: bool) -> Iterable[Row]:
    """The share of mutants killed, for each instrument and for all; then each one that lives."""
    laws = library()
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    living = []
    for fate in fates(laws, sample(laws, QUICK) if quick else mutants(laws)):
        counts[fate.mutant.instrument][fate.came_to] += 1
        if fate.came_to == "living":
            living.append(fate.mutant)
    for name, count in [*sorted(counts.items()), ("all instruments", sum(counts.values(), Counter()))]:
        score = count["killed"] / max(1, count["killed"] + count["living"])
        told = f"{count['killed']} killed, {count['living']} living, {count['equivalent']} equivalent"
        yield Row(work=f"{name}: {told}", who=OURS, figure=round(100 * score, 1), unit="%", better="higher")
    for each in living:
        work = f"lives: {each.instrument}, {each.clause or 'the instrument'}: {each.what}"
        yield Row(work=work, who=OURS, figure=1, unit="mutant", better="lower")


if __name__ == "__main__":
    main(measure, __doc__ or "")
