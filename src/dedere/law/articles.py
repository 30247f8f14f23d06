"""The clauses of an instrument: those taken over from its base, and its own, with the brackets chosen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import partial
from itertools import product

from dedere.law.clauses import read_clause, same_place
from dedere.law.instrument import Clause
from dedere.law.option import Choices, Chosen, Options, first, read_choices, read_options
from dedere.law.shelf import Shelf, UnreadableTreaty
from dedere.law.table import Table, parse

MOST_CLAUSES = 400
MOST_BRACKETS = 3


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Articles:
    """What an instrument provides: its clauses, each with the table it was read from, and its options."""

    tables: tuple[Table, ...]
    clauses: tuple[Clause, ...]
    options: Options
    based_on: str

    def by_id(self) -> Mapping[str, Table]:
        """The table of each clause."""
        return {clause.id: table for clause, table in zip(self.clauses, self.tables, strict=True)}


def read_articles(table: Table, name: str, shelf: Shelf, *, model: bool) -> Articles:
    """Read base and own clauses.

    A model's own brackets stand at their first choice, and each choice must be readable. Any other
    instrument chooses under ``[choose]``.
    """
    taken, choices, based_on = _opened(table, shelf, model=model)
    found = tuple(each.again(brackets=choices) for each in (*taken, *table.tables("clause")))
    if len(found) > MOST_CLAUSES:
        table.refuse(f"{len(found)} clauses are too many", f"keep it under {MOST_CLAUSES}", "clause")
    clauses = tuple(read_clause(each.again(), name, shelf.facts, shelf.sources) for each in found)
    _each_once(found, clauses)
    _calendars_exist(found, clauses, shelf)
    _options_serve(table, choices)
    if model:
        clauses = tuple(map(partial(_versions, choices=choices, shelf=shelf), found, clauses))
    return Articles(tables=found, clauses=clauses, options=choices.options, based_on=based_on)


def brackets(table: Table, shelf: Shelf) -> Choices:
    """What stands for the brackets of an instrument's clauses."""
    return _opened(table, shelf, model=table.word("layer", "") == "model")[1]


def _opened(table: Table, shelf: Shelf, *, model: bool) -> tuple[tuple[Table, ...], Choices, str]:
    """The base's clauses, the choices for every bracket, and the base's id."""
    own, based_on = read_options(table), table.word("based_on", "")
    taken, theirs = _base(table, based_on, shelf)
    options = {**theirs, **own}
    if len(options) < len(own) + len(theirs):
        table.refuse("an option has the name of one of the base", "rename it", "option")
    return taken, Choices(options, _made(table, options, model=model)), based_on


def _made(table: Table, options: Options, *, model: bool) -> Chosen:
    if model and table.holds("choose"):
        table.refuse("a model chooses nothing", "leave the choice to those who use it", "choose")
    return first(options) if model else read_choices(table, options)


def _base(table: Table, based_on: str, shelf: Shelf) -> tuple[tuple[Table, ...], Options]:
    left_out = table.words("leave_out", ())
    if not based_on:
        if left_out:
            table.refuse("nothing is there to leave out", 'write based_on = "…", or remove it', "leave_out")
        return (), {}
    if based_on not in shelf.written:
        table.refuse(f"{based_on!r} is no instrument of the library", "name one that is", "based_on")
    base, _ = parse(shelf.written[based_on].where, shelf.written[based_on].raw, UnreadableTreaty)
    if base.holds("based_on"):
        table.refuse(f"{based_on!r} rests on another instrument itself", "name that one", "based_on")
    rows = {each.word("id"): each for each in base.tables("clause")}
    for clause in left_out:
        if clause not in rows:
            table.refuse(f"{based_on} has no clause {clause!r}", "name one that it has", "leave_out")
    # That the model's clause was checked says nothing of the text that took it over.
    kept = tuple(
        each.again(f"{table.where}: based on {each.where}", {"checked": ""})
        for clause, each in rows.items()
        if clause not in left_out
    )
    return kept, read_options(base)


def _options_serve(table: Table, choices: Choices) -> None:
    for name in (*choices.options, *choices.made):
        if name not in choices.used and (name in choices.made or not choices.made):
            table.refuse(
                f"the option {name!r} stands in no clause",
                f'write {{ option = "{name}" }} for the value it leaves open, or remove it',
                "option",
            )


def _versions(table: Table, clause: Clause, *, choices: Choices, shelf: Shelf) -> Clause:
    """A model's clause with what it comes to by each choice; each must be readable."""
    named = [choices.options[option] for option in clause.brackets]
    if len(named) > MOST_BRACKETS:
        table.refuse(f"it rests on more than {MOST_BRACKETS} options", "make it several clauses", "id")
    versions = {}
    for made in product(*(option.choices for option in named)):
        other = Choices(choices.options, dict(zip(clause.brackets, made, strict=True)))
        read = read_clause(
            table.again(brackets=other), clause.citation.instrument, shelf.facts, shelf.sources
        )
        versions[made] = read
    return replace(clause, versions=versions if named else {})


def _each_once(tables: tuple[Table, ...], clauses: tuple[Clause, ...]) -> None:
    ids: set[str] = set()
    places: set[tuple[object, ...]] = set()
    for table, clause in zip(tables, clauses, strict=True):
        if clause.id in ids:
            table.refuse(f"the id {clause.id!r} is taken", "give each clause an id of its own", "id")
        if same_place(clause) in places:
            table.refuse(
                f"article {clause.citation.article} has a clause of kind {clause.kind} already",
                "keep one of the two, or tell them apart by stage, direction or from",
                "article",
            )
        ids.add(clause.id)
        places.add(same_place(clause))


def _calendars_exist(tables: tuple[Table, ...], clauses: tuple[Clause, ...], shelf: Shelf) -> None:
    for table, clause in zip(tables, clauses, strict=True):
        named = clause.clock.calendar if clause.clock else ""
        if named and named not in shelf.calendars:
            known = ", ".join(sorted(shelf.calendars)) or "none"
            table.refuse(f"the calendar {named!r} is not known", f"write one of: {known}", "calendar")
