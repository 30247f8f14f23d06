"""``dedere pair``: two installations on one machine, from the request to a handover signed by both."""

from __future__ import annotations

import secrets
import time
from collections.abc import Sequence
from contextlib import ExitStack
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, Any

import typer

from dedere.cli.demo import FOLDER, make_officers
from dedere.cli.office import Office
from dedere.cli.output import AGAINST, print_json, print_text, progress_console, stop
from dedere.cli.registry import open_settings
from dedere.cli.serving import demand_port
from dedere.cli.words import Words, words


def pair(
    folder: Annotated[Path, typer.Argument(help="A new folder for both installations.")],
    persons: Annotated[int, typer.Option(min=1, help="How many of the example's first handover.")] = 29,
    example: Annotated[Path, typer.Option("--from", help="The example's folder.")] = FOLDER,
    serve: Annotated[bool, typer.Option("--serve", help="Then serve both desks until Ctrl-C.")] = False,
    port: Annotated[int, typer.Option(min=1, max=65534, help="Port of the first desk.")] = 8000,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
    lang: Annotated[str, typer.Option("--lang", help="Language of the text: en or es.")] = "en",
) -> None:
    """Rehearse a handover between two installations, each with its own database, keys and gate.

    Every act is marked simulated. Ends with 1 where a letter was lost, doubled or altered, where the two
    records differ, or where a byte changed on one side was not named by the other.
    """
    say = words(lang)
    if folder.exists() and any(folder.iterdir()):
        stop(f"{folder}: it is not empty; name a new folder for the two installations")
    if serve:
        demand_port("127.0.0.1", port)
        demand_port("127.0.0.1", port + 1)
    open_settings()
    from dedere.cli.rehearsal import rehearse

    with ExitStack() as open_offices:
        with progress_console().status("MX ⇄ US"):
            mexico = open_offices.enter_context(Office("MX", folder / "MX"))
            america = open_offices.enter_context(Office("US", folder / "US"))
            told = rehearse(mexico, america, example, persons)
        print_json(told) if as_json else print_text(_as_text(told, say))
        if serve:
            _serve((mexico, america), port, say)
    raise typer.Exit(0 if told["faultless"] else AGAINST)


def _serve(offices: Sequence[Office], port: int, say: Words) -> None:
    """Serve both desks and have both send, until this command is interrupted."""
    now = datetime.now(UTC).isoformat()
    for place, office in enumerate(offices):
        made = office.do(make_officers, True)
        (office.folder / "secret-key").write_text(secrets.token_urlsafe(48), encoding="utf-8")
        (office.folder / "secret-key").chmod(0o600)
        office.start("serve", "--port", str(port + place), DEDERE_DEMO_CLOCK=now)
        office.start("gate", "run", "--every", "2")
        print_text(f"{office.state} http://127.0.0.1:{port + place}/")
        for each in made:
            print_text(f"  {each['username']:<7} {say.code('role', each['role']):<24} {each['password']}")
    try:
        while True:
            time.sleep(3600)
    except KeyboardInterrupt:
        return


def _as_text(told: dict[str, Any], say: Words) -> str:
    lines = [
        say.say("pair", persons=told["persons"], seconds=told["seconds"]["playing"]),
        say.say("pair-letters", **{name: told[name] for name in ("letters", "receipts")}),
        say.say("pair-history", **{name: told[name] for name in ("lost", "doubled", "altered")}),
        say.say("pair-equal" if told["equal"] else "pair-differ"),
    ]
    for each in told["installations"]:
        lines.append(say.say("pair-ledger" if each["holds"] else "pair-broken", **each))
    for each in told["tampering"]:
        where = each["untrue"] or {"stream": "?", "number": 0, "letter": ""}
        key = "pair-named" if each["broken"] and each["untrue"] else "pair-unnamed"
        lines.append(say.say(key, altered=each["altered"], named_by=each["named_by"], **where))
    return "\n".join(lines)
