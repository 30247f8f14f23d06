"""``dedere gate``: the machines' door, the worker that sends, and how the exchange stands."""

from __future__ import annotations

import time
from dataclasses import asdict
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Annotated

import typer

from dedere.cli.output import console, print_json, print_text, stop
from dedere.cli.registry import open_registry, open_settings
from dedere.cli.serving import demand_port
from dedere.cli.words import words

app = typer.Typer(no_args_is_help=True, help="The door for another State's installation.")
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON.")]
LOOPBACK = {"127.0.0.1", "::1", "localhost"}


@app.command()
def serve(
    host: Annotated[str, typer.Option(help="Address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=1, max=65535, help="Port to listen on.")] = 8443,
    plain: Annotated[bool, typer.Option("--plain", help="Without TLS, on loopback only.")] = False,
) -> None:
    """Serve the gate: TLS 1.3 with our certificate, and only for the certificates that are trusted."""
    if plain and host not in LOOPBACK:
        stop(f"--plain: {host} is not this machine's own; serve with TLS, or on 127.0.0.1")
    open_settings("dedere.site.gatesettings")
    open_registry()
    demand_port(host, port)
    console().print(f"dedere gate: {'http' if plain else 'https'}://{host}:{port}/gate/letters")
    _granian(host, port, None if plain else _believed())


@app.command()
def run(
    once: Annotated[bool, typer.Option("--once", help="One pass, then end.")] = False,
    every: Annotated[float, typer.Option(min=0.2, max=3600, help="Seconds between passes.")] = 5.0,
    as_json: AsJson = False,
    lang: Annotated[str, typer.Option("--lang", help="Language of the text: en or es.")] = "en",
) -> None:
    """Send what is due, again and again. Any number of these may run at once."""
    say = words(lang)
    open_registry()
    from django.db import close_old_connections
    from django.utils import timezone

    from dedere.clerk.exchange.sending import send_due
    from dedere.clerk.exchange.witnessing import show_due
    from dedere.gate.wire import Wire

    while True:
        sent, shown = send_due(Wire(), at=timezone.now()), show_due(Wire(), at=timezone.now())
        if once and as_json:
            print_json({**asdict(sent), "cosigned": shown.cosigned, "not_cosigned": list(shown.refused)})
        elif once or sent.tried or sent.abandoned:
            print_text(say.say("sent", **asdict(sent)))
        for code in shown.refused if once and not as_json else ():
            print_text(say.say("not-cosigned", why=say.code("witness", code)))
        if once:
            return
        close_old_connections()
        time.sleep(every)


@app.command()
def status(
    as_json: AsJson = False,
    lang: Annotated[str, typer.Option("--lang", help="Language of the text: en or es.")] = "en",
) -> None:
    """Say whom the exchange is with, what is not acknowledged, what waits, what was refused."""
    say = words(lang)
    open_registry()
    from django.utils import timezone

    from dedere.clerk.exchange.trusting import counterparts
    from dedere.registry.exchange.standing import counts

    told = counts(timezone.now())
    rows = [
        {
            "state": row.state,
            "origin": row.origin,
            "trusted": bool(row.origin) and row.ended_at is None,
            "address": row.address,
            "awaits_signature": row.awaiting > 0,
        }
        for row in counterparts()
    ]
    if as_json:
        print_json({"counterparts": rows, **told})
        return
    for row in rows:
        print_text(f"{row['state']} {row['origin']} {row['address']}".rstrip())
    print_text(say.say("exchange", **told))


def _believed() -> Path:
    """Write the certificates of every State that is trusted into one file, which the server reads once."""
    from dedere.clerk.exchange.certificate import certificate_path
    from dedere.registry.exchange.counterparts import correspondents

    pinned = [each.certificate for each in correspondents() if each.certificate]
    if not pinned:
        stop("no State's certificate is trusted yet; enter one: dedere keys place STATE --certificate FILE")
    if not certificate_path().exists():
        stop("this gate has no certificate; make the keys: dedere keys make ORIGIN")
    with NamedTemporaryFile("w", prefix="dedere-gate-", suffix=".pem", delete=False) as file:
        file.write("\n".join(pinned))
    return Path(file.name)


def _granian(host: str, port: int, believed: Path | None) -> None:
    from granian import Granian
    from granian.constants import Interfaces
    from granian.http import HTTP1Settings
    from granian.log import LogLevels

    from dedere.clerk.exchange.certificate import certificate_path, key_path

    tls = believed is not None
    Granian(
        "dedere.site.gate:application",
        address=host,
        port=port,
        interface=Interfaces.WSGI,
        workers=1,
        blocking_threads=4,
        backpressure=16,
        websockets=False,
        log_level=LogLevels.warning,
        respawn_failed_workers=True,
        http1_settings=HTTP1Settings(header_read_timeout=10_000, keep_alive=False),
        ssl_cert=certificate_path() if tls else None,
        ssl_key=key_path() if tls else None,
        ssl_ca=believed,
        ssl_client_verify=tls,
    ).serve()
