"""Makes this installation's keys, adds to them, ends them: each time a new card, on record."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction

from dedere.clerk.exchange.certificate import make_certificate
from dedere.clerk.exchange.keys import Keys, find_keys, keep, keys
from dedere.docket.entries import CardIssued
from dedere.registry.exchange import file
from dedere.seal import trust
from dedere.seal.note import Signer
from dedere.seal.opening import OpeningKey
from dedere.seal.trust import Card, Term
from dedere.words import Refused, State

YEARS = timedelta(days=2 * 365)


def make(origin: str, *, by: str, at: datetime, term: timedelta = YEARS) -> Keys | Refused:
    """Make the first keys under a name such as ``mx.dedere.example``, and the card that says them."""
    if find_keys() is not None:
        return Refused(code="keys-made-already")
    signer, opening = _fresh(origin)
    span = Term(since=at, until=at + term)
    card = Card(
        origin=origin,
        state=State(settings.DEDERE_HOME),
        issue=1,
        written_at=at,
        signing=((signer.verifier(), span),),
        sealing=((opening.sealing(), span),),
    )
    made = Keys(card=card, note=trust.sign(card, signer), signers=(signer,), opening=(opening,))
    issued = _issued(made, "made", by=by, at=at)
    make_certificate(origin, at=at, term=term)
    return issued


def rotate(*, by: str, at: datetime, term: timedelta = YEARS) -> Keys:
    """Add a fresh pair of keys to the card, signed by the key that holds; the old ones end as was said."""
    before, span = keys(), Term(since=at, until=at + term)
    signer, opening = _fresh(before.origin)
    card = replace(
        before.card,
        issue=before.card.issue + 1,
        written_at=at,
        signing=(*before.card.signing, (signer.verifier(), span)),
        sealing=(*before.card.sealing, (opening.sealing(), span)),
    )
    after = Keys(
        card=card,
        note=trust.sign(card, before.signer(at)),
        signers=(*before.signers, signer),
        opening=(*before.opening, opening),
    )
    return _issued(after, "rotated", by=by, at=at)


def revoke(names: Sequence[str], *, by: str, at: datetime) -> Keys | Refused:
    """End keys early, each named as the card shows it; another key that holds must sign the card."""
    before = keys()
    known = {name_of(key) for key, _ in (*before.card.signing, *before.card.sealing)}
    if strange := sorted(set(names) - known):
        return Refused(code="no-such-key", facts={"key": ", ".join(strange)})
    card = replace(
        before.card,
        issue=before.card.issue + 1,
        written_at=at,
        signing=tuple((key, _ended(term, name_of(key) in names, at)) for key, term in before.card.signing),
        sealing=tuple((key, _ended(term, name_of(key) in names, at)) for key, term in before.card.sealing),
    )
    if not card.verifiers(at) or card.sealing_key(at) is None:
        return Refused(code="last-key")
    after = replace(before, card=card)
    return _issued(replace(after, note=trust.sign(card, after.signer(at))), "revoked", by=by, at=at)


def name_of(key: object) -> str:
    """Return the short name of a key of a card: the id of one that signs, the name of one that seals."""
    id = getattr(key, "id", None)
    return id.hex() if isinstance(id, bytes) else str(getattr(key, "name", ""))


def _ended(term: Term, ends: bool, at: datetime) -> Term:
    return replace(term, revoked_at=at) if ends and term.revoked_at is None else term


def _fresh(origin: str) -> tuple[Signer, OpeningKey]:
    return Signer(origin, secrets.token_bytes(32)), OpeningKey(secrets.token_bytes(96))


@transaction.atomic
def _issued(made: Keys, reason: str, *, by: str, at: datetime) -> Keys:
    """Put the card on record, then the secrets on disk: a card without its secrets can be made anew."""
    file.write(
        str(made.state), CardIssued(card=made.note, issue=made.card.issue, reason=reason), by=by, at=at
    )
    keep(made)
    return made
