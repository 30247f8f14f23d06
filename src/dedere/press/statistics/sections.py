"""What stands on each page: tables with their words, bars and rows, ready to be set."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from dedere.press.statistics.chart import Chart, chart
from dedere.press.statistics.said import Said
from dedere.tally.release import Duration, Published, Release
from dedere.tally.route import Operation
from dedere.tally.tables import ALL
from dedere.words import Source

Rows = tuple[tuple[str, ...], ...]
# Which tables stand on which page, in order.
PAGES: Mapping[str, tuple[str, ...]] = {
    "index": ("handovers-by-year", "requests-by-stage"),
    "requests": ("requests-by-year", "requests-by-direction", "requests-by-stage", "refusals", "consent"),
    "handovers": ("handovers-by-year", "handovers-by-direction", "aftercare"),
    "durations": ("decisions-timed", "surrenders-timed"),
    "assurances": ("assurances",),
    "method": (),
}
# Of these the columns tell more than the rows: a bar for each year.
_BY_COLUMN = frozenset({"opened", "handed_over"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """One table of a page: head, rows (the first cell names the row), bars, and its file."""

    id: str
    title: str
    note: str
    head: tuple[str, ...]
    rows: Rows
    file: str
    hidden: bool = False
    withheld: bool = False
    chart: Chart | None = None
    bars: str = ""


def section(published: Published, say: Said) -> Section:
    """Return a table of counts as a section."""
    laid = published.laid
    name, told = laid.table.name, laid.table
    values = tuple(published.values.values())
    drawn = _totals(published, say)
    return Section(
        id=name,
        title=say.say(f"statistics-table.{name}"),
        note=say.say(f"statistics-note.{name}"),
        head=(
            say.say(f"statistics-head.{told.rows}"),
            *(say.key(told.columns, key) for key in (*laid.columns, ALL)),
        ),
        rows=tuple(
            (
                say.key(told.rows, row),
                *(say.count(published.value(row, column)) for column in (*laid.columns, ALL)),
            )
            for row in (*laid.rows, ALL)
        )
        if laid.rows
        else (),
        file=f"{name}.csv",
        hidden=None in values,
        withheld=published.withheld and bool(laid.rows),
        chart=chart(drawn) if drawn else None,
        bars=say.say(
            "statistics.chart-said", rows="; ".join(f"{label}: {count}" for label, count, _ in drawn)
        ),
    )


def _totals(published: Published, say: Said) -> list[tuple[str, str, int | None]]:
    laid = published.laid
    by_column = laid.table.columns in _BY_COLUMN
    told = laid.table.columns if by_column else laid.table.rows
    values = [
        (key, published.value(ALL, key) if by_column else published.value(key, ALL))
        for key in (laid.columns if by_column else laid.rows)
    ]
    return [(say.key(told, key), say.count(value), value) for key, value in values]


def medians(release: Release, say: Said) -> Section:
    """Return the medians as a section."""
    head = ("what", "track", "number", "median", "interval")
    return Section(
        id="medians",
        title=say.say("statistics-table.medians"),
        note=say.say("statistics-note.medians"),
        head=tuple(say.say(f"statistics-head.{each}") for each in head),
        rows=tuple(_median(each, say) for each in release.durations),
        file="medians.csv",
    )


def _median(told: Duration, say: Said) -> tuple[str, ...]:
    lead = (say.say(f"statistics-median.{told.what}"), say.key("track", told.track))
    middle = told.middle
    if middle is None:
        return (*lead, say.say("statistics-median.not-published"), "", "")
    return (*lead, say.count(middle.number), f"{middle.median:g}", _interval(told, say))


def _interval(told: Duration, say: Said) -> str:
    middle = told.middle
    if middle is None or middle.coverage is None:
        return say.say("statistics-median.no-interval")
    coverage = f"{middle.coverage * 100:.1f}"
    return say.say("statistics-median.interval", least=middle.least, most=middle.most, coverage=coverage)


def operations(release: Release, sources: Mapping[str, Source], say: Said) -> Section:
    """Return the published handovers as a section."""
    return Section(
        id="operations",
        title=say.say("statistics-table.operations"),
        note=say.say("statistics-note.operations", least=release.rule.least),
        head=tuple(say.say(f"statistics-head.{each}") for each in ("on", "states", "number", "sources")),
        rows=tuple(_operation(each, sources, say) for each in release.operations),
        file="operations.csv",
        chart=chart(
            [(say.day(each.on), say.count(each.persons), each.persons) for each in release.operations]
        )
        if release.operations
        else None,
        bars=say.say(
            "statistics.chart-said",
            rows="; ".join(f"{say.day(each.on)}: {each.persons}" for each in release.operations),
        ),
    )


def _operation(told: Operation, sources: Mapping[str, Source], say: Said) -> tuple[str, ...]:
    return (
        say.day(told.on),
        f"{say.state(told.giving)} → {say.state(told.receiving)}",
        say.count(told.persons),
        "; ".join(_told_by([sources[each] for each in told.sources if each in sources], say)),
    )


def _told_by(sources: Sequence[Source], say: Said) -> Iterator[str]:
    """Say who told of it, those who stand alike near to it together."""
    for tier in sorted({each.tier for each in sources}):
        outlets = ", ".join(f"{each.outlet} ({each.date})" for each in sources if each.tier == tier)
        yield f"{say.say(f'source-tier.{tier}')}: {outlets}" if tier else outlets
