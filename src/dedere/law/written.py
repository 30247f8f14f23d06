"""An instrument's bytes become an instrument, or an exact complaint."""

from __future__ import annotations

from collections.abc import Mapping

from dedere.law.articles import Articles, read_articles
from dedere.law.clauses import read_sources
from dedere.law.instrument import Instrument
from dedere.law.parties import read_bound
from dedere.law.shelf import Shelf, UnreadableTreaty, Written, digest
from dedere.law.table import Table, parse

AGREED = ("treaty", "union", "convention")  # layers that bind by their parties
# A convention on crime at large adds to what surrender rests on; alone it leaves a State's own rules.
RESTS_ON = ("treaty", "union", "model")
LAYERS = (*AGREED, "statute", "constitution", "ruling", "model")


def read_instrument(written: Written, shelf: Shelf) -> Instrument:
    """Read an instrument against a shelf; its digest covers its files and those of its base."""
    return read_parsed(parse(written.where, written.raw, UnreadableTreaty)[0], written, shelf)


def read_parsed(table: Table, written: Written, shelf: Shelf) -> Instrument:
    """Read an instrument whose bytes were parsed into a table already."""
    name, layer = table.word("id"), table.code("layer", LAYERS)
    articles = read_articles(table, name, shelf, model=layer == "model")
    since, until = table.day("in_force", None), table.day("until", None)
    bound = read_bound(table, written, shelf, articles, (since, until))
    base = shelf.written[articles.based_on].raw if articles.based_on else b""
    instrument = Instrument(
        id=name,
        title=table.text("title"),
        short=table.text("short"),
        layer=layer,
        done=table.day("done"),
        in_force=since,
        until=until,
        bound=bound.parties,
        requested=table.state("requested", ""),
        requesting=table.state("requesting", ""),
        routes=table.words("routes"),
        authentic=table.words("authentic"),
        official=table.word("official"),
        sources=read_sources(table, "sources", shelf.sources),
        clauses=articles.clauses,
        digest=digest(written.raw, base, written.parties),
        amends=table.word("amends", ""),
        replaces=table.words("replaces", ()),
        based_on=articles.based_on,
        options=tuple(articles.options.values()),
        reservations=bound.reservations,
    )
    _binds_somebody(table, instrument)
    _stands_in_place(articles, instrument)
    table.close()
    return instrument


def _binds_somebody(table: Table, instrument: Instrument) -> None:
    own = [state for state in (instrument.requested, instrument.requesting) if state]
    parties = table.words("parties", ()) or instrument.parties
    agreed = instrument.layer in AGREED
    if instrument.layer == "model":
        for key in ("in_force", "until", "parties", "requested", "requesting"):
            if table.holds(key) or (key == "parties" and parties):
                table.refuse("a model is in force for nobody", f"remove {key}", key)
        return
    if agreed and (len(parties) < 2 or own):
        table.refuse(
            "a treaty binds its parties",
            'write parties = ["MX", "US"], or list them in parties.toml, and nothing else',
            "parties",
        )
    if not agreed and (parties or len(own) != 1):
        table.refuse(
            "a State's own law applies when that State asks, or is asked",
            'write requested = "MX" or requesting = "MX", and no parties',
            "requested",
        )
    if not agreed and instrument.in_force is None:
        table.refuse("'in_force' is missing", "write in_force = … (a date)", "in_force")


def _stands_in_place(articles: Articles, instrument: Instrument) -> None:
    for table, clause in zip(articles.tables, articles.clauses, strict=True):
        if clause.instead_of and not instrument.amends:
            table.refuse(
                "it stands in another clause's place, but its instrument amends none",
                'write amends = "…" at the head, or remove it',
                "instead_of",
            )


def agree_with(instrument: Instrument, others: Mapping[str, Instrument], where: str) -> None:
    """Refuse an instrument that amends or replaces what is not there; raises UnreadableTreaty."""
    for key, named in (("amends", instrument.amends), *(("replaces", each) for each in instrument.replaces)):
        if named and (named not in others or named == instrument.id):
            raise UnreadableTreaty(
                where=f"{where}: {key}",
                what=f"{named!r} is no other instrument of the library",
                remedy="name one that is",
            )
    for clause in instrument.clauses:
        for place in clause.instead_of:
            of, name = place_of(instrument, place)
            known = {each.id for each in others[of].clauses} if of in others else set()
            if name not in known:
                raise UnreadableTreaty(
                    where=f"{where}: {clause.id}, article {clause.citation.article}: instead_of",
                    what=f"{of} has no clause {name!r}",
                    remedy="name a clause of the amended instrument, or instrument:clause",
                )


def place_of(instrument: Instrument, place: str) -> tuple[str, str]:
    """Instrument and clause in whose place a protocol's clause stands."""
    of, colon, clause = place.rpartition(":")
    return (of if colon else instrument.amends), clause
