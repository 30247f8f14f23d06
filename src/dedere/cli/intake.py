"""``dedere import``: a table of cases, the good rows taken, the broken ones named and set aside."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.progress import Progress

from dedere.cli.output import AGAINST, print_json, print_text, progress_console, stop
from dedere.cli.registry import open_registry
from dedere.cli.words import Words, words
from dedere.files.sheets import Sheet

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dedere.clerk.intake import Taken
    from dedere.clerk.rows import BrokenRow
    from dedere.clerk.tables import Table

    Row = Taken | BrokenRow

SHOWN = 20


def import_(
    file: Annotated[Path, typer.Argument(help="CSV (UTF-8), XLSX or JSON; one row for each case.")],
    preview: Annotated[
        bool, typer.Option("--preview", help="Say what would be done; write nothing.")
    ] = False,
    by: Annotated[str, typer.Option(help="Who the journal says imported.")] = "import",
    aside: Annotated[
        Path | None, typer.Option(help="Where broken rows go; beside the file by default.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
    lang: Annotated[str, typer.Option("--lang", help="Language of the text: en or es.")] = "en",
) -> None:
    """Import cases. A row that comes again updates its case. Ends with 1 where a row was set aside."""
    say = words(lang)
    if not file.is_file():
        stop(f"{file}: there is no such file; name a CSV, XLSX or JSON file")
    open_registry()
    from dedere.clerk.rows import BrokenRow
    from dedere.clerk.tables import read_table

    table = read_table(file.name, _content(file))
    rows = _rows(table, preview, by)
    broken = [row for row in rows if isinstance(row, BrokenRow)]
    put = "" if preview or not broken else str(_set_aside(aside or _beside(file), broken, table, say))
    _say(file, rows, broken, put, say, as_json, preview)
    raise typer.Exit(AGAINST if broken else 0)


def _content(file: Path) -> bytes:
    """Read the file; one too large is refused before it is read whole."""
    from dedere.clerk.tables import MAX_BYTES, UnreadableTable

    if (size := file.stat().st_size) > MAX_BYTES:
        raise UnreadableTable(file.name, "too-large", bytes=size, most=MAX_BYTES)
    return file.read_bytes()


def _rows(table: Table, preview: bool, by: str) -> list[Row]:
    from django.utils import timezone

    from dedere.clerk import intake

    rows: Iterable[Row] = intake.preview(table) if preview else intake.take(table, by=by, at=timezone.now())
    with Progress(console=progress_console(), transient=True) as progress:
        return list(progress.track(rows, total=len(table.rows), description=table.name))


def _beside(file: Path) -> Path:
    return file.with_name(f"{file.stem}.broken.csv")


def _set_aside(path: Path, broken: list[BrokenRow], table: Table, say: Words) -> Path:
    """Write broken rows as they came, with the place, the complaint and the remedy beside each."""
    with path.open("w", encoding="utf-8-sig", newline="") as out:
        sheet = Sheet(out)
        sheet.row(["row", "what", "remedy", *table.columns])
        for row in broken:
            cells = [row.cells.get(column, "") for column in table.columns]
            sheet.row([str(row.at), *_complaint(row, say), *cells])
    return path


def _complaint(row: BrokenRow, say: Words) -> tuple[str, str]:
    if row.group == "refused":
        return say.sentence(f"refused.{row.code}", row.facts), ""
    what = say.sentence(f"broken.{row.code}", row.facts)
    return what, say.sentence(f"broken.{row.code}-remedy", row.facts)


def _say(
    file: Path, rows: list[Row], broken: list[BrokenRow], put: str, say: Words, as_json: bool, preview: bool
) -> None:
    counts = Counter(getattr(row, "what", "broken") for row in rows)
    told = {name: counts[name] for name in ("opened", "updated", "unchanged", "broken")}
    named = [
        {"row": row.at, "what": what, "remedy": remedy}
        for row in broken
        for what, remedy in [_complaint(row, say)]
    ]
    if as_json:
        print_json({"file": str(file), "preview": preview, **told, "rows_broken": named, "set_aside": put})
        return
    for row in named[:SHOWN]:
        print_text(f"  {file.name}: {row['row']}: {row['what']}; {row['remedy']}".rstrip("; "))
    if len(named) > SHOWN:
        print_text(f"  … {len(named) - SHOWN}")
    print_text(say.say("would-import" if preview else "imported", **told))
    if put:
        print_text(say.say("set-aside", file=put))
