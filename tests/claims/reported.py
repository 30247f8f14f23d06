"""Two invented reports, and how a test asks what was read."""

from __future__ import annotations

from datetime import date

from dedere.claims.claim import Attribute, Claim
from dedere.claims.reading.known import Known
from dedere.claims.reading.read import Reading, read
from dedere.claims.reading.report import report

PEOPLE = (
    Known(id="C-1", name="Ana Lucía Ferrer Montes", aliases=("La Notaria", "N-7")),
    Known(id="C-2", name="Bruno Salcedo Ferrer", aliases=("El Faro",)),
    Known(id="C-3", name="Carla Salcedo Ferrer", aliases=("El Faro",)),
)
DAY = date(2025, 2, 28)  # a Friday


def reading(text: str, language: str = "", on: date | None = DAY) -> Reading:
    """A text read, the invented persons known."""
    return read(report(text.encode(), "test", language=language, on=on), people=PEOPLE)


def claims(text: str, attribute: Attribute, language: str = "") -> list[Claim]:
    """The claims of one attribute."""
    return [claim for claim in reading(text, language).claims if claim.attribute is attribute]


def values(text: str, attribute: Attribute, language: str = "") -> list[str]:
    """Their values, what is denied marked by ``not-``."""
    return [("not-" if each.negated else "") + each.value for each in claims(text, attribute, language)]
