"""``dedere tick``, ``rebuild`` and ``verify``: what keeps a registry in order."""

from __future__ import annotations

from dataclasses import asdict
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dedere.cli.output import AGAINST, print_json, print_text, stop
from dedere.cli.registry import open_registry
from dedere.cli.words import words

if TYPE_CHECKING:
    from dedere.seal.verifier import Broken, Head

AsJson = Annotated[bool, typer.Option("--json", help="Print JSON.")]
Lang = Annotated[str, typer.Option("--lang", help="Language of the text: en or es.")]


def tick(
    at: Annotated[str, typer.Option(help="The instant to tick at, with its zone; now by default.")] = "",
    as_json: AsJson = False,
    lang: Lang = "en",
) -> None:
    """Raise alerts for what fell due, end those whose cause was done, send letters that are due."""
    say = words(lang)
    open_registry()
    from dedere.clerk.tick import tick as tick_now

    ticked = tick_now(at=_instant(at))
    told: dict[str, object] = {
        name: [{"case": due.case, "rule": due.rule, "due": due.due.isoformat()} for due in dues]
        for name, dues in (("raised", ticked.raised), ("ended", ticked.ended))
    }
    told["sent"] = sent = _sent(_instant(at))
    if as_json:
        print_json(told)
        return
    for due in ticked.raised:
        print_text(f"{due.case}: {say.code('clock', due.rule)}, {due.due.isoformat()}")
    print_text(say.say("ticked", raised=len(ticked.raised), ended=len(ticked.ended)))
    if sent is not None:
        print_text(say.say("sent", **sent))


def _sent(at: datetime) -> dict[str, int] | None:
    """Send what is due to other States; None where this installation has no keys."""
    from dedere.clerk.exchange.keys import find_keys
    from dedere.clerk.exchange.sending import send_due
    from dedere.gate.wire import Wire

    return asdict(send_due(Wire(), at=at)) if find_keys() else None


def rebuild(
    check: Annotated[bool, typer.Option("--check", help="Compare only; write nothing.")] = False,
    as_json: AsJson = False,
    lang: Lang = "en",
) -> None:
    """Draw every worklist anew from the journal. Ends with 1 where a row differed and was not put right."""
    say = words(lang)
    open_registry()
    from dedere.registry.rebuild import rebuild as draw_anew

    rebuilt = draw_anew(write=not check)
    if as_json:
        print_json(asdict(rebuilt))
    else:
        for difference in rebuilt.shown:
            print_text(f"  {difference}")
        print_text(
            say.say(
                "rebuilt",
                cases=rebuilt.cases,
                handovers=rebuilt.handovers,
                differing=rebuilt.differing,
            )
        )
    raise typer.Exit(AGAINST if rebuilt.differing and check else 0)


def verify(
    copy: Annotated[Path | None, typer.Argument(help="An exported copy of the ledger.")] = None,
    key: Annotated[list[str] | None, typer.Option(help="Trust this key only; may be repeated.")] = None,
    as_json: AsJson = False,
    lang: Lang = "en",
) -> None:
    """Verify the journal, or a copy of it. Ends with 1 and names the first entry that is wrong."""
    say = words(lang)
    result = _copy(copy, key or []) if copy else _journal()
    if as_json:
        print_json({"holds": bool(result), **asdict(result)})
    elif result:
        print_text(say.say("verified", **asdict(result)))
    else:
        facts = asdict(result)
        why = say.code("journal-fault", facts["reason"])
        print_text(say.say("broken", **facts | {"reason": why}))
    raise typer.Exit(0 if result else AGAINST)


def _journal() -> Head | Broken:
    open_registry()
    from dedere.clerk import checkpoints

    return checkpoints.verify()


def _copy(path: Path, keys: list[str]) -> Head | Broken:
    """Verify a copy; needs no database, and no settings."""
    from dedere.seal import verifier

    try:
        return verifier.verify(path, [verifier.Key.read(each) for each in keys] or None)
    except ValueError as complaint:
        stop(f"--key: {complaint}; write it as the card of the State shows it")
    except OSError as complaint:
        stop(f"{path}: {complaint.strerror}; name a file that the ledger page exported")


def _instant(text: str) -> datetime:
    from django.utils import timezone

    if not text:
        return timezone.now()
    try:
        at = datetime.fromisoformat(text)
    except ValueError:
        stop(f"--at: {text!r} is no instant; write one such as 2025-02-26T09:00:00-06:00")
    if at.tzinfo is None:
        stop(f"--at: {text} has no zone; write one such as {text}-06:00")
    return at
