"""``dedere demo``: prepare a registry, load the example, make the demonstration's officers."""

from __future__ import annotations

import os
import secrets
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

import dedere
from dedere.cli.output import print_json, print_text, progress_console, stop
from dedere.cli.registry import prepare_registry
from dedere.cli.statistics import publish
from dedere.cli.words import words
from dedere.words import Refused

if TYPE_CHECKING:
    from dedere.clerk.example import Example, Loaded
    from dedere.clerk.network.load import Loaded as LoadedNetwork
    from dedere.registry.models import RunRow

# Invented first names; each signs in by the name in small letters.
OFFICERS = (
    ("Ana", "caseworker"),
    ("Bruno", "supervisor"),
    ("Carla", "escort"),
    ("Diego", "auditor"),
    ("Elena", "administrator"),
)
FOLDER = Path(dedere.__file__).parents[2] / "examples" / "mexico-2025"
ROLLS = FOLDER.parent / "invented-rolls" / "run.jsonl"


def demo(
    folder: Annotated[Path, typer.Option("--from", help="The example's folder.")] = FOLDER,
    host: Annotated[str, typer.Option(help="Address that the desk will be served on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=1, max=65535, help="Port that it will be served on.")] = 8000,
    new_passwords: Annotated[
        bool, typer.Option("--new-passwords", help="Give the demonstration's officers new passwords.")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
    lang: Annotated[str, typer.Option("--lang", help="Language of the text: en or es.")] = "en",
) -> None:
    """Load the example and make the demonstration's officers; run again, it changes nothing.

    DEDERE_DEMO_PASSWORD, where it is set, is the password of every officer made.
    """
    words(lang)
    prepare_registry()
    from django.conf import settings

    from dedere.clerk.example import (
        keep_accords,
        keep_events,
        keep_rolls,
        keep_ties,
        load,
        read_example,
    )

    example = read_example(folder)
    with progress_console().status(example.name):
        loaded = load(example)
        run = keep_rolls(ROLLS, at=example.demonstration)
        network = keep_ties(folder, example, loaded, at=example.demonstration)
        events = keep_events(folder, example, loaded)
        accords = keep_accords(folder, example)
        publish(settings.DEDERE_STATISTICS)
        officers = make_officers(new_passwords)
    told = {**_told(example, loaded, officers, f"http://{host}:{port}/"), "matches": _run(run)}
    told |= {"network": _network(network), "events": list(events)}
    told["accords"] = len(accords.numbers) if accords else 0
    if as_json:
        print_json(told)
    else:
        print_text(_as_text(told, lang))


def make_officers(new_passwords: bool) -> list[dict[str, str]]:
    """Make the officers that are missing; a password is told once, when it is made here."""
    from dedere.registry import accounts

    given = os.environ.get("DEDERE_DEMO_PASSWORD", "")
    made = []
    for name, role in OFFICERS:
        account = accounts.officer(name.lower())
        password = given or secrets.token_urlsafe(12)
        told = password if account is None or new_passwords else ""
        if account is None:
            _add(name, role, password)
        elif new_passwords:
            accounts.reset_password(account, password, by="demo", at=_now())
        made.append({"username": name.lower(), "role": role, "password": "" if given else told})
    return made


def _add(name: str, role: str, password: str) -> None:
    from dedere.clerk.officers import add_officer

    added = add_officer(name.lower(), role=role, password=password, by="demo", at=_now(), name=name)
    if isinstance(added, Refused):
        stop(f"DEDERE_DEMO_PASSWORD: {words('en').refusal(added)}")


def _now() -> Any:
    from django.utils import timezone

    return timezone.now()


def _run(kept: RunRow | Refused) -> dict[str, Any]:
    if isinstance(kept, Refused):
        stop(f"{ROLLS}: {words('en').refusal(kept)}")
    return {"run": kept.number, "strong": kept.strong, "review": kept.review}


def _network(kept: LoadedNetwork | Refused | None) -> dict[str, Any] | None:
    if isinstance(kept, Refused):
        stop(f"ties.csv: {words('en').refusal(kept)}")
    row = kept.row if kept else None
    return {"network": row.number, "parties": row.parties, "ties": row.ties} if row else None


def _told(example: Example, loaded: Loaded, officers: list[dict[str, str]], address: str) -> dict[str, Any]:
    from dedere.registry.lists.handovers import named

    return {
        "handovers": [
            {
                "id": row.id,
                "on": row.on.isoformat(),
                "title": row.title,
                "persons": row.persons,
                "state": row.state,
                "basis": row.basis,
                "gaps": row.gaps,
            }
            for row in named(loaded.handovers)
        ],
        "cases": len(loaded.cases),
        "sources": len(example.sources),
        "snapshot": example.snapshot.isoformat(),
        "demonstration": example.demonstration.isoformat(),
        "loaded_now": loaded.fresh,
        "officers": officers,
        "address": address,
    }


def _as_text(told: dict[str, Any], language: str) -> str:
    say = words(language)
    lines = [say.say("demo", **told)]
    for row in told["handovers"]:
        basis = say.code("track", row["basis"])
        lines.append("  " + say.say("demo-handover", **row | {"basis": basis}))
    lines.append(say.say("demo-counts", cases=told["cases"], sources=told["sources"]))
    lines.append(say.say("demo-matches", **told["matches"]))
    if told["network"]:
        lines.append(say.say("demo-network", **told["network"]))
    if told["events"]:
        lines.append(say.say("demo-events", events=len(told["events"])))
    if told["accords"]:
        lines.append(say.say("demo-accords", accords=told["accords"]))
    for officer in told["officers"]:
        password = officer["password"] or say.say("demo-password-kept")
        role = say.code("role", officer["role"])
        lines.append(f"  {officer['username']:<7} {role:<24} {password}")
    return "\n".join([*lines, told["address"]])
