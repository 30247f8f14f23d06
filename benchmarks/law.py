"""How long does one set of legal rules take on the same facts, here and in other evaluators of rules?"""

from __future__ import annotations

import time
import tracemalloc
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

import cel
import celpy
import clingo
import numpy as np
from openfisca_core.taxbenefitsystems import TaxBenefitSystem

from benchmarks import lawfisca
from benchmarks.lawpeers import ORDER, cel_inputs, cel_text, clingo_text, number, tree
from benchmarks.lawrules import Values, cases, facts_of, rules
from benchmarks.rows import OURS, Row, main, spread
from dedere.law.library import library
from dedere.law.logic import settle
from dedere.law.logic.column import Column
from dedere.law.logic.columns import column_findings
from dedere.law.logic.compiled import compile_rules
from dedere.law.logic.exact import Form
from dedere.law.vocabulary import Fact

TURN = 20  # cases: enough for each evaluator to find its own data near


@dataclass(frozen=True, slots=True, kw_only=True)
class Evaluator:
    """One evaluator: how it is given a case, which is not timed, and how it finds, which is."""

    prepare: Callable[[Values], Any]
    find: Callable[[Any], Any]
    told: Callable[[Any], list[int]] = list
    most: int = 2000


def measure(quick: bool) -> Iterable[Row]:
    """Every evaluator finds the same on the same cases; then each is timed in turns with the others."""
    forms = rules()
    facts = facts_of(forms)
    docket = cases(facts, 200 if quick else 2000)
    evaluators = {**_ours(forms), **_peers(forms, facts)}
    expected = [tree(forms, case) for case in docket]
    for who, each in evaluators.items():
        for case, wanted in zip(docket[: min(each.most, 200)], expected, strict=False):
            assert each.told(each.find(each.prepare(case))) == wanted, who
    work = f"{len(forms)} findings on {len(facts)} facts, one case"
    for who, runs in _in_turns(evaluators, docket).items():
        name, _, how = who.partition(", ")
        told = f"{work}, {how}" if name == OURS else work
        yield from spread(told, name if name == OURS else who, runs, "µs", 1e6, 0.5, 0.99)
    yield from _docket(forms, facts, 100_000 if quick else 1_000_000, quick)


def _same(case: Values) -> Values:
    return case


def _ours(forms: Sequence[Form]) -> dict[str, Evaluator]:
    asked, questions = library().asked(), [form.question for form in forms]
    compiled = compile_rules(questions, asked)
    return {
        f"{OURS}, explained with what each unknown needs": Evaluator(
            prepare=_same,
            find=lambda case: [settle(question, case, asked) for question in questions],
            told=lambda settled: [ORDER.index(each.finding) for each in settled],
        ),
        f"{OURS}, compiled": Evaluator(
            prepare=lambda case: [case.get(fact) for fact in compiled.facts],
            find=compiled.call,
            told=lambda found: [ORDER.index(each) for each in found],
        ),
    }


def _peers(forms: Sequence[Form], facts: Sequence[Fact]) -> dict[str, Evaluator]:
    text = cel_text(forms, facts)
    slow = celpy.Environment()
    program = clingo_text(forms, facts)
    made = lawfisca.system(forms, facts, shared=False)
    inputs = partial(cel_inputs, facts)
    return {
        "a plain tree in Python": Evaluator(prepare=_same, find=partial(tree, forms)),
        "common-expression-language": Evaluator(prepare=inputs, find=cel.compile(text).execute),
        "cel-python": Evaluator(
            prepare=partial(_celpy, facts),
            find=slow.program(slow.compile(text)).evaluate,
            told=lambda found: [int(each) for each in found],
            most=60,
        ),
        "clingo, one program a case": Evaluator(
            prepare=partial(_told_to_clingo, program, facts), find=partial(_clingo, len(forms)), most=200
        ),
        "OpenFisca, one person": Evaluator(
            prepare=lambda case: {name: np.array([value]) for name, value in inputs(case).items()},
            find=lambda given: lawfisca.find(made, len(forms), given, 1),
            told=lambda found: [int(each[0]) for each in found],
            most=200,
        ),
    }


def _celpy(facts: Sequence[Fact], case: Values) -> dict[str, celpy.celtypes.Value]:
    types = celpy.celtypes
    return {
        name: types.BoolType(value) if name.startswith("k") else types.IntType(value)
        for name, value in cel_inputs(facts, case).items()
    }


def _told_to_clingo(program: str, facts: Sequence[Fact], case: Values) -> str:
    known = ((place, fact) for place, fact in enumerate(facts) if fact.name in case)
    return "\n".join([program, *(f"v({place},{number(fact, case[fact.name])})." for place, fact in known)])


