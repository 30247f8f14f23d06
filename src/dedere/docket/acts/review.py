"""Remedies and stays: amparo in Mexico, habeas corpus in the United States."""

from dedere.docket.acts import checks, guards, onward
from dedere.docket.acts.rule import Rule, Side
from dedere.docket.acts.where import NOT_CLOSED
from dedere.docket.entries import review

RULES = (
    Rule(
        code="record-remedy",
        records=review.RemedySought,
        stages=NOT_CLOSED,
        leads_to=onward.under_review,
        side=Side.REQUESTED,
        checks=(checks.remedy_new,),
    ),
    Rule(
        code="decide-remedy",
        records=review.RemedyDecided,
        stages=NOT_CLOSED,
        leads_to=onward.after_remedy,
        side=Side.REQUESTED,
        guards=(guards.remedy_pending,),
        checks=(checks.remedy_sought,),
    ),
    Rule(code="record-stay", records=review.StayOrdered, tells=True, checks=(checks.stay_new,)),
    Rule(
        code="lift-stay",
        records=review.StayLifted,
        legal_effect=True,
        tells=True,
        guards=(guards.stay_standing,),
        checks=(checks.stay_stands,),
        posthumous=True,
    ),
)
