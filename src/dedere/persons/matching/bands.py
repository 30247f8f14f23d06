"""Which pairs are shown as likely, which for review, and which are not shown."""

from __future__ import annotations

from dedere.persons.proposal import Band

STRONG, REVIEW = 0.9, 0.05  # the least probability of each band


def band(probability: float) -> Band:
    """Return the band of a calibrated probability."""
    if probability >= STRONG:
        return Band.STRONG
    return Band.REVIEW if probability >= REVIEW else Band.HIDDEN
