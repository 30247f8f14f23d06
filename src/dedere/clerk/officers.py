"""Officers are added here, checked first: a name that can sign in, a known role, a password that holds."""

from __future__ import annotations

from datetime import datetime

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError

from dedere.docket.first import first
from dedere.registry import accounts
from dedere.registry.models import Language, Officer, Role
from dedere.words import Refused


def add_officer(
    username: str,
    *,
    role: str,
    password: str,
    by: str,
    at: datetime,
    name: str = "",
    language: str = Language.SPANISH,
) -> Officer | Refused:
    """Add an officer, or refuse: ``bad-name unknown-role unknown-language weak-password name-taken``."""
    refused = first((_form(username, role, language), _weak(username, password)))
    if refused is not None:
        return refused
    return accounts.add(username, name=name, role=role, language=language, password=password, by=by, at=at)


def _form(username: str, role: str, language: str) -> Refused | None:
    try:
        Officer._meta.get_field("username").clean(username, None)
    except ValidationError:
        return Refused(code="bad-name", facts={"username": username})
    if role not in Role.values:
        return Refused(code="unknown-role", facts={"role": role, "roles": ", ".join(Role.values)})
    if language not in Language.values:
        return Refused(code="unknown-language", facts={"language": language})
    return None


def _weak(username: str, password: str) -> Refused | None:
    try:
        validate_password(password, Officer(username=username))
    except ValidationError as complaint:
        return Refused(code="weak-password", facts={"why": " ".join(complaint.messages)})
    return None