def _clingo(outputs: int, program: str) -> list[int]:
    control = clingo.Control(["--warn=none"])
    control.add("base", [], program)
    control.ground([("base", [])])
    found = [0] * outputs
    with control.solve(yield_=True) as handle:
        for symbol in next(iter(handle)).symbols(shown=True):
            found[symbol.arguments[0].number] = symbol.arguments[1].number
    return found


def _in_turns(evaluators: dict[str, Evaluator], docket: Sequence[Values]) -> dict[str, list[float]]:
    """Seconds of processor time of each case, the evaluators taking turns of twenty."""
    runs: dict[str, list[float]] = {who: [] for who in evaluators}
    for start in range(0, len(docket), TURN):
        for who, each in evaluators.items():
            given = [each.prepare(case) for case in docket[start : min(start + TURN, each.most)]]
            runs[who] += [_timed(each.find, case) for case in given]
    return {who: sorted(each) for who, each in runs.items()}


def _timed(find: Callable[[Any], Any], case: object) -> float:
    before = time.process_time_ns()
    find(case)
    return (time.process_time_ns() - before) / 1e9


def _docket(forms: Sequence[Form], facts: Sequence[Fact], rows: int, quick: bool) -> Iterable[Row]:
    """A whole docket: ours on planes of bits, OpenFisca on its vectors, and the memory that ours takes."""
    work = f"{len(forms)} findings on {len(facts)} facts, {rows:,} cases"
    table = _table(facts, rows)
    find = partial(
        column_findings, [form.question for form in forms], table, rows, vocabulary=library().asked()
    )
    made = lawfisca.system(forms, facts, shared=True)
    theirs = _Fisca(made, len(forms), _inputs(facts, table), rows)
    assert all((one == other).all() for one, other in zip(find(), theirs.find(), strict=True))
    runs: dict[str, list[float]] = {OURS: []}
    for _ in range(3 if quick else 9):
        runs[OURS].append(_timed(lambda _: find(), None))
        setting, finding = theirs.timed()
        runs.setdefault("OpenFisca, inputs set before", []).append(finding)
        runs.setdefault("OpenFisca", []).append(setting + finding)
    for who, each in runs.items():
        yield from spread(work, who, sorted(each), "ms", 1e3, 0.5)
    held = sum(each.values.nbytes + each.known.nbytes for each in table.values())
    for what, size in (("columns given", held), ("memory taken to find", _peak(find))):
        figure = round(size / 2**20, 1)
        yield Row(work=f"{work}, {what}", who=OURS, figure=figure, unit="MiB", better="lower")


def _inputs(facts: Sequence[Fact], table: Mapping[str, Column]) -> Mapping[str, Any]:
    values = {f"v{place}": table[fact.name].values for place, fact in enumerate(facts)}
    return {**values, **{f"k{place}": table[fact.name].known for place, fact in enumerate(facts)}}


@dataclass(frozen=True, slots=True)
class _Fisca:
    """OpenFisca on the same columns."""

    made: TaxBenefitSystem
    outputs: int
    given: Mapping[str, Any]
    rows: int

    def find(self) -> list[Any]:
        return lawfisca.find(self.made, self.outputs, self.given, self.rows)

    def timed(self) -> tuple[float, float]:
        """Seconds of processor time to set the inputs, and to find."""
        begun = time.process_time()
        simulation = lawfisca.simulate(self.made, self.given, self.rows)
        set_up = time.process_time()
        lawfisca.calculate(simulation, self.outputs)
        return set_up - begun, time.process_time() - set_up


def _peak(work: Callable[[], object]) -> int:
    """The most bytes that were held at once beyond those held before."""
    tracemalloc.start()
    work()
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return most


def _table(facts: Sequence[Fact], rows: int) -> dict[str, Column]:
    """The docket of single cases as columns, each value of the smallest type, repeated to its size."""
    docket = cases(facts, 10_000)
    table = {}
    for fact in facts:
        told = [number(fact, case[fact.name]) if fact.name in case else 0 for case in docket]
        known = np.array([fact.name in case for case in docket])
        kind = {"yes-no": np.bool_, "date": np.int32}.get(fact.type, np.int16)
        times = -(-rows // len(docket))
        table[fact.name] = Column(
            values=np.tile(np.array(told).astype(kind), times)[:rows],
            known=np.tile(known, times)[:rows],
            codes=fact.codes or ("MX", "US"),
        )
    return table


if __name__ == "__main__":
    main(measure, __doc__ or "")
