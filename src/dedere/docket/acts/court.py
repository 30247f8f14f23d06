"""The judicial phase: advisory opinion in Mexico, binding certification in the United States."""

from dedere.docket.acts import checks, guards, onward
from dedere.docket.acts.rule import Rule, Side
from dedere.docket.acts.where import (
    ASKED_OF_MEXICO,
    ASKED_OF_US,
    IN_COURT,
    LIVE,
    SENTENCE,
    TREATY,
)
from dedere.docket.entries import court
from dedere.docket.stage import Stage

RULES = (
    Rule(
        code="file-exceptions",
        records=court.ExceptionsFiled,
        stages=IN_COURT,
        leads_to=onward.into_court,
        tracks=TREATY,
        side=Side.REQUESTED,
        guards=(guards.request_received,),
    ),
    Rule(
        code="close-proof",
        records=court.ProofClosed,
        stages=frozenset({Stage.JUDICIAL_PHASE}),
        tracks=TREATY,
        directions=ASKED_OF_MEXICO,
        side=Side.REQUESTED,
    ),
    Rule(
        code="set-hearing",
        records=court.HearingSet,
        stages=LIVE,
        leads_to=onward.into_court,
        side=Side.REQUESTED,
    ),
    Rule(
        code="hold-hearing",
        records=court.HearingHeld,
        stages=LIVE,
        leads_to=onward.into_court,
        side=Side.REQUESTED,
    ),
    Rule(
        code="give-consent",
        records=court.ConsentGiven,
        stages=LIVE,
        tracks=TREATY | SENTENCE,
        side=Side.REQUESTED,
        legal_effect=True,
        tells=True,
        guards=(guards.not_surrendered,),
        checks=(checks.informed,),
    ),
    Rule(
        code="give-opinion",
        records=court.OpinionGiven,
        stages=IN_COURT,
        leads_to=Stage.OPINION_GIVEN,
        tracks=TREATY,
        directions=ASKED_OF_MEXICO,
        side=Side.REQUESTED,
        guards=(guards.request_admitted,),
    ),
    Rule(
        code="certify",
        records=court.Certified,
        stages=IN_COURT | {Stage.NOT_CERTIFIED},
        leads_to=Stage.CERTIFIED,
        tracks=TREATY,
        directions=ASKED_OF_US,
        side=Side.REQUESTED,
        guards=(guards.request_admitted, guards.charges_stated),
        checks=(checks.charges_known,),
    ),
    Rule(
        code="refuse-certification",
        records=court.CertificationRefused,
        stages=IN_COURT,
        leads_to=Stage.NOT_CERTIFIED,
        tracks=TREATY,
        directions=ASKED_OF_US,
        side=Side.REQUESTED,
        guards=(guards.request_admitted,),
    ),
)
