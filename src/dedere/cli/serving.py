"""``dedere serve``: the desk over HTTP, by granian."""

from __future__ import annotations

import errno
import socket
from typing import Annotated

import typer

from dedere.cli.output import console, stop
from dedere.cli.registry import open_registry


def serve(
    host: Annotated[str, typer.Option(help="Address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=1, max=65535, help="Port to listen on.")] = 8000,
    workers: Annotated[int, typer.Option(min=1, max=64, help="Processes that answer.")] = 1,
) -> None:
    """Serve the desk. Needs DEDERE_SECRET_KEY, or the file secret-key in DEDERE_FOLDER."""
    open_registry()
    _demand_secret()
    demand_port(host, port)
    console().print(f"dedere: http://{host}:{port}/")
    _granian(host, port, workers)


def _demand_secret() -> None:
    """Stop unless a lasting secret is set: without one each restart would sign everybody out."""
    from django.conf import settings

    if not settings.LASTING_KEY:
        stop(
            "DEDERE_SECRET_KEY is not set, and the desk does not serve without a secret; "
            "set it to 50 or more random characters, the same at each start"
        )


def demand_port(host: str, port: int) -> None:
    """Stop unless the port can be listened on."""
    try:
        with socket.create_server((host, port), family=_family(host)):
            pass
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            stop(f"port {port} on {host} is taken; stop what listens there or choose another with --port")
        stop(f"{host}:{port} cannot be listened on ({error.strerror}); choose others with --host and --port")


def _family(host: str) -> socket.AddressFamily:
    return socket.AF_INET6 if ":" in host else socket.AF_INET


def _granian(host: str, port: int, workers: int) -> None:
    from granian import Granian
    from granian.constants import Interfaces
    from granian.log import LogLevels

    Granian(
        "dedere.site.wsgi:application",
        address=host,
        port=port,
        interface=Interfaces.WSGI,
        workers=workers,
        blocking_threads=4,
        websockets=False,
        log_level=LogLevels.warning,
        respawn_failed_workers=True,
    ).serve()
