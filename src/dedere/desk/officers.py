"""Who may do what: the only place that says so."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import wraps
from typing import Concatenate, ParamSpec

from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponseBase

from dedere.registry.models import Officer

P = ParamSpec("P")
View = Callable[Concatenate[HttpRequest, P], HttpResponseBase]

CASEWORKER, SUPERVISOR, ESCORT = "caseworker", "supervisor", "escort"
AUDITOR, ADMINISTRATOR = "auditor", "administrator"
ROLES = (CASEWORKER, SUPERVISOR, ESCORT, AUDITOR, ADMINISTRATOR)

_DESK = frozenset({CASEWORKER, SUPERVISOR})
_READERS = _DESK | {AUDITOR}

# Permission → the roles that have it. Each view names one of these.
PERMISSIONS: Mapping[str, frozenset[str]] = {
    "read-cases": _READERS,
    "file-acts": _DESK,
    "sign-second": frozenset({SUPERVISOR}),
    "import-cases": _DESK,
    "export-cases": _READERS,
    "read-matches": _READERS,
    "decide-matches": _DESK,
    "read-accords": _READERS,
    "file-accords": _DESK,
    "read-claims": _READERS,
    "confirm-claims": _DESK,
    "read-law": _READERS,
    "try-amendments": _DESK,
    "read-handovers": _READERS | {ESCORT},
    "plan-handovers": _DESK,
    "decide-go": _DESK,
    "record-legs": _DESK | {ESCORT},
    "read-sources": _READERS | {ESCORT},
    "read-ledger": frozenset({AUDITOR, SUPERVISOR}),
    "manage-officers": frozenset({ADMINISTRATOR}),
    "own-account": frozenset(ROLES),
}
PUBLIC = "public"


class Forbidden(PermissionDenied):
    """An officer whose role lacks a permission asked for it."""

    def __init__(self, permission: str) -> None:
        super().__init__(permission)
        self.permission = permission


def allows(role: str, permission: str) -> bool:
    """Whether a role has a permission; KeyError for a permission that nobody declared."""
    return role in PERMISSIONS[permission]


def may(permission: str, *, post: str = "") -> Callable[[View[P]], View[P]]:
    """Name the permission of a view; ``post`` names another one for the recording of an act.

    Raises Forbidden, which becomes the page that says who may and who can grant it.
    """
    writing = post or permission
    for name in (permission, writing):
        PERMISSIONS[name]

    def name_it(view: View[P]) -> View[P]:
        @wraps(view)
        def guarded(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
            wanted = writing if request.method not in {"GET", "HEAD", "OPTIONS"} else permission
            demand(request, wanted)
            return view(request, *args, **kwargs)

        guarded.permission = permission  # type: ignore[attr-defined]
        guarded.post_permission = writing  # type: ignore[attr-defined]
        return guarded

    return name_it


def demand(request: HttpRequest, permission: str) -> None:
    """Raise Forbidden unless the officer's role has the permission."""
    if not allows(role_of(request.user), permission):
        raise Forbidden(permission)


def role_of(user: object) -> str:
    """The role of whoever asks; empty for somebody who has not signed in."""
    return str(getattr(user, "role", "") or "")


def officer_of(request: HttpRequest) -> Officer:
    """The officer who asks; a view behind ``may`` is reached by nobody else."""
    if not isinstance(request.user, Officer):
        raise Forbidden("own-account")
    return request.user


def public(view: View[P]) -> View[P]:
    """Mark a view as open to somebody who has not signed in."""

    @login_not_required
    @wraps(view)
    def opened(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
        return view(request, *args, **kwargs)

    opened.permission = PUBLIC  # type: ignore[attr-defined]
    return opened


def granted_by() -> str:
    """The role that grants roles."""
    return ADMINISTRATOR
