"""What a model of the literature says grows back after so many persons are surrendered, worked out once."""

from __future__ import annotations

from datetime import datetime
from hashlib import sha256
from typing import Any

from dedere.clerk.network.effects import rules
from dedere.links.regrow.picture import picture
from dedere.links.regrow.report import report
from dedere.links.regrow.scenario import national
from dedere.registry import worked
from dedere.words.wording import LANGUAGES

YEARS, DRAWS, SEED = 5, 200, 1
PICTURED = "members"


def found(persons: int) -> dict[str, Any] | None:
    """Return what was worked out for this number of persons, or None."""
    return worked.find(digest_of(persons))


def work_out(persons: int, *, network: str, at: datetime) -> dict[str, Any]:
    """Return the outlook at national scale: surrendered at once, beside as many fewer recruited.

    ``outlook`` is the report of ``dedere network regrow``; ``pictures`` its course by language.
    """
    if (known := found(persons)) is not None:
        return known
    outlook = national(persons, years=YEARS, draws=DRAWS, seed=SEED)
    made: dict[str, Any] = {
        "outlook": report(outlook),
        "pictures": {language: picture(outlook, PICTURED, language) for language in LANGUAGES},
    }
    worked.keep(digest_of(persons), network, made, at=at)
    return made


def digest_of(persons: int) -> str:
    """Return the SHA-256 of all that goes into it: how many, the draws, the rules."""
    return sha256(f"regrow\n{persons}\n{YEARS}\n{DRAWS}\n{SEED}\n{rules()}".encode()).hexdigest()
