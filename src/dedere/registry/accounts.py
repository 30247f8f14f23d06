"""Officers' accounts: added, given a role, disabled, reset; each change stands in the ledger."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from dedere.registry import calendars
from dedere.registry.models import Officer, OfficerChange, Role
from dedere.words import Refused


def officers() -> tuple[Officer, ...]:
    """Return every account, the active first, by user name."""
    return tuple(Officer.objects.order_by("-is_active", "username"))


def officer(username: str) -> Officer | None:
    """Return an account, or None."""
    return Officer.objects.filter(username=username).first()


def names(usernames: set[str]) -> dict[str, str]:
    """Return the name to show of each user name; one that is no officer's is shown as it is."""
    known = {each.username: each.called for each in Officer.objects.filter(username__in=usernames)}
    return {username: known.get(username, username) for username in usernames}


@transaction.atomic
def add(
    username: str, *, name: str, role: str, language: str, password: str, by: str, at: datetime
) -> Officer | Refused:
    """Add an officer; refused (``name-taken``) where the user name is somebody's, in any capitals."""
    if Officer.objects.filter(username__iexact=username).exists():
        return Refused(code="name-taken", facts={"username": username})
    given, _, family = name.strip().partition(" ")
    made = Officer.objects.create_user(
        username=username, password=password, first_name=given, last_name=family, role=role, language=language
    )
    _record(made, "added", by=by, at=at, after=role)
    return made


@transaction.atomic
def give_role(account: Officer, role: str, *, by: str, at: datetime) -> Officer | Refused:
    """Give another role; refused (``last-administrator``) where nobody would be left to grant roles."""
    if _last_administrator(account) and role != Role.ADMINISTRATOR:
        return Refused(code="last-administrator", facts={"username": account.username})
    before, account.role = account.role, role
    if before != role:
        account.save(update_fields=["role"])
        _record(account, "role", by=by, at=at, before=before, after=role)
    return account


@transaction.atomic
def set_active(account: Officer, active: bool, *, by: str, at: datetime) -> Officer | Refused:
    """Disable an account, or enable it again; the last administrator is never disabled."""
    if not active and _last_administrator(account):
        return Refused(code="last-administrator", facts={"username": account.username})
    account.is_active = active
    account.save(update_fields=["is_active"])
    _record(account, "enabled" if active else "disabled", by=by, at=at)
    return account


@transaction.atomic
def reset_password(account: Officer, password: str, *, by: str, at: datetime) -> None:
    """Set a new password: every session of the officer ends, and so does the key of their calendar."""
    account.set_password(password)
    account.save(update_fields=["password"])
    calendars.end(account, at=at)
    _record(account, "password-reset", by=by, at=at)


def set_language(account: Officer, language: str) -> None:
    """Keep the language in which an officer begins."""
    account.language = language
    account.save(update_fields=["language"])


def _last_administrator(account: Officer) -> bool:
    others = Officer.objects.filter(role=Role.ADMINISTRATOR, is_active=True).exclude(pk=account.pk)
    return account.role == Role.ADMINISTRATOR and account.is_active and not others.exists()


def _record(account: Officer, what: str, *, by: str, at: datetime, before: str = "", after: str = "") -> None:
    OfficerChange.objects.create(
        at=at, by=by, officer=account.username, what=what, before=before, after=after
    )
