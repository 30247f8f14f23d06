"""The same rules as variables of OpenFisca, for one person or for a whole docket."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from openfisca_core.entities import build_entity
from openfisca_core.periods import DateUnit
from openfisca_core.simulations import Simulation, SimulationBuilder
from openfisca_core.taxbenefitsystems import TaxBenefitSystem
from openfisca_core.variables import Variable

from benchmarks.lawpeers import Tongue, Writer
from dedere.law.logic.exact import Form
from dedere.law.vocabulary import Fact

PERSON = build_entity(key="person", plural="persons", label="", is_person=True)
PERIOD = "2025"


def system(forms: Sequence[Form], facts: Sequence[Fact]) -> TaxBenefitSystem:
    """A system with two input variables for each fact and one output for each rule."""
    made = TaxBenefitSystem([PERSON])
    names = {fact.name: f"v{place}" for place, fact in enumerate(facts)}
    for name in names.values():
        made.add_variable(_variable(name, int))
        made.add_variable(_variable(f"k{name[1:]}", bool))
    tongue = Tongue(
        both="&",
        either="|",
        yes="every",
        no="never",
        value=lambda fact: f"person('{names[fact]}', period)",
        known=lambda fact: f"person('k{names[fact][1:]}', period)",
    )
    writer = Writer(tongue, {fact.name: fact for fact in facts})
    for place, form in enumerate(forms):
        met, not_met, beside = writer.rails(form)
        made.add_variable(_variable(f"found{place}", int, f"1 * {met} + 2 * {not_met} + 3 * {beside}"))
    return made


def _variable(name: str, kind: type, told: str = "") -> type[Variable]:
    body: dict[str, Any] = {"value_type": kind, "entity": PERSON, "definition_period": DateUnit.ETERNITY}
    if told:
        space: dict[str, Any] = {"np": np}
        source = (
            "def formula(person, period):\n"
            "    every, never = np.ones(person.count, bool), np.zeros(person.count, bool)\n"
            f"    return {told}\n"
        )
        exec(source, space)  # noqa: S102  # the benchmark's own text
        body["formula"] = space["formula"]
    return type(name, (Variable,), body)


def find(made: TaxBenefitSystem, outputs: int, given: Mapping[str, Any], count: int) -> list[Any]:
    """Set the inputs of so many persons and calculate every output."""
    simulation = simulate(made, given, count)
    return [simulation.calculate(f"found{place}", PERIOD) for place in range(outputs)]


def simulate(made: TaxBenefitSystem, given: Mapping[str, Any], count: int) -> Simulation:
    """A simulation with its inputs set."""
    simulation = SimulationBuilder().build_default_simulation(made, count)
    for name, values in given.items():
        simulation.set_input(name, PERIOD, values)
    return simulation
