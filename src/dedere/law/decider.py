"""Who decides: the closed list of deciders that a clause may name."""

from __future__ import annotations

DECIDERS = (
    "executive",
    "judge",
    "judge-then-executive",
    "foreign-ministry",
    "prosecutor",
    "amparo-judge",
    "secretary-of-state",
    "attorney-general",
    "president",
    "requested-state",
    "requesting-state",
    "transit-state",
    "receiving-state",
    "transferring-state",
    "competent-authorities",
    "trial-court",
    "offender",
)
