"""What a source says of an event: one claim that a person confirmed, with who says it and where."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from dedere.claims.claim import Bound, SentenceKind

# How near a text stands to whoever speaks in it: a party's own text, its copy, an outlet's account.
NEARNESS = {"official": 3, "official-repost": 2, "news": 1, "aggregator": 0}
DOCKET = "docket"  # the tier of what the docket itself records


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """What claims are about: a handover or another act between two States, ``giving`` and ``receiving``.

    ``handover`` is the docket's number of it, where it has one. Titles are by language.
    """

    id: str
    on: date
    giving: str
    receiving: str
    title_en: str
    title_es: str
    handover: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """One claim: ``source`` says that ``attribute`` of ``event`` (or of ``about`` within it) is ``value``.

    ``speaker`` is who is said to have said it and ``party`` the State that the speaker speaks for: both empty
    where the outlet says it by itself. ``origin`` tells sources apart that only repeat each other;
    ``words`` is a paraphrase, never the outlet's sentence; ``start`` and ``end`` are characters of the
    report it was read from. ``corrects`` is the id of an earlier claim that the same source takes back.
    ``sources`` are those on which a record of the docket rests.
    """

    id: str
    event: str
    attribute: str
    value: str
    about: str = ""
    bound: Bound = Bound.EXACT
    negated: bool = False
    kind: SentenceKind = SentenceKind.FACT
    words: str = ""
    source: str = ""
    tier: str = ""
    origin: str = ""
    on: str = ""
    language: str = ""
    speaker: str = ""
    party: str = ""
    corrects: str = ""
    sources: tuple[str, ...] = ()
    start: int = 0
    end: int = 0

    @property
    def cited(self) -> tuple[str, ...]:
        """The sources to show for it: its own, or those of the record."""
        return (self.source,) if self.source else self.sources

    @property
    def nearness(self) -> int:
        """0 to 3: how near the text stands to whoever speaks in it."""
        return NEARNESS.get(self.tier, 0)


def origin_of(outlet: str) -> str:
    """Whose words an outlet prints: ``AP via The Journal`` and ``AP via KRDO`` are one origin, AP."""
    for mark in (" via ", " (copy at", " copy at ", " (repost"):
        outlet = outlet.partition(mark)[0]
    return outlet.strip()
