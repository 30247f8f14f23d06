"""The file's own upkeep: corrections, notes, reminders, a signature declined."""

from dedere.docket.acts import checks, guards
from dedere.docket.acts.rule import Rule
from dedere.docket.entries import upkeep

RULES = (
    Rule(code="correct", records=upkeep.Corrected, checks=(checks.correctable,), always=True),
    Rule(
        code="erase-text",
        records=upkeep.TextErased,
        checks=(checks.erasable,),
        always=True,
        legal_effect=True,
    ),
    Rule(code="note", records=upkeep.Noted, always=True),
    Rule(code="set-reminder", records=upkeep.DueSet, posthumous=True),
    Rule(code="name-other-number", records=upkeep.CopyNamed, posthumous=True),
    Rule(code="record-name", records=upkeep.NameRecorded, always=True),
    Rule(
        code="refuse-signature",
        records=upkeep.SignatureRefused,
        guards=(guards.something_proposed,),
        checks=(checks.proposal_open,),
        always=True,
    ),
)
