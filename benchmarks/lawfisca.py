"""The same rules as variables of OpenFisca, for one person or for a whole docket."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from openfisca_core.entities import build_entity
from openfisca_core.periods import DateUnit
from openfisca_core.simulations import Simulation, SimulationBuilder
from openfisca_core.taxbenefitsystems import TaxBenefitSystem
from openfisca_core.variables import Variable

from benchmarks.lawpeers import Tongue, Writer
from dedere.law.logic import Condition
from dedere.law.logic.exact import Form
from dedere.law.vocabulary import Fact

PERSON = build_entity(key="person", plural="persons", label="", is_person=True)
PERIOD = "2025"


@dataclass(frozen=True, slots=True)
class _Named(Writer):
    """Writes each atom once, as a variable of its own, which OpenFisca then keeps for every rule."""

    atoms: dict[str, str]

    def _atom(self, atom: Condition, holds: bool) -> str:
        told = Writer._atom(self, atom, holds)
        name = self.atoms.setdefault(told, f"atom{len(self.atoms)}")
        return f"person('{name}', period)"


def system(forms: Sequence[Form], facts: Sequence[Fact], *, shared: bool) -> TaxBenefitSystem:
    """A system with two input variables for each fact and one output for each rule.

    With ``shared`` each atom is a variable too, worked out once: much the faster for many persons, and
    the slower for one.
    """
    made = TaxBenefitSystem([PERSON])
    names = {fact.name: f"v{place}" for place, fact in enumerate(facts)}
    for fact in facts:
        name = names[fact.name]
        made.add_variable(_variable(name, bool if fact.type == "yes-no" else int))
        made.add_variable(_variable(f"k{name[1:]}", bool))
    tongue = Tongue(
        both="&",
        either="|",
        yes="every",
        no="never",
        value=lambda fact: f"person('{names[fact]}', period)",
        known=lambda fact: f"person('k{names[fact][1:]}', period)",
    )
    atoms: dict[str, str] = {}
    by_name = {fact.name: fact for fact in facts}
    writer = _Named(tongue, by_name, atoms) if shared else Writer(tongue, by_name)
    for place, form in enumerate(forms):
        told = ", ".join(writer.rails(form))
        made.add_variable(_variable(f"found{place}", int, f"code({told})"))
    for told, name in atoms.items():
        made.add_variable(_variable(name, bool, told))
    return made


def _code(met: Any, not_met: Any, beside: Any) -> Any:
    """The place of each row's finding, worked out on bytes."""
    return (not_met | beside).view(np.int8) * np.int8(2) + (met | beside).view(np.int8)


def _variable(name: str, kind: type, told: str = "") -> type[Variable]:
    body: dict[str, Any] = {"value_type": kind, "entity": PERSON, "definition_period": DateUnit.ETERNITY}
    if told:
        space: dict[str, Any] = {"np": np, "code": _code}
        every = "    every = np.ones(person.count, bool)\n" if "every" in told else ""
        never = "    never = np.zeros(person.count, bool)\n" if "never" in told else ""
        source = f"def formula(person, period):\n{every}{never}    return {told}\n"
        exec(source, space)  # noqa: S102  # the benchmark's own text
        body["formula"] = space["formula"]
    return type(name, (Variable,), body)


def find(made: TaxBenefitSystem, outputs: int, given: Mapping[str, Any], count: int) -> list[Any]:
    """Set the inputs of so many persons and calculate every output."""
    return calculate(simulate(made, given, count), outputs)


def calculate(simulation: Simulation, outputs: int) -> list[Any]:
    """Every output of a simulation whose inputs are set."""
    return [simulation.calculate(f"found{place}", PERIOD) for place in range(outputs)]


def simulate(made: TaxBenefitSystem, given: Mapping[str, Any], count: int) -> Simulation:
    """A simulation with its inputs set."""
    simulation = SimulationBuilder().build_default_simulation(made, count)
    for name, values in given.items():
        simulation.set_input(name, PERIOD, values)
    return simulation
