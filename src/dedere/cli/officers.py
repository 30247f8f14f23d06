"""``dedere user``: officers who may sign in."""

from __future__ import annotations

import os
import secrets
from typing import Annotated

import typer

from dedere.cli.output import AGAINST, print_json, print_text, stop
from dedere.cli.registry import open_registry
from dedere.cli.words import words
from dedere.words import Refused

app = typer.Typer(no_args_is_help=True, help="Officers who may sign in.")
# Who the ledger says made an account from the shell.
WHO = "operator"
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
    open_registry()
    given = os.environ.get("DEDERE_PASSWORD", "")
    password = given or secrets.token_urlsafe(18)
    _add(username, role, name, language, password)
    said = {"username": username, "role": role, "password": "" if given else password}
    if as_json:
        print_json(said)
    else:
        print_text(f"{username} ({role}) may sign in." + ("" if given else f" Password: {password}"))


def _add(username: str, role: str, name: str, language: str, password: str) -> None:
    from django.utils import timezone

    from dedere.clerk.officers import add_officer

    added = add_officer(
        username, role=role, password=password, by=WHO, at=timezone.now(), name=name, language=language
    )
    if isinstance(added, Refused):
        stop(f"user {username}: {words('en').refusal(added)}", AGAINST)
