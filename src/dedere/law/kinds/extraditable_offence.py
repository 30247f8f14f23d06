"""Which offences are grave enough: wilful, listed or federal, punishable on both sides."""

from __future__ import annotations

from dedere.law.assessment import Effect
from dedere.law.kinds.kind import Given, Kind, Meaning, Value
from dedere.law.logic import All, Any, AtLeast, Condition, Is, Not
from dedere.law.vocabulary import REQUESTING

SIDES = ("requesting", "requested")


def _meaning(given: Given) -> Meaning:
    grave: Condition = All(*(AtLeast(f"{given['measure']}-{side}", given["months"]) for side in SIDES))
    reached = Any(*(way(each, given["jurisdictional_element_of"]) for each in given["ways"]))
    if given["accessory_too"]:
        grave = Any(grave, All(Is("punishable-in-both"), Is("accompanies-extraditable-offence")))
    if given["negligent"] == "alike":
        return Meaning(condition=All(grave, reached))
    wilful = All(Is("offence-wilful"), grave, reached)
    if given["negligent"] == "never":
        return Meaning(condition=wilful)
    negligent = All(Not(Is("offence-wilful")), Is("negligent-offence-grave"), Is("punishable-in-both"))
    return Meaning(condition=Any(wilful, negligent))


def way(code: str, state: str) -> Condition:
    """What one way to be reached asks; ``state`` is the one whose merely jurisdictional element goes out."""
    if code == "federal-laws":
        return Is("federal-offence-in-both")
    both: Condition = Is("punishable-in-both")
    if state:
        element = All(Is(REQUESTING.name, state), Is("differs-only-by-jurisdictional-element"))
        both = Any(both, element)
    return All(Is("offence-on-list"), both) if code == "list-and-both-laws" else both


EXTRADITABLE_OFFENCE = Kind(
    code="extraditable-offence",
    says="The offence is wilful, is reached by a list or by the two laws, and is grave enough in both.",
    effects=(Effect.REQUIREMENT,),
    weighs=True,
    values={
        "months": Value(type="whole", says="the least penalty in each State, in months"),
        "measure": Value(
            type="code",
            says="which figure of the penalty is compared",
            choices=("maximum", "mean"),
            default="maximum",
        ),
        "ways": Value(
            type="codes",
            says="the ways to be reached, of which one is enough",
            choices=("list-and-both-laws", "federal-laws", "both-laws"),
        ),
        "negligent": Value(
            type="code",
            says="whether a negligent offence may qualify",
            choices=("never", "grave-and-punishable-in-both", "alike"),
            default="never",
        ),
        "accessory_too": Value(
            type="flag",
            says="one too slight by itself counts where it accompanies one that is extraditable",
            default=False,
        ),
        "jurisdictional_element_of": Value(
            type="state",
            says="the requesting State whose merely jurisdictional element is left out of account",
            default="",
        ),
    },
    meaning=_meaning,
)
