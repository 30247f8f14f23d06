"""What is watched after surrender, until the case is closed."""

from dedere.docket.acts import checks, guards, onward
from dedere.docket.acts.rule import Rule, Side
from dedere.docket.acts.where import AFTERCARE, AWAY
from dedere.docket.entries import aftercare

RULES = (
    Rule(
        code="record-free-to-leave",
        records=aftercare.FreedToLeave,
        stages=AFTERCARE,
        leads_to=onward.watched,
        side=Side.REQUESTING,
        tells=True,
    ),
    Rule(
        code="record-departure",
        records=aftercare.LeftTerritory,
        stages=AFTERCARE,
        leads_to=onward.watched,
        side=Side.REQUESTING,
    ),
    Rule(
        code="record-voluntary-return",
        records=aftercare.ReturnedVoluntarily,
        stages=AFTERCARE,
        leads_to=onward.watched,
        side=Side.REQUESTING,
    ),
    Rule(
        code="record-trial",
        records=aftercare.Tried,
        stages=AFTERCARE | AWAY,
        leads_to=onward.watched,
        side=Side.REQUESTING,
        checks=(checks.charge_known,),
    ),
    Rule(
        code="record-sentence",
        records=aftercare.Sentenced,
        stages=AFTERCARE | AWAY,
        leads_to=onward.watched,
        side=Side.REQUESTING,
    ),
    Rule(
        code="receive-judgment-copy",
        records=aftercare.JudgmentCopyReceived,
        stages=AFTERCARE | AWAY,
        leads_to=onward.watched,
        side=Side.REQUESTED,
        posthumous=True,
    ),
    Rule(
        code="close-case",
        records=aftercare.CaseClosed,
        legal_effect=True,
        tells=True,
        guards=(guards.nothing_left,),
        posthumous=True,
    ),
)
