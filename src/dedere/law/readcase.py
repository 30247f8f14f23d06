"""A case file in TOML becomes a case for the law room, or an exact complaint."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from dedere.law.assessment import Effect
from dedere.law.assurances.read import read_assurances
from dedere.law.bounds import is_day
from dedere.law.casefile import CaseFile, ChargeFacts, Event, Facts, Known
from dedere.law.competing.read import read_requests
from dedere.law.expect import Expectation
from dedere.law.library import library
from dedere.law.stands import NEXT, STANDINGS
from dedere.law.table import Table, open_table, parse
from dedere.law.vocabulary import Vocabulary
from dedere.law.worksheet.element import read_elements
from dedere.words import Finding, Unreadable

ROUTES = (
    "treaty-extradition",
    "simplified-extradition",
    "temporary-surrender",
    "national-security-transfer",
    "deportation",
    "sentence-transfer",
)
OFFICES = ("", "executive", "court")
STATES = ("not-started", "running", "paused", "stopped", "expired", "not-covered")


class UnreadableCase(Unreadable):
    """A case file that cannot be read: which file, which key, and the remedy."""


def read_case(path: Path, facts: Vocabulary | None = None) -> CaseFile:
    """Read the one case of a file; raises UnreadableCase.

    ``facts`` is the vocabulary; the packaged one where it is left out.
    """
    table, _ = open_table(path, UnreadableCase)
    return _only(table, facts)[0]


def parse_case(where: str, raw: bytes, facts: Vocabulary | None = None) -> CaseFile:
    """Read the one case of some bytes, such as an upload; ``where`` names them in complaints."""
    return _only(parse(where, raw, UnreadableCase)[0], facts)[0]


def case_files(*folders: Path) -> tuple[Path, ...]:
    """Every case file in the folders and below them, in the order of their names."""
    return tuple(path for folder in folders for path in sorted(folder.rglob("*.toml")))


def read_expectations(path: Path) -> tuple[Expectation, ...]:
    """Every ``[[expect]]`` of a file, of all its cases."""
    return tuple(expected for _, wanted in read_cases(path) for expected in wanted)


def read_cases(
    path: Path, facts: Vocabulary | None = None
) -> tuple[tuple[CaseFile, tuple[Expectation, ...]], ...]:
    """Read a file of one case, or of several under ``[[case]]``, each with what it expects."""
    table, _ = open_table(path, UnreadableCase)
    if "case" not in table.rows():
        table, _ = open_table(path, UnreadableCase)
        return (_only(table, facts),)
    found = tuple(_case(row, facts or library().facts) for row in table.tables("case"))
    for row in table.rows():
        if row != "case":
            table.refuse(f"{row!r} stands beside [[case]]", "put it into the case it belongs to", row)
    return found


def _only(table: Table, facts: Vocabulary | None) -> tuple[CaseFile, tuple[Expectation, ...]]:
    return _case(table, facts or library().facts)


def _case(table: Table, facts: Vocabulary) -> tuple[CaseFile, tuple[Expectation, ...]]:
    charges = tuple(_charge(row, facts) for row in table.tables("charge"))
    case = CaseFile(
        id=table.word("id"),
        title=table.text("title", {}),
        source=table.word("source", ""),
        requesting=table.state("requesting"),
        requested=table.state("requested"),
        on=table.day("on"),
        route=table.code("route", ROUTES),
        facts=_facts(table.table("facts"), facts, ("person", "request", "charge")),
        charges=charges,
        events=tuple(_event(row) for row in table.tables("event", "kind")),
        requests=read_requests(table, "request"),
        as_if=table.words("as_if", ()),
        choose=tuple(_choices(table.table("choose"))),
        assurances=read_assurances(table, "assurance", [charge.id for charge in charges]),
    )
    expected = tuple(_expectation(row) for row in table.tables("expect", "article"))
    table.word("note", "")
    table.close()
    for instrument, option, _ in case.choose:
        if instrument not in case.as_if:
            table.refuse(
                f"{option!r} is chosen for {instrument}, which is not taken as if in force",
                f'write as_if = ["{instrument}"], or remove the choice',
                "choose",
            )
    ids = [charge.id for charge in case.charges]
    if len(set(ids)) < len(ids):
        table.refuse("two charges have one id", "give each charge an id of its own", "charge")
    return case, expected


def _choices(table: Table) -> Iterator[tuple[str, str, bool | int | str]]:
    for instrument in table.rows():
        for option, value in table.table(instrument).rows().items():
            if not isinstance(value, bool | int | str):
                table.refuse(f"{value!r} is no choice", "write a number, a text, true or false", option)
            yield instrument, option, value


def _charge(table: Table, facts: Vocabulary) -> ChargeFacts:
    charge = ChargeFacts(
        id=table.word("id"),
        title=table.word("title", ""),
        facts=_facts(table.table("facts"), facts, ("charge",)),
        iccs=table.code("iccs", ("", *library().crimes.crimes), ""),
        group=table.code("group", ("", *library().groups()), ""),
        elements=read_elements(table, "element"),
    )
    table.close()
    return charge


def _facts(table: Table, vocabulary: Vocabulary, about: tuple[str, ...]) -> Facts:
    return {name: _known(table, name, row, vocabulary, about) for name, row in table.rows().items()}


def _known(table: Table, name: str, row: Any, vocabulary: Vocabulary, about: tuple[str, ...]) -> Known:
    fact = vocabulary.get(name)
    if fact is None:
        table.refuse(f"the fact {name!r} is not in the vocabulary", "use a fact of facts.toml", name)
    if fact.about not in about:
        table.refuse(f"{name!r} is a fact of the {fact.about}", "write it under the case's [facts]", name)
    value: Any = row["value"] if isinstance(row, dict) and "value" in row else row
    sources = _sources(table, name, row) if isinstance(row, dict) else ()
    if not fact.accepts(value):
        table.refuse(f"{value!r} is no value of this fact", f"write {fact.wants()}", name)
    return Known(value=value, sources=sources)


def _sources(table: Table, name: str, row: Mapping[str, Any]) -> tuple[str, ...]:
    inner = Table(f"{table.where}: {name}", row, UnreadableCase)
    inner.take("value", lambda value: not isinstance(value, dict | list), "the fact's value")
    source = inner.take("source", lambda v: isinstance(v, str | list), "a source, or a list of them", [])
    inner.close()
    found = [source] if isinstance(source, str) else source
    if not all(isinstance(each, str) and each for each in found):
        inner.refuse("a source is not a text", 'write source = "…"', "source")
    return tuple(found)


def _is_moment(value: object) -> bool:
    return is_day(value.date() if isinstance(value, datetime) else value)


def _event(table: Table) -> Event:
    at = table.take("at", _is_moment, "a date, or an instant with its zone")
    if isinstance(at, datetime) and at.tzinfo is None:
        table.refuse(
            f"{at.isoformat()} has no zone",
            f"write the zone, such as {at.isoformat()}-06:00, or the date alone",
            "at",
        )
    event = Event(
        kind=table.word("kind"),
        at=at,
        office=table.code("office", OFFICES, ""),
        charge=table.word("charge", ""),
        sources=table.words("source", ()),
    )
    table.close()
    return event


def _expectation(table: Table) -> Expectation:
    needs = table.take("needs", _are_needs, "a list of lists of facts", None)
    cures = table.take("cures", _are_facts, "a list of facts", None)
    expected = Expectation(
        instrument=table.word("instrument", ""),
        article=table.word("article", ""),
        clause=table.word("clause", ""),
        kind=table.word("kind", ""),
        charge=table.word("charge", None),
        finding=table.code("finding", tuple(each.value for each in Finding), ""),
        effect=table.code("effect", tuple(each.value for each in Effect), ""),
        decider=table.take("decider", lambda v: isinstance(v, str), "a decider", None),
        needs=None if needs is None else frozenset(map(frozenset, needs)),
        cures=None if cures is None else frozenset(cures),
        beside=table.word("beside", ""),
        checked=table.flag("checked", None),
        standing=table.code("standing", STANDINGS, ""),
        in_force=table.flag("in_force", None),
        next=table.code("next", (*NEXT, ""), None),
        rule=table.word("rule", ""),
        state=table.code("state", STATES, ""),
        expiry=table.word("expiry", ""),
        day=table.whole("day", None),
        of=table.whole("of", None),
        due=table.day("due", None),
        start=table.day("start", None),
        stopped_on=table.day("stopped_on", None),
        length_unit=table.word("length_unit", ""),
        says=table.take("says", lambda v: isinstance(v, dict), "values of the clause", {}),
    )
    table.close()
    if expected == Expectation(instrument=expected.instrument, charge=expected.charge):
        table.refuse("nothing is expected", "say what: a finding, a clock's state, a standing", "")
    return expected


def _are_facts(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(fact, str) for fact in value)


def _are_needs(value: object) -> bool:
    return isinstance(value, list) and all(_are_facts(need) for need in value)
