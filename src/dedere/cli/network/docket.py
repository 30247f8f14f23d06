"""``dedere network docket``: who of a network can be surrendered, as this desk's docket has it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dedere.cli.output import print_json, print_text, stop
from dedere.cli.registry import open_registry
from dedere.cli.rules import AsJson, Lang
from dedere.cli.words import words
from dedere.files.sheets import Sheet

if TYPE_CHECKING:
    from dedere.clerk.network.standing import Standing
    from dedere.clerk.network.told import Party
    from dedere.registry.models import NetworkRow

COLUMNS = ("id", "name", "case", "surrender", "instrument", "article", "months", "from", "why")


def docket(
    output: Annotated[Path | None, typer.Option("--output", "-o", help="CSV to write.")] = None,
    name: Annotated[str, typer.Option(help="The network's name; the one loaded last by default.")] = "",
    lawful: Annotated[
        bool,
        typer.Option(
            "--lawful",
            help="Only those who may go by that day: open or no bar found, and nothing to wait for.",
        ),
    ] = False,
    under_way: Annotated[
        bool, typer.Option("--under-way", help="Only those whose request is under way: for a plan in waves.")
    ] = False,
    on: Annotated[datetime | None, typer.Option(formats=["%Y-%m-%d"], help="The day; today.")] = None,
    as_json: AsJson = False,
    lang: Lang = "en",
) -> None:
    """Say of each person with a case here how it stands: the lists that ``dedere network plan`` takes."""
    say = words(lang)
    open_registry()
    from django.utils import timezone

    from dedere.registry import networks

    row = networks.named(name) if name else networks.latest()
    if row is None:
        stop(f"--name: no network {name!r} is loaded; run `dedere network load`")
    day = on.date() if on else timezone.localdate()
    found = [each for each in _rows(row, day) if _listed(each, day, lawful=lawful, under_way=under_way)]
    if output:
        with output.open("w", encoding="utf-8", newline="") as file:
            sheet = Sheet(file)
            sheet.row(COLUMNS)
            sheet.rows([each[column] for column in COLUMNS] for each in found)
    if as_json:
        print_json({"network": row.number, "persons": found})
        return
    for each in found if not output else ():
        print_text(f"{each['id']}: {each['name']}: {say.code('surrender', str(each['surrender']))}")
    print_text(say.say("network-docket", network=row.number, persons=len(found)))


def _listed(row: Mapping[str, object], on: date, *, lawful: bool, under_way: bool) -> bool:
    """Whether a person is asked for: one who may go by that day, or one whose request is under way."""
    from dedere.clerk.network.standing import LAWFUL, Surrender

    if lawful:
        return row["surrender"] in LAWFUL and str(row["from"] or "9") <= on.isoformat()
    return not under_way or row["surrender"] in LAWFUL | {Surrender.BARRED}


def _rows(row: NetworkRow, on: date) -> list[dict[str, object]]:
    from dedere.clerk.network.standing import standings
    from dedere.clerk.network.told import told

    parties = [party for party in told(row).parties if party.case]
    stands = standings([party.case for party in parties], on)
    return [_cells(party, stands[party.case]) for party in parties if party.case in stands]


def _cells(party: Party, standing: Standing) -> dict[str, object]:
    first, cited = standing.first, standing.held_by
    return {
        "id": party.id,
        "name": party.name,
        "case": party.case,
        "surrender": standing.surrender.value,
        "instrument": cited.instrument if cited else "",
        "article": cited.article if cited else "",
        "months": None if standing.months is None else round(standing.months, 1),
        "from": first.on.isoformat() if first and first.on else None,
        "why": first.why if first else "",
    }
