"""``dedere user``: officers who may sign in."""

from __future__ import annotations

import os
import secrets
from typing import Annotated

import typer

from dedere.cli.output import UNREADABLE, console, print_json, stop
from dedere.cli.registry import open_registry

app = typer.Typer(no_args_is_help=True, help="Officers who may sign in.")
ROLES = ("caseworker", "supervisor", "escort", "auditor", "administrator")


@app.callback()
def users() -> None:
    """Officers who may sign in."""


@app.command("add")
def add(
    username: Annotated[str, typer.Argument(help="Name to sign in with.")],
    role: Annotated[str, typer.Option(help=f"One of: {', '.join(ROLES)}.")],
    name: Annotated[str, typer.Option(help="Full name, as acts and papers show it.")] = "",
    language: Annotated[str, typer.Option(help="Language of the desk: es or en.")] = "es",
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """Add an officer; the password is DEDERE_PASSWORD, or one made here and printed once."""
    _demand(role, language)
    open_registry()
    given = os.environ.get("DEDERE_PASSWORD", "")
    password = given or secrets.token_urlsafe(18)
    _add(username, role, name, language, password)
    said = {"username": username, "role": role, "password": "" if given else password}
    if as_json:
        print_json(said)
    else:
        console().print(f"{username} ({role}) may sign in." + ("" if given else f" Password: {password}"))


def _demand(role: str, language: str) -> None:
    if role not in ROLES:
        stop(f"--role: {role!r} is no role; use one of {', '.join(ROLES)}", UNREADABLE)
    if language not in ("es", "en"):
        stop(f"--language: the desk does not speak {language!r}; use es or en", UNREADABLE)
