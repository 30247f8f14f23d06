"""A ground of refusal that facts of its own make out, such as torture or a court set up for one case."""

from __future__ import annotations

from dedere.law.assessment import Effect
from dedere.law.kinds.kind import Given, Kind, Meaning, Value
from dedere.law.logic import All, Is, Not


def _meaning(given: Given) -> Meaning:
    lifted = (*given["unless"], *given["cured_by"])
    return Meaning(
        condition=All(*map(Is, given["shown"]), *(Not(Is(fact)) for fact in lifted)),
        cures=given["cured_by"],
    )


REFUSAL_GROUND = Kind(
    code="refusal-ground",
    says="Where the facts named are shown, and none that lifts the ground, surrender must or may be refused.",
    effects=(
        Effect.MANDATORY_BAR,
        Effect.DISCRETION,
    ),
    weighs=True,
    values={
        "shown": Value(type="facts", says="the facts that make it out, all of them"),
        "unless": Value(type="facts", says="the facts of which each lifts it", default=()),
        "cured_by": Value(type="facts", says="the assurances of which each lifts it", default=()),
    },
    meaning=_meaning,
)
