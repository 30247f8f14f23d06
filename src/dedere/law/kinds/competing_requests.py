"""Several States ask for one person."""

from __future__ import annotations

from dedere.law.assessment import Effect
from dedere.law.competing.criteria import CRITERIA
from dedere.law.kinds.kind import Given, Kind, Meaning, Value
from dedere.law.logic import ALWAYS, Is


def _meaning(_: Given) -> Meaning:
    return Meaning(guard=Is("third-state-requests"), condition=ALWAYS)


COMPETING_REQUESTS = Kind(
    code="competing-requests",
    says="The criteria to be weighed, or the order in which they decide.",
    effects=(Effect.DISCRETION,),
    weighs=True,
    values={
        "criteria": Value(
            type="codes",
            says="what is considered",
            choices=tuple(CRITERIA),
        ),
        "order": Value(
            type="code",
            says="open: no order and no weights; fixed: each decides only where those before it do not",
            choices=("open", "fixed"),
            default="open",
        ),
        "only_where_met": Value(
            type="flag",
            says="in a fixed order: each is asked only of those that met all before it, else the last",
            default=False,
        ),
    },
    meaning=_meaning,
)
