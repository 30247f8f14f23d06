"""What a step of the comparison says, in words: what was compared, and how it came out."""

from __future__ import annotations

import re

from dedere.desk.frame.dates import partial
from dedere.desk.wording import code, language, say
from dedere.persons.proposal import Evidence

TOGETHER = "together"
_PATTERN = re.compile(r"(\d)-surnames-(\d)-givens-([a-z-]+)-(one|two)-known")
_DATE = re.compile(r"\d{4}(?:-\d\d){0,2}")


def what(evidence: Evidence) -> str:
    """What was compared: ``First surname``."""
    return code("evidence", evidence.code.partition(".")[0])


def how(evidence: Evidence) -> str:
    """How it came out: ``sounds alike, in another place``; empty where the step has one outcome."""
    slot, _, step = evidence.code.partition(".")
    found = _PATTERN.fullmatch(step) if slot == TOGETHER else None
    if found is None:
        return code("agreement", step)
    surnames, givens, when, _known = found.groups()
    return say(
        "matches.together",
        surnames=say(f"matches.surnames.{surnames}"),
        givens=say(f"matches.givens.{givens}"),
        when=say(f"matches.when.{when}"),
    )


def said(text: str) -> str:
    """What a record says of it; a date with its month in words."""
    if not _DATE.fullmatch(text):
        return text
    try:
        return partial(text, language())
    except (ValueError, IndexError):
        return text
