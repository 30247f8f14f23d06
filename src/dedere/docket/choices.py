"""The fields of entries that take one of a few codes; forms offer these and no others pass."""

from __future__ import annotations

from dedere.accords.accord import Area, Kind
from dedere.accords.position import Position
from dedere.claims.claim import Bound, SentenceKind
from dedere.docket.stage import TrackKind
from dedere.law.assurances.assurance import CHANGES, COVERED, FORMS, TEXTS
from dedere.law.assurances.questions import othman
from dedere.law.competing.request import PURPOSES
from dedere.persons.decided import Verdict
from dedere.words import Standing

OFFICES = ("executive", "prosecutor", "court", "consulate", "central-authority", "other")
NAME_STANDINGS = (
    "established",
    "not-established",
    "spelling-disputed",
    "surname-cut-off",
    "surname-from-one-source",
    "surname-not-established",
)
# How a name that a source records relates to the one on the file; a conflation is somebody else's.
CONFLATION = "conflation"
NAME_KINDS = (
    "form",
    "spelling",
    "inverted",
    "surnames-swapped",
    "other-name",
    "nickname",
    "legal-anonymisation",
    "false-identity",
    CONFLATION,
)
GROUNDS = (
    "nationality",
    "political-offence",
    "military-offence",
    "prior-judgment",
    "lapse-of-time",
    "penalty-barred",
    "evidence",
    "not-extraditable",
    "territory",
    "other",
)
COVERS = ("extradition", "expulsion", "removal", "not-published")
GATES = (
    "order",
    "stays",
    "assurances",
    "identity",
    "medical",
    "property",
    "escort",
    "transport",
    "receiving-order",
)
GATE_STATES = ("met", "missing", "not-in-point")
APART = ("leg", "adjacent")
BOUNDS = tuple(bound.value for bound in Bound)
LATER = tuple(change for change in CHANGES if change != "breached")  # a breach has an act of its own

# (entry or part, field) -> the codes it may hold. Codes of the desk, with words in both languages.
CHOICES: dict[tuple[str, str], tuple[str, ...]] = {
    ("case-opened", "name_standing"): NAME_STANDINGS,
    ("name-recorded", "name_kind"): NAME_KINDS,
    ("track-opened", "kind"): tuple(kind.value for kind in TrackKind),
    ("charge", "standing"): tuple(standing.value for standing in Standing),
    ("request-received", "office"): OFFICES,
    ("supplement-received", "office"): OFFICES,
    ("other-request-recorded", "purpose"): PURPOSES,
    ("extradition-refused", "ground"): GROUNDS,
    ("stay-ordered", "covers"): COVERS,
    ("undertaking-given", "covers_person"): COVERED,
    ("undertaking-given", "form"): FORMS,
    ("undertaking-given", "text_of"): TEXTS,
    ("undertaking-changed", "change"): LATER,
    ("assurance-question-answered", "question"): tuple(question.id for question in othman().questions),
    ("gate-marked", "gate"): GATES,
    ("gate-marked", "state"): GATE_STATES,
    ("separation-ruled", "apart"): APART,
    ("pair-decided", "verdict"): tuple(verdict.value for verdict in Verdict),
    ("accord", "kind"): tuple(kind.value for kind in Kind),
    ("accord", "area"): tuple(area.value for area in Area),
    ("account", "original"): ("en", "es"),
    ("position-stated", "position"): tuple(position.value for position in Position),
    ("position-published", "position"): tuple(position.value for position in Position),
    ("claim-confirmed", "bound"): BOUNDS,
    ("claim-corrected", "bound"): BOUNDS,
    ("source-corrected", "bound"): BOUNDS,
    ("claim-confirmed", "kind"): tuple(kind.value for kind in SentenceKind),
}
