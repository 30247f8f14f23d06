"""Two officers at a shell: each by name and password, so that nobody signs second to oneself."""

from __future__ import annotations

import os

import typer

from dedere.cli.output import AGAINST, stop

ROLES = frozenset({"caseworker", "supervisor"})


def officer(name: str, *, signs: bool = False) -> str:
    """Return the officer's name once the password was right; ``signs`` asks for a supervisor.

    The password is DEDERE_PASSWORD, or is asked for. Stops where it is wrong or the role may not.
    """
    from dedere.registry.models import Officer

    password = os.environ.get("DEDERE_PASSWORD") or typer.prompt(f"Password of {name}", hide_input=True)
    found = Officer.objects.filter(username=name, is_active=True).first()
    if found is None or not found.check_password(password):
        stop(f"{name}: no such officer, or another password", AGAINST)
    if found.role not in (ROLES - {"caseworker"} if signs else ROLES):
        stop(f"{name}: the role {found.role} may not do this", AGAINST)
    return str(found.username)
