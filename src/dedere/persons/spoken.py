"""A step of the comparison in words: what was compared, and how it came out; the same on screen and shell."""

from __future__ import annotations

import re

from dedere.words.wording import codes

TOGETHER = "together"
_PATTERN = re.compile(r"(\d)-surnames-(\d)-givens-([a-z-]+)-(?:one|two)-known")


def what(step: str, language: str) -> str:
    """Return what a step compares, by its code: ``First surname`` for ``paternal-surname.same``."""
    return _word("evidence", step.partition(".")[0], language)


def how(step: str, language: str) -> str:
    """Return how it came out: ``sounds alike, in another place``; empty where a step has one outcome."""
    slot, _, outcome = step.partition(".")
    found = _PATTERN.fullmatch(outcome) if slot == TOGETHER else None
    if found is None:
        return _word("agreement", outcome, language)
    parts = zip(("surnames", "givens", "when"), found.groups(), strict=True)
    return ", ".join(_word("agreement", f"{part}-{value}", language) for part, value in parts)


def _word(group: str, code: str, language: str) -> str:
    """Return the words of a code; one that has none is shown as it is written, never hidden."""
    key = f"{group}.{code}"
    return codes().say(key, language) if key in codes().keys() else code  # noqa: SIM118
