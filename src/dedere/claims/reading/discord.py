"""Where a report's headline says one thing and its body another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dedere.claims.claim import Attribute, Claim


@dataclass(frozen=True, slots=True, kw_only=True)
class Discord:
    """The headline says one thing of an attribute, the body another."""

    attribute: Attribute
    headline: Claim
    body: tuple[Claim, ...]


def discords(claims: Sequence[Claim]) -> Iterator[Discord]:
    """Where a headline's verb or count stands nowhere in the body, or the body denies it."""
    for attribute in (Attribute.VERB, Attribute.COUNT):
        body = tuple(c for c in claims if c.attribute is attribute and not c.headline)
        if not body:
            continue
        for claim in claims:
            if claim.attribute is attribute and claim.headline and not _borne_out(claim, body):
                yield Discord(attribute=attribute, headline=claim, body=body)


def _borne_out(claim: Claim, body: Sequence[Claim]) -> bool:
    same = [other for other in body if other.value == claim.value]
    return any(other.negated == claim.negated for other in same) and not any(
        other.negated != claim.negated for other in same
    )
