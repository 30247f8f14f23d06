"""Surrender without further proceedings of a person who consents."""

from __future__ import annotations

from dedere.law.assessment import Effect
from dedere.law.kinds.kind import Given, Kind, Meaning, Value
from dedere.law.logic import Is


def _meaning(_: Given) -> Meaning:
    return Meaning(condition=Is("person-consents"))


SIMPLIFIED_SURRENDER = Kind(
    code="simplified-surrender",
    says="The person consents and the requested State may grant at once; what consent costs is said.",
    effects=(Effect.DISCRETION,),
    values={
        "speciality": Value(
            type="code",
            says="what becomes of speciality",
            choices=("lost", "kept", "not-said"),
            default="not-said",
        ),
    },
    meaning=_meaning,
)
