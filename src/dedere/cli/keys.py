"""``dedere keys``: this installation's keys and card, and whose card is trusted."""

from __future__ import annotations

import shutil
from datetime import timedelta
from pathlib import Path
from typing import Annotated, Any

import typer

from dedere.cli.output import AGAINST, print_json, print_text, stop
from dedere.cli.registry import open_registry
from dedere.cli.two import officer
from dedere.cli.words import words

app = typer.Typer(no_args_is_help=True, help="Keys of this installation, and whose keys it trusts.")
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON.")]
Lang = Annotated[str, typer.Option("--lang", help="Language of the text: en or es.")]
Operator = Annotated[str, typer.Option(help="Who does it, as the ledger says.")]
By = Annotated[str, typer.Option(help="The officer; the password is DEDERE_PASSWORD, or is asked for.")]
AState = Annotated[str, typer.Argument(help="The other State, by its two letters.")]


@app.command()
def make(
    origin: Annotated[str, typer.Argument(help="The name to sign under, such as mx.dedere.example.")],
    days: Annotated[int, typer.Option(min=1, max=3660, help="For how many days the keys hold.")] = 730,
    by: Operator = "operator",
    as_json: AsJson = False,
    lang: Lang = "en",
) -> None:
    """Make this installation's keys, its card and its gate's certificate."""
    open_registry()
    from django.utils import timezone

    from dedere.clerk.exchange.making import make as make_now

    _told(make_now(origin, by=by, at=timezone.now(), term=timedelta(days=days)), as_json, lang)


@app.command()
def rotate(
    days: Annotated[int, typer.Option(min=1, max=3660, help="For how many days the keys hold.")] = 730,
    by: Operator = "operator",
    as_json: AsJson = False,
    lang: Lang = "en",
) -> None:
    """Add fresh keys to the card, signed by the key that holds; send the new card to the other State."""
    open_registry()
    from django.utils import timezone

    from dedere.clerk.exchange.making import rotate as rotate_now

    _told(rotate_now(by=by, at=timezone.now(), term=timedelta(days=days)), as_json, lang)


@app.command()
def revoke(
    names: Annotated[list[str], typer.Argument(help="Keys by their short names, as `keys card` shows them.")],
    by: Operator = "operator",
    as_json: AsJson = False,
    lang: Lang = "en",
) -> None:
    """End keys early; the new card must reach the other State, and is told by voice where a key leaked."""
    open_registry()
    from django.utils import timezone

    from dedere.clerk.exchange.making import revoke as revoke_now

    _told(revoke_now(names, by=by, at=timezone.now()), as_json, lang)


@app.command()
def card(
    output: Annotated[
        Path | None, typer.Option("-o", help="A folder for the card and the certificate.")
    ] = None,
    as_json: AsJson = False,
    lang: Lang = "en",
) -> None:
    """Show this installation's card and the digits to read aloud; write what the other State is given."""
    open_registry()
    from dedere.clerk.exchange.certificate import certificate_path
    from dedere.clerk.exchange.keys import keys

    ours = keys()
    if output is not None:
        output.mkdir(parents=True, exist_ok=True)
        (output / f"{ours.state}.card").write_text(ours.note, encoding="utf-8")
        shutil.copyfile(certificate_path(), output / f"{ours.state}.pem")
    _told(ours, as_json, lang)


@app.command()
def trust(
    file: Annotated[Path, typer.Argument(help="The other State's card.")],
    heard: Annotated[str, typer.Option(help="The digits that their officer read aloud.")],
    by: By,
    as_json: AsJson = False,
    lang: Lang = "en",
) -> None:
    """File that a card is to be trusted; the digits are compared, and a second officer signs."""
    open_registry()
    from django.utils import timezone

    from dedere.clerk.exchange.trusting import propose

    _filed(propose(_text(file), heard, by=officer(by), at=timezone.now()), as_json, lang)


