"""Acts on the person's liberty: arrest, custody, bail, release, escape, death."""

from dedere.docket.acts import guards, onward
from dedere.docket.acts.rule import Rule, Side
from dedere.docket.acts.where import (
    ASKED,
    ASKED_OF_US,
    BEFORE_RECEIPT,
    DEPORTATION,
    LIVE,
    TREATY,
)
from dedere.docket.entries import arrest
from dedere.docket.stage import Stage

RULES = (
    Rule(
        code="seek-provisional-arrest",
        records=arrest.ProvisionalArrestSought,
        stages=BEFORE_RECEIPT - {Stage.ARRESTED} | {Stage.LAPSED},
        leads_to=Stage.ARREST_SOUGHT,
        tracks=TREATY,
        side=Side.REQUESTING,
        tells=True,
        guards=(guards.not_final, guards.in_reach),
    ),
    Rule(
        code="record-provisional-arrest",
        records=arrest.ProvisionallyArrested,
        stages=BEFORE_RECEIPT,
        leads_to=Stage.ARRESTED,
        tracks=TREATY,
        side=Side.REQUESTED,
        tells=True,
        guards=(guards.not_surrendered,),
    ),
    Rule(
        code="seek-arrest",
        records=arrest.ArrestSought,
        stages=frozenset({Stage.ADMITTED, Stage.ARREST_SOUGHT}),
        leads_to=Stage.ARREST_SOUGHT,
        tracks=TREATY,
        side=Side.REQUESTED,
        guards=(guards.request_admitted,),
    ),
    Rule(
        code="record-arrest",
        records=arrest.Arrested,
        stages=LIVE,
        leads_to=onward.arrested,
        tracks=TREATY | DEPORTATION,
        side=Side.REQUESTED,
        tells=True,
        guards=(guards.not_surrendered,),
    ),
    Rule(
        code="place-at-disposal",
        records=arrest.PlacedAtDisposal,
        stages=LIVE,
        side=Side.REQUESTED,
        tells=True,
        guards=(guards.in_reach,),
    ),
    Rule(
        code="commit",
        records=arrest.Committed,
        stages=LIVE,
        tracks=TREATY,
        directions=ASKED_OF_US,
        side=Side.REQUESTED,
        guards=(guards.in_reach,),
    ),
    Rule(code="grant-bail", records=arrest.Bailed, stages=LIVE, tracks=ASKED, guards=(guards.held,)),
    Rule(code="release", records=arrest.Released, tells=True),
    Rule(code="record-escape", records=arrest.Escaped, tells=True, guards=(guards.held,)),
    Rule(code="record-death", records=arrest.Died, tells=True),
)
