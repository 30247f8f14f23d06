"""What the matcher says of a pair: the evidence for and against, in bits, and the band it falls in."""

from dataclasses import dataclass, field
from enum import Enum


class Band(str, Enum):
    """What is done with a pair: shown as likely, shown for review, or not shown."""

    STRONG = "strong"
    REVIEW = "review"
    HIDDEN = "hidden"


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """One step of the waterfall: what was compared, what each record says, and its weight in bits.

    `bits` is a logarithm (base 2) of a likelihood ratio (Fellegi and Sunter 1969): positive for the same
    person, negative against. `share` is the part of the register (0 to 1) that carries the token compared.
    """

    code: str
    bits: float
    wanted: str = ""
    held: str = ""
    share: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """A wanted person and a registered one who may be the same: never merged, always for a person to decide.

    `probability` is calibrated and counts the rivals; `bits` is the sum of the evidence, the prior included.
    `stratum` says what was known on both sides, since that bounds what any matcher can say.
    """

    wanted_id: str
    register_id: str
    probability: float
    bits: float
    band: Band
    stratum: str
    evidence: tuple[Evidence, ...] = ()
    rivals: tuple[str, ...] = field(default=())