@app.command()
def place(
    state: AState,
    address: Annotated[str, typer.Option(help="Their gate, such as https://gate.us.example:8443.")],
    by: By,
    certificate: Annotated[Path | None, typer.Option(help="The certificate that it shows, in PEM.")] = None,
    as_json: AsJson = False,
    lang: Lang = "en",
) -> None:
    """File where the other State's gate is and which certificate it shows; a second officer signs."""
    open_registry()
    from django.utils import timezone

    from dedere.clerk.exchange.trusting import place as place_now

    pem = _text(certificate) if certificate else ""
    _filed(place_now(state, address, pem, by=officer(by), at=timezone.now()), as_json, lang)


@app.command()
def sign(state: AState, by: By, as_json: AsJson = False, lang: Lang = "en") -> None:
    """Sign, as the second officer, what was filed of a State."""
    open_registry()
    from django.utils import timezone

    from dedere.clerk.exchange.trusting import awaiting
    from dedere.clerk.exchange.trusting import sign as sign_now

    name = officer(by, signs=True)
    _filed(sign_now(state, awaiting(state), by=name, at=timezone.now()), as_json, lang)


@app.command()
def renew(
    state: AState,
    file: Annotated[Path, typer.Argument(help="Their later card.")],
    by: By,
    as_json: AsJson = False,
    lang: Lang = "en",
) -> None:
    """Keep a later card of a State; a key that is trusted today must have signed it."""
    open_registry()
    from django.utils import timezone

    from dedere.clerk.exchange.trusting import renew as renew_now

    _filed(renew_now(state, _text(file), by=officer(by), at=timezone.now()), as_json, lang)


@app.command()
def end(
    state: AState,
    reason: Annotated[str, typer.Option(help="Why, as the ledger will say.")],
    by: By,
    as_json: AsJson = False,
    lang: Lang = "en",
) -> None:
    """Believe nothing more of a State, from now on; one officer is enough."""
    open_registry()
    from django.utils import timezone

    from dedere.clerk.exchange.trusting import end as end_now

    _filed(end_now(state, reason, by=officer(by), at=timezone.now()), as_json, lang)


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        stop(f"{path}: it is not text; give the card or the certificate as it came")


def _told(made: Any, as_json: bool, lang: str) -> None:
    """Print a card of ours, or stop with why there is none."""
    from dedere.clerk.exchange.making import name_of
    from dedere.words import Refused

    say = words(lang)
    if isinstance(made, Refused):
        stop(say.refusal(made), AGAINST)
    card, kinds = made.card, (("signs", made.card.signing), ("seals", made.card.sealing))
    rows = [
        {
            "key": name_of(key),
            "use": use,
            "since": term.since.isoformat(),
            "until": term.until.isoformat(),
            "revoked_at": term.revoked_at.isoformat() if term.revoked_at else None,
        }
        for use, pairs in kinds
        for key, term in pairs
    ]
    facts = {"origin": card.origin, "state": str(card.state), "issue": card.issue}
    if as_json:
        print_json({**facts, "fingerprint": card.fingerprint(), "keys": rows})
        return
    print_text(say.say("card", **facts))
    print_text(card.fingerprint())
    for row in rows:
        ended = say.say("key-revoked", at=row["revoked_at"]) if row["revoked_at"] else ""
        print_text(say.say(f"key-{row['use']}", name=row["key"], until=row["until"], ended=ended).rstrip())


def _filed(filed: Any, as_json: bool, lang: str) -> None:
    """Print how a counterpart's file now stands, or stop with why nothing was filed."""
    from dedere.words import Refused

    say = words(lang)
    if isinstance(filed, Refused):
        stop(say.refusal(filed), AGAINST)
    file = filed.file
    told = {
        "state": file.state,
        "origin": file.origin,
        "trusted": file.trusted,
        "address": file.address,
        "awaits_signature": file.awaiting is not None,
        "recorded": [line.entry.code for line in filed.lines],
    }
    if as_json:
        print_json(told)
        return
    for line in filed.lines:
        print_text(f"{file.state}: {say.code('entry', line.entry.code)}")
    if file.awaiting is not None:
        print_text(say.say("awaits-second", state=file.state))
