"""``dedere counterpart``: plays the other State, for training and tests; nothing in it is real."""

from __future__ import annotations

import threading
import time
from pathlib import Path
from typing import Annotated

import typer

from dedere.cli.output import print_text, stop
from dedere.cli.registry import open_settings
from dedere.cli.words import words


def counterpart(
    folder: Annotated[Path, typer.Argument(help="A folder for the card of the State that is played.")],
    trusting: Annotated[Path, typer.Option(help="The desk's card, as `keys card -o` writes it.")],
    state: Annotated[str, typer.Option(help="The State to play, by its two letters.")] = "US",
    origin: Annotated[str, typer.Option(help="The name that it signs under.")] = "played.example/dedere",
    desk: Annotated[str, typer.Option(help="The desk's gate, such as http://127.0.0.1:8443.")] = "",
    port: Annotated[int, typer.Option(min=0, max=65535, help="Its own port; 0 for any.")] = 8553,
    without: Annotated[
        list[str] | None, typer.Option(help="A kind of entry that it does not record.")
    ] = None,
    seconds: Annotated[float, typer.Option(min=0.0, help="End after so long; 0 for never.")] = 0.0,
    lang: Annotated[str, typer.Option("--lang", help="Language of the text: en or es.")] = "en",
) -> None:
    """Play the other State on this machine: it receipts what it is sent and tells its record back."""
    say = words(lang)
    open_settings()
    from django.utils import timezone

    from dedere.gate.played import Played
    from dedere.gate.playing import Theatre
    from dedere.seal.unsealed import NotOpened

    played = Played(state, origin, at=timezone.now(), without=without or ())
    try:
        played.believe(trusting.read_text(encoding="utf-8"))
    except (NotOpened, UnicodeDecodeError):
        stop(f"{trusting}: it is no card; write one with dedere keys card -o FOLDER")
    theatre = Theatre(played, port=port, desk=desk)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{state}.card").write_text(played.signed_card(), encoding="utf-8")
    print_text(say.say("counterpart", state=state, address=theatre.address))
    print_text(played.card.fingerprint())
    threading.Thread(target=theatre.server.serve_forever, daemon=True).start()
    until = time.monotonic() + seconds if seconds else float("inf")
    while time.monotonic() < until:
        time.sleep(min(1.0, max(until - time.monotonic(), 0.0)))
        if told := theatre.answer():
            print_text(say.say("counterpart-told", n=told))
