"""Acts that open a case and its tracks, and that say what is known."""

from dedere.docket.acts import checks, guards
from dedere.docket.acts.rule import Rule
from dedere.docket.acts.where import EXITS, LIVE
from dedere.docket.entries import opening
from dedere.docket.stage import Stage

RULES = (
    Rule(code="open-case", records=opening.CaseOpened),
    Rule(code="open-track", records=opening.TrackOpened, checks=(checks.track_new,)),
    Rule(
        code="close-track",
        records=opening.TrackClosed,
        stages=LIVE | EXITS,
        leads_to=Stage.CLOSED,
        legal_effect=True,
        tells=True,
        guards=(guards.not_listed,),
        posthumous=True,
    ),
    Rule(code="state-charges", records=opening.ChargesStated, checks=(checks.charges_differ,)),
    Rule(
        code="establish-fact",
        records=opening.FactEstablished,
        checks=(checks.charge_known, checks.fact_fits),
        posthumous=True,
    ),
    Rule(
        code="dispute-fact",
        records=opening.FactDisputed,
        checks=(checks.charge_known, checks.fact_known),
        posthumous=True,
    ),
)
