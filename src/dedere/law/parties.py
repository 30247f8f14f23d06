"""Who is bound, from when to when, and what each State reserved or declared."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from dedere.law.articles import Articles
from dedere.law.clauses import read_clause, read_sources
from dedere.law.instrument import Clause, Party, Reservation
from dedere.law.shelf import Shelf, UnreadableTreaty, Written
from dedere.law.table import Table, parse

EFFECTS = ("leaves-out", "changes", "declares")
MOST_PARTIES = 400
MOST_RESERVATIONS = 400
FIXED = ("id", "kind", "article")


@dataclass(frozen=True, slots=True, kw_only=True)
class Bound:
    """The parties with their days, and their reservations."""

    parties: tuple[Party, ...] = ()
    reservations: tuple[Reservation, ...] = ()


def read_bound(
    table: Table, written: Written, shelf: Shelf, articles: Articles, days: tuple[date | None, date | None]
) -> Bound:
    """Read ``parties`` and ``[[reservation]]`` of an instrument, and its ``parties.toml``.

    ``days`` are the first on which it is in force and the first on which it no longer is; States
    listed in the instrument are bound from the one to the other.
    """
    since, until = days
    listed = table.states("parties", ())
    if listed and written.parties:
        table.refuse("parties.toml lists the parties already", "remove them here", "parties")
    parties = [Party(state=each, since=since, until=until) for each in listed] if since else []
    rows = list(table.tables("reservation", "state"))
    if written.parties:
        where = written.where.replace("instrument.toml", "parties.toml")
        beside, _ = parse(where, written.parties, UnreadableTreaty)
        parties += _parties(beside, shelf, since, until)
        rows += beside.tables("reservation", "state")
        beside.close()
    if len(rows) > MOST_RESERVATIONS:
        table.refuse("too many reservations", f"keep them under {MOST_RESERVATIONS}", "reservation")
    states = {party.state for party in parties}
    made = tuple(
        _reservation(row, place, states, shelf, articles, table.word("id"))
        for place, row in enumerate(rows, 1)
    )
    _one_at_a_time(rows, made)
    return Bound(parties=tuple(parties), reservations=made)


def _parties(table: Table, shelf: Shelf, since: date | None, until: date | None) -> list[Party]:
    found: list[Party] = []
    rows = table.tables("party", "state")
    if len(rows) > MOST_PARTIES:
        table.refuse("too many parties", f"keep them under {MOST_PARTIES}", "party")
    for row in rows:
        party = Party(
            state=row.state("state"),
            since=row.day("from"),
            until=row.day("until", until),
            sources=read_sources(row, "source", shelf.sources),
            checked=row.word("checked", ""),
        )
        row.close()
        if since is None or party.since < since:
            row.refuse(
                f"{party.state} is bound before the instrument is in force",
                f"write a day from {since or 'its in_force'} on",
                "from",
            )
        if any(_overlap(party, other) for other in found if other.state == party.state):
            row.refuse(f"{party.state} is bound already on that day", "let its times not overlap", "from")
        found.append(party)
    return found


def _overlap(one: Party, other: Party) -> bool:
    return _meet((one.since, one.until), (other.since, other.until))


Span = tuple[date, date | None]


def _meet(one: Span, other: Span) -> bool:
    (a, a_end), (b, b_end) = one, other
    return (b_end is None or a < b_end) and (a_end is None or b < a_end)


def _reservation(
    row: Table, place: int, states: Iterable[str], shelf: Shelf, articles: Articles, name: str
) -> Reservation:
    state, effect = row.state("state"), row.code("effect", EFFECTS)
    if state not in states:
        row.refuse(f"{state} is no party", "list it as a party, or mend the code", "state")
    clauses = _touched(row, articles)
    if not clauses and effect != "declares":
        row.refuse("it touches no clause", 'write clause = "…", or article = "…"', "clause")
    reservation = Reservation(
        id=f"{state}-{place}",
        state=state,
        clauses=clauses,
        effect=effect,
        text=row.text("text"),
        made=row.day("made"),
        withdrawn=row.day("withdrawn", None),
        reciprocal=row.flag("reciprocal", False),
        instead=_instead(row, effect, clauses, shelf, articles, name),
        sources=read_sources(row, "source", shelf.sources),
        checked=row.word("checked", ""),
    )
    row.close()
    return reservation


def _touched(row: Table, articles: Articles) -> tuple[str, ...]:
    clause, article = row.word("clause", ""), row.word("article", "")
    known = articles.by_id()
    if clause and article:
        row.refuse("it names a clause and an article", "keep one of the two", "article")
    if clause and clause not in known:
        row.refuse(f"there is no clause {clause!r}", "name a clause of the instrument", "clause")
    of_article = tuple(each.id for each in articles.clauses if article in each.citation.article.split(", "))
    if article and not of_article:
        row.refuse(f"no clause is of article {article}", "write it as the clause does", "article")
    return (clause,) if clause else of_article


def _instead(
    row: Table, effect: str, clauses: tuple[str, ...], shelf: Shelf, articles: Articles, name: str
) -> Mapping[str, Clause]:
    inner = row.table("values")
    values = inner.rows()
    if bool(values) != (effect == "changes"):
        row.refuse(
            "a reservation that changes a clause, and no other, gives the values that it changes",
            'write effect = "changes" and [reservation.values]',
            "values",
        )
    for key in FIXED:
        if key in values:
            inner.refuse(f"{key!r} is not open to a reservation", "leave the clause out instead", key)
    known = articles.by_id()
    return {
        each: read_clause(known[each].again(inner.where, values), name, shelf.facts, shelf.sources)
        for each in (clauses if values else ())
    }


def _one_at_a_time(rows: list[Table], made: tuple[Reservation, ...]) -> None:
    """Refuse two reservations of one State on one clause that stand on one day."""
    for place, one in enumerate(made):
        for other in made[:place]:
            same = one.state == other.state and set(one.clauses) & set(other.clauses)
            weighty = "declares" not in (one.effect, other.effect)
            if same and weighty and _meet((one.made, one.withdrawn), (other.made, other.withdrawn)):
                rows[place].refuse(
                    f"{one.state} has reserved that clause already",
                    "make them one, or give the first a day of withdrawal",
                    "made",
                )
