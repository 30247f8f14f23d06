"""An offence that does not qualify by itself, in a request for one that does."""

from __future__ import annotations

from dedere.law.assessment import Effect
from dedere.law.kinds.kind import Given, Kind, Meaning, Value
from dedere.law.logic import All, AtLeast, Condition, Is, Not

SIDES = ("requesting", "requested")


def _meaning(given: Given) -> Meaning:
    return Meaning(
        guard=Is("punishable-in-both"),
        condition=All(*LACKS[given["lacks"]](given["months"]), Is("accompanies-extraditable-offence")),
    )


def _gravity(months: int) -> tuple[Condition, ...]:
    return (Not(All(*(AtLeast(f"maximum-{side}", months) for side in SIDES))),)


def _coverage(months: int) -> tuple[Condition, ...]:
    return AtLeast("maximum-requesting", months), Not(Is("offence-covered-by-convention"))


LACKS = {"gravity": _gravity, "coverage": _coverage}

ACCESSORY_OFFENCE = Kind(
    code="accessory-offence",
    says="Punishable in both States and short of one condition, it may be added to one that is extraditable.",
    effects=(Effect.DISCRETION,),
    weighs=True,
    values={
        "months": Value(
            type="whole", says="the least maximum, in months, that it misses, or that a serious crime has"
        ),
        "lacks": Value(
            type="code",
            says="what it misses: the maximum in each State, or being covered by the convention",
            choices=tuple(LACKS),
            default="gravity",
        ),
    },
    meaning=_meaning,
)
