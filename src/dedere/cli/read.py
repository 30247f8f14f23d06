"""``dedere read``: the claims that a news report makes, each with the characters it rests on."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from dedere.cli.output import AGAINST, print_json, print_text, stop
from dedere.cli.words import Words, words
from dedere.words.wording import LANGUAGES

if TYPE_CHECKING:
    from dedere.claims.claim import Claim
    from dedere.claims.compare import Compared
    from dedere.claims.compare import Known as Standing
    from dedere.claims.reading.known import Known
    from dedere.claims.reading.read import Reading

STANDARD_INPUT = Path("-")
SHOWN = 60  # characters of what a claim rests on
CITED = 4  # sources named beside a verdict; --json names all


def read(
    report: Annotated[Path, typer.Argument(help="Text or HTML; - for standard input.")] = STANDARD_INPUT,
    lang: Annotated[str, typer.Option("--lang", help="Language of the report: en or es.")] = "",
    on: Annotated[str, typer.Option("--date", help="Day of the report, such as 2025-02-28.")] = "",
    known: Annotated[
        Path | None,
        typer.Option("--known", help="CSV: id, name, aliases. Without it, this desk's persons."),
    ] = None,
    bodies: Annotated[
        Path | None,
        typer.Option("--organisations", help="CSV of the organisations known: id, name, variants."),
    ] = None,
    against: Annotated[
        Path | None,
        typer.Option("--against", help="Folder of events to compare with. Without it, this desk's."),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """Propose the claims of a report, each beside what stands; a person confirms. Ends with 1 at none."""
    from dedere.claims.compare import compared
    from dedere.claims.reading.knownfile import read_known
    from dedere.claims.reading.read import read as read_report
    from dedere.claims.reading.report import report as report_of

    if lang and lang not in LANGUAGES:
        stop(f"--lang: reports are read in {' or '.join(LANGUAGES)}, not {lang!r}")
    where = "standard input" if report == STANDARD_INPUT else report.name
    data = sys.stdin.buffer.read() if report == STANDARD_INPUT else report.read_bytes()
    reading = read_report(
        report_of(data, where, language=lang, on=_day(on)),
        people=_known(known),
        groups=read_known(bodies) if bodies else (),
    )
    verdicts = compared(reading.claims, reading.on, _standing(against))
    if as_json:
        print_json(_told(reading, verdicts))
    else:
        for line in _lines(reading, verdicts, words(reading.language)):
            print_text(line)
    raise typer.Exit(0 if reading.claims else AGAINST)


def _known(known: Path | None) -> Sequence[Known]:
    """The persons handed in; without any, those of this desk's docket, where there is one."""
    from dedere.claims.reading.knownfile import read_known
    from dedere.cli.registry import has_registry, open_registry

    if known:
        return read_known(known)
    if not has_registry():
        return ()
    open_registry()
    from dedere.clerk.knownpersons import known_persons

    return tuple(known_persons())


def _standing(against: Path | None) -> Standing:
    """What stands: by the folder handed in, else by this desk's events, else by those of the example."""
    from dedere.claims.stands import stands
    from dedere.cli.demo import FOLDER
    from dedere.cli.registry import has_registry, open_registry

    if against:
        return stands(against)
    if not has_registry():
        return stands(FOLDER)
    open_registry()
    from dedere.clerk.events import known_events

    return known_events()


def _day(written: str) -> date | None:
    try:
        return date.fromisoformat(written) if written else None
    except ValueError:
        stop(f"--date: {written!r} is no day; write one such as 2025-02-28")


def _told(reading: Reading, verdicts: Sequence[Compared]) -> Mapping[str, Any]:
    from dedere.claims.reading.discord import discords

    return {
        "language": reading.language,
        "date": reading.on.isoformat() if reading.on else None,
        "text": reading.text,
        "claims": [
            {**told(claim), **_verdict(each)} for claim, each in zip(reading.claims, verdicts, strict=True)
        ],
        "headline_against_body": [
            {
                "attribute": each.attribute.value,
                "headline": value_of(each.headline),
                "body": list(dict.fromkeys(value_of(claim) for claim in each.body)),
            }
            for each in discords(reading.claims)
        ],
    }


def value_of(claim: Claim) -> str | int:
    """A claim's value as JSON has it: a count is a number, and what is denied says so in the value itself."""
    if claim.attribute == "count":
        return int(claim.value)
    return f"not-{claim.value}" if claim.negated else claim.value


def told(claim: Claim) -> Mapping[str, Any]:
    """A claim as JSON has it."""
    return {
        "attribute": claim.attribute.value,
        "value": value_of(claim),
        "start": claim.start,
        "end": claim.end,
        "sentence": claim.sentence,
        "sentence_kind": claim.sentence_kind.value,
        "negated": claim.negated,
        "headline": claim.headline,
        "quoted": claim.quoted,
        "bound": claim.bound.value,
        "id": claim.id or None,
        "by": claim.by or None,
    }


def _verdict(each: Compared) -> Mapping[str, Any]:
    return {
        "verdict": each.verdict.value,
        "event": each.event or None,
        "stands": each.stands or None,
        "against": list(each.against),
    }


def _lines(reading: Reading, verdicts: Sequence[Compared], say: Words) -> Iterator[str]:
    from dedere.claims.reading.discord import discords

    yield say.say("read-of", on=reading.on.isoformat() if reading.on else "—", language=reading.language)
    if not reading.claims:
        yield say.say("read-nothing")
    for claim, each in zip(reading.claims, verdicts, strict=True):
        yield say.say(
            "read-claim",
            attribute=say.code("claim", claim.attribute.value),
            value=value_of(claim),
            words=" ".join(reading.text[claim.start : claim.end].split())[:SHOWN],
            start=claim.start,
            end=claim.end,
            kind=say.code("sentence", claim.sentence_kind.value),
        )
        if each.verdict.value != claim.sentence_kind.value:  # an opinion is said to be one already
            yield "  " + _beside(each, say)
    for discord in discords(reading.claims):
        said = ", ".join(dict.fromkeys(str(value_of(claim)) for claim in discord.body))
        yield say.say(
            "read-discord",
            attribute=say.code("claim", discord.attribute.value),
            headline=value_of(discord.headline),
            body=said,
        )


def _beside(each: Compared, say: Words) -> str:
    verdict = say.code("claims-verdict", each.verdict.value)
    if not each.against:
        return verdict
    sources = ", ".join(each.against[:CITED]) + (" …" if len(each.against) > CITED else "")
    return say.say("read-against", verdict=verdict, stands=each.stands or "—", sources=sources)
