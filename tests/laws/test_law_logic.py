"""Unknown is exact, new facts flip nothing, and needs are minimal: against enumeration and clingo."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping, Sequence

import clingo
from hypothesis import given, settings
from hypothesis import strategies as st

from dedere.law import logic
from dedere.law.casefile import Value
from dedere.law.logic import Condition, Question, Span, ask, settle
from dedere.law.vocabulary import Fact
from dedere.words import Finding

FACTS = {
    "a": Fact(name="a", type="yes-no"),
    "b": Fact(name="b", type="yes-no"),
    "c": Fact(name="c", type="yes-no"),
    "k": Fact(name="k", type="code", codes=("x", "y", "z", "w")),
    "m": Fact(name="m", type="count"),
    "n": Fact(name="n", type="count"),
    "o": Fact(name="o", type="count"),
}
# Thresholds reach 4 and spans 2: what three counts can do, they do up to 8.
DOMAINS: dict[str, tuple[Value, ...]] = {
    "a": (True, False),
    "b": (True, False),
    "c": (True, False),
    "k": ("x", "y", "z", "w"),
    "m": tuple(range(14)),
    "n": tuple(range(14)),
    "o": tuple(range(14)),
}
LARGEST_TRIED = 8  # counts have no end: above it the others still have room to be larger

counts = st.sampled_from(["m", "n", "o"])
numbers = st.integers(0, 4)
atoms: st.SearchStrategy[Condition] = st.one_of(
    st.sampled_from(["a", "b", "c"]).map(logic.Is),
    st.builds(logic.Is, st.sampled_from(["a", "b"]), st.booleans()),
    st.builds(logic.Is, st.just("k"), st.sampled_from(["x", "y"])),
    st.builds(logic.Among, st.just("k"), st.sampled_from([("x",), ("x", "y"), ("x", "y", "z", "w")])),
    st.builds(logic.AtLeast, counts, numbers),
    st.builds(logic.AtMost, counts, numbers),
    st.builds(logic.Is, counts, numbers),
    st.builds(logic.Reaches, counts, counts, st.builds(Span, days=st.integers(0, 2)), st.booleans()),
)
conditions = st.recursive(
    atoms,
    lambda inner: st.one_of(
        st.lists(inner, max_size=3).map(lambda members: logic.All(*members)),
        st.lists(inner, max_size=3).map(lambda members: logic.Any(*members)),
        inner.map(logic.Not),
    ),
    max_leaves=7,
)
questions = st.builds(ask, conditions, st.one_of(st.just(logic.ALWAYS), conditions))
some = st.dictionaries(st.sampled_from(sorted(FACTS)), st.integers(0, 5), max_size=3).map(
    lambda picked: {name: DOMAINS[name][at % min(len(DOMAINS[name]), 6)] for name, at in picked.items()}
)


def completions(question: Question, values: Mapping[str, Value]) -> Iterator[dict[str, Value]]:
    missing = [fact for fact in question.facts if fact not in values]
    for chosen in itertools.product(*(DOMAINS[fact] for fact in missing)):
        yield {**values, **dict(zip(missing, chosen, strict=True))}


def reached(question: Question, values: Mapping[str, Value]) -> set[Finding]:
    found: set[Finding] = set()
    for each in completions(question, values):
        finding = question.kleene(each)
        assert finding is not None, "with every fact known, Kleene says"
        found.add(finding)
    return found


def settles(question: Question, values: Mapping[str, Value], chosen: Sequence[str]) -> bool:
    """Whether some values of the chosen facts leave one finding only, by enumeration."""
    groups: dict[tuple[Value, ...], set[Finding]] = {}
    for each in completions(question, values):
        finding = question.kleene(each)
        assert finding is not None
        groups.setdefault(tuple(each[fact] for fact in chosen), set()).add(finding)
    return any(
        len(group) == 1
        for values_of, group in groups.items()
        if all(isinstance(value, str | bool) or value <= LARGEST_TRIED for value in values_of)
    )


@given(questions, some)
def test_unknown_is_said_exactly_when_two_completions_disagree(
    question: Question, values: dict[str, Value]
) -> None:
    found = reached(question, values)
    settled = settle(question, values, FACTS)
    assert settled.finding is (next(iter(found)) if len(found) == 1 else Finding.UNKNOWN)
    assert bool(settled.needs) is (settled.finding is Finding.UNKNOWN)


@given(questions, some, some)
def test_a_new_fact_never_flips_a_settled_finding(
    question: Question, values: dict[str, Value], more: dict[str, Value]
) -> None:
    before = settle(question, values, FACTS).finding
    after = settle(question, {**more, **values}, FACTS).finding
    assert before in (Finding.UNKNOWN, after)


@given(questions, some)
def test_needs_are_every_minimal_set_that_could_settle_it_and_no_other(
    question: Question, values: dict[str, Value]
) -> None:
    needs = settle(question, values, FACTS).needs
    if not needs:
        return
    missing = [fact for fact in question.facts if fact not in values]
    minimal: list[frozenset[str]] = []
    for size in range(1, len(missing) + 1):
        for chosen in itertools.combinations(missing, size):
            fresh = frozenset(chosen)
            if not any(smaller <= fresh for smaller in minimal) and settles(question, values, chosen):
                minimal.append(fresh)
    assert set(needs) == set(minimal)
    assert [len(need) for need in needs] == sorted(len(need) for need in needs)


class Program:
    """A question told to clingo: one value of each missing fact, one atom for each node that holds."""

    def __init__(self, question: Question, values: Mapping[str, Value]) -> None:
        self.rules: list[str] = []
        self.nodes = 0
        for fact in question.facts:
            domain = [values[fact]] if fact in values else DOMAINS[fact]
            told = "; ".join(f"v({fact},{self.term(value)})" for value in domain)
            self.rules.append(f"1 {{ {told} }} 1.")
        guard, condition = self.node(question.guard), self.node(question.condition)
        self.rules += [
            f"met :- {guard}, {condition}.",
            f"notmet :- {guard}, not {condition}.",
            f"beside :- not {guard}.",
        ]

    @staticmethod
    def term(value: Value) -> str:
        return {True: "yes", False: "no"}[value] if isinstance(value, bool) else str(value)

    def node(self, condition: Condition) -> str:
        self.nodes += 1
        name = f"h({self.nodes})"
        for body in self.bodies(condition):
            self.rules.append(f"{name} :- {body}." if body else f"{name}.")
        self.rules.append(f"h(0) :- {name}.")  # so that no node is unknown to the grounder
        return name

    def bodies(self, condition: Condition) -> list[str]:
        match condition:
            case logic.Always(holds=holds):
                return [""] if holds else []
            case logic.Is(fact=fact, value=value):
                return [f"v({fact},{self.term(value)})"]
            case logic.Among(fact=fact, codes=codes):
                return [f"v({fact},{code})" for code in codes]
            case logic.AtLeast(fact=fact, number=number):
                return [f"v({fact},X), X >= {number}"]
            case logic.AtMost(fact=fact, number=number):
                return [f"v({fact},X), X <= {number}"]
            case logic.Reaches(fact=fact, than=than, span=span, strictly=strictly):
                order = ">" if strictly else ">="
                return [f"v({fact},X), v({than},Y), X {order} Y + {span.days}"]
            case logic.All(members=members):
                return [", ".join(self.node(member) for member in members)]
            case logic.Any(members=members):
                return [self.node(member) for member in members]
            case logic.Not(member=member):
                return [f"not {self.node(member)}"]
        raise AssertionError(condition)

    def reaches(self, finding: str) -> bool:
        control = clingo.Control(["--warn=none"])
        control.add("base", [], "\n".join([*self.rules, f":- not {finding}."]))
        control.ground([("base", [])])
        return bool(control.solve().satisfiable)


@settings(max_examples=60)
@given(questions, some)
def test_clingo_finds_the_same(question: Question, values: dict[str, Value]) -> None:
    program = Program(question, values)
    told = {"met": Finding.MET, "notmet": Finding.NOT_MET, "beside": Finding.NOT_IN_POINT}
    found = {finding for name, finding in told.items() if program.reaches(name)}
    expected = next(iter(found)) if len(found) == 1 else Finding.UNKNOWN
    assert settle(question, values, FACTS).finding is expected
