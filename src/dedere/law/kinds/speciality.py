"""Speciality: what the person is protected from after surrender."""

from __future__ import annotations

from dedere.law.assessment import Effect
from dedere.law.kinds.kind import Given, Kind, Meaning, Value
from dedere.law.logic import All, Any, Condition, Is, Not, Reaches, Span
from dedere.law.vocabulary import TODAY

OPENED_BY = {
    "later-offence": "committed-after-surrender",
    "state-consents": "requested-state-consents",
    "return": "returned-voluntarily",
    "no-liberty-at-stake": "trial-cannot-cost-liberty",
}
COMMON = ("later-offence", "state-consents", "return")


def _meaning(given: Given) -> Meaning:
    open_to_trial: list[Condition] = [Is(OPENED_BY[code]) for code in given["opened_by"]]
    if given["days"]:
        open_to_trial.append(_stayed(Span(days=given["days"])))
    if given["months"]:
        open_to_trial.append(_stayed(Span(months=given["months"])))
    if given["lost_by_consent"]:
        open_to_trial.append(Is("person-consents"))
    if given["opened_by_persons_consent"]:
        open_to_trial.append(Is("person-consents-to-trial"))
    return Meaning(
        guard=All(Is("extradition-granted"), Not(Is("charge-granted"))),
        condition=Not(Any(*open_to_trial)),
    )


def _stayed(span: Span) -> Condition:
    """The person is free to leave, or was, and stayed past the span, whether or not they left later."""
    left = All(Is("has-left"), Reaches("left-on", "free-to-leave-on", span, strictly=True))
    still = All(Not(Is("has-left")), Reaches(TODAY.name, "free-to-leave-on", span, strictly=True))
    return All(Is("free-to-leave"), Any(left, still))


SPECIALITY = Kind(
    code="speciality",
    says="Met: trial of this charge is barred. Not met: an exception opens it. A granted charge is free.",
    effects=(Effect.AFTER_SURRENDER,),
    values={
        "opened_by": Value(
            type="codes",
            says="what opens another offence to trial, beside time and the person's consent",
            choices=tuple(OPENED_BY),
            default=COMMON,
        ),
        "days": Value(type="whole", says="days free to leave after which one who stays loses it", default=0),
        "months": Value(type="whole", says="the same in calendar months", default=0),
        "lost_by_consent": Value(
            type="flag", says="one who consented to surrender is not protected", default=False
        ),
        "opened_by_persons_consent": Value(
            type="flag", says="one who freely consents may be tried for another offence", default=False
        ),
    },
    meaning=_meaning,
)
