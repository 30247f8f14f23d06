"""A penalty that the requested State will not let happen, and the assurance that cures it."""

from __future__ import annotations

from dedere.law.assessment import Effect
from dedere.law.kinds.kind import Given, Kind, Meaning, Value
from dedere.law.logic import All, Condition, Is, Not

PENALTIES = {
    "death": ("death-penalty-in-requesting", "assurance-against-death"),
    "life-without-parole": ("life-without-parole-faced", "assurance-against-life"),
    "unusual": ("other-unusual-penalty-faced", "assurance-against-unusual-penalty"),
}


def _meaning(given: Given) -> Meaning:
    faced, assurance = PENALTIES[given["penalty"]]
    parts: list[Condition] = [Is(faced)]
    if given["where_requested_law_forbids"]:
        parts.append(Not(Is("death-penalty-in-requested")))
    if not given["assurance_cures"]:
        return Meaning(condition=All(*parts))
    return Meaning(condition=All(*parts, Not(Is(assurance))), cures=(assurance,))


PENALTY_BARRED = Kind(
    code="penalty-barred",
    says="Where the penalty is faced and no sufficient assurance given, surrender must or may be refused.",
    effects=(
        Effect.MANDATORY_BAR,
        Effect.DISCRETION,
    ),
    weighs=True,
    values={
        "penalty": Value(type="code", says="the penalty", choices=tuple(PENALTIES)),
        "where_requested_law_forbids": Value(
            type="flag",
            says="death bars only where the law of the requested State does not permit it for the offence",
            default=False,
        ),
        "assurance_cures": Value(type="flag", says="a sufficient assurance lifts the bar", default=True),
    },
    meaning=_meaning,
)
