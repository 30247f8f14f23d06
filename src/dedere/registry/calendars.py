"""The key of an officer's calendar: made, made anew, ended; only its digest is kept."""

from __future__ import annotations

from datetime import datetime
from hashlib import sha256
from hmac import compare_digest
from secrets import token_urlsafe

from django.db import transaction

from dedere.registry.models import CalendarKey, Officer, OfficerChange

_BYTES = 32


def key_of(account: Officer) -> CalendarKey | None:
    """Return the officer's key, or None; the secret itself cannot be had again."""
    return CalendarKey.objects.filter(officer=account).first()


@transaction.atomic
def make(account: Officer, *, at: datetime) -> str:
    """Return a new secret of 256 bits; the one before it opens nothing from now on."""
    secret = token_urlsafe(_BYTES)
    new = {"digest": _digest(secret), "made_at": at, "read_at": None}
    CalendarKey.objects.update_or_create(officer=account, defaults=new)
    _record(account, "calendar-made", at)
    return secret


@transaction.atomic
def end(account: Officer, *, at: datetime) -> None:
    """End the officer's key; does nothing where there is none."""
    ended, _ = CalendarKey.objects.filter(officer=account).delete()
    if ended:
        _record(account, "calendar-ended", at)


def holder(secret: str, *, at: datetime) -> Officer | None:
    """Return the active officer whose key this is and note the reading; None for any other secret."""
    digest = _digest(secret)
    key = CalendarKey.objects.select_related("officer").filter(digest=digest).first()
    # The index finds by the digest of the secret, which tells a guesser nothing of the secret itself.
    if key is None or not compare_digest(key.digest, digest) or not key.officer.is_active:
        return None
    CalendarKey.objects.filter(pk=key.pk).update(read_at=at)
    return key.officer


def _digest(secret: str) -> str:
    return sha256(secret.encode()).hexdigest()


def _record(account: Officer, what: str, at: datetime) -> None:
    OfficerChange.objects.create(at=at, by=account.username, officer=account.username, what=what)
