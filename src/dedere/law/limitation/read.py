"""A file of limitation becomes a State's rules for each side of a request, or an exact complaint."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from dedere.law.clauses import read_sources
from dedere.law.limitation.rules import (
    MEASURES,
    STAGES,
    Brought,
    Complaint,
    Doubled,
    Gravest,
    Interruption,
    LimitationLaw,
    Renewed,
    Rule,
    Start,
    Stopped,
    Suspension,
    Term,
)
from dedere.law.logic import Always
from dedere.law.shelf import Shelf, UnreadableTreaty, digest
from dedere.law.table import Table, parse
from dedere.law.when import read_when
from dedere.words import Citation

SIDES = ("requesting", "requested")
ACTS = ("act-of-investigation", "extradition-sought")
Read = Callable[[Table, Shelf], dict[str, Any]]


def read_limitation(where: str, raw: bytes, shelf: Shelf) -> Mapping[str, LimitationLaw]:
    """Read one file twice: ``{side}`` in it stands for ``requesting``, then for ``requested``."""
    return {
        side: _law(parse(where, raw.replace(b"{side}", side.encode()), UnreadableTreaty)[0], side, raw, shelf)
        for side in SIDES
    }


def _law(table: Table, side: str, raw: bytes, shelf: Shelf) -> LimitationLaw:
    name = table.word("id")
    rules = tuple(_rule(row, name, shelf) for row in table.tables("rule"))
    law = LimitationLaw(
        id=name,
        state=table.state("state"),
        side=side,
        title=table.text("title"),
        short=table.text("short"),
        official=table.word("official"),
        read_in=table.word("read_in"),
        since=table.day("since"),
        scope=read_when(table, "scope", shelf.facts),
        rules=rules,
        digest=digest(raw),
    )
    table.close()
    _holds_together(table, law)
    return law


def _holds_together(table: Table, law: LimitationLaw) -> None:
    ids = [rule.id for rule in law.rules]
    for each in ids:
        if ids.count(each) > 1:
            table.refuse(f"the id {each!r} is taken", "give each rule an id of its own", "rule")
    if isinstance(law.scope, Always):
        table.refuse("nothing says which offences it reaches", 'write scope = "…"', "scope")
    if not law.of(Term) or not law.of(Start):
        table.refuse("a term and a start are needed", "write a [[rule]] of each kind", "rule")
    for rule in law.rules:
        if isinstance(rule, Interruption) and not set(rule.capped) <= set(ids):
            table.refuse("a capped term is no rule of this file", "name rules by their id", "capped")


def _rule(table: Table, law: str, shelf: Shelf) -> Rule:
    kind, read = _KINDS[table.code("kind", tuple(_KINDS))]
    rule = kind(
        id=table.word("id"),
        citation=Citation(instrument=law, article=table.word("article"), checked=table.word("checked", "")),
        text=table.text("text"),
        reading=table.text("reading", {}),
        sources=read_sources(table, "source", shelf.sources),
        when=read_when(table, "when", shelf.facts),
        since=table.day("since", None),
        stage=table.code("stage", STAGES, "accusation"),
        **read(table, shelf),
    )
    table.close()
    if rule.citation.checked and rule.citation.checked not in shelf.sources:
        table.refuse(f"{rule.citation.checked!r} is not in sources.toml", "add its address there", "checked")
    return rule


def _fact(table: Table, key: str, shelf: Shelf, kind: str, default: Any = ...) -> str:
    """The name of a fact of one type."""
    name = table.word(key, default)
    if name and (name not in shelf.facts or shelf.facts[name].type != kind):
        table.refuse(f"{name!r} is no {kind} fact", "declare it in facts.toml, or mend the name", key)
    return name


def _term(table: Table, shelf: Shelf) -> dict[str, Any]:
    found = {
        "months": table.whole("months", 0),
        "of": table.code("of", (*MEASURES, ""), ""),
        "quarter_more": table.flag("quarter_more", False),
        "unlimited": table.flag("unlimited", False),
        "running_while": _fact(table, "running_while", shelf, "yes-no", ""),
        "until": _fact(table, "until", shelf, "date", ""),
    }
    if bool(found["months"]) is found["unlimited"]:
        table.refuse("a term has a length or none", "write months = …, or unlimited = true", "months")
    return found


def _start(table: Table, shelf: Shelf) -> dict[str, Any]:
    names = table.words("at")
    for name in names:
        if name not in shelf.facts or shelf.facts[name].type != "date":
            table.refuse(f"{name!r} is no date fact", "name facts that are days", "at")
    if not names:
        table.refuse("no day is named", 'write at = ["offence-on"]', "at")
    return {"at": names}


def _suspension(table: Table, shelf: Shelf) -> dict[str, Any]:
    return {
        "begin": _fact(table, "begin", shelf, "date"),
        "ended": _fact(table, "ended", shelf, "yes-no"),
        "end": _fact(table, "end", shelf, "date"),
        "most_months": table.whole("most_months", 0),
        "most_months_if_early": table.whole("most_months_if_early", 0),
    }


def _interruption(table: Table, shelf: Shelf) -> dict[str, Any]:
    return {
        "by": table.codes("by", ACTS),
        "by_later": table.codes("by_later", ACTS, ()),
        "complete": _fact(table, "complete", shelf, "yes-no"),
        "capped": table.words("capped", ()),
    }


def _complaint(table: Table, shelf: Shelf) -> dict[str, Any]:
    return {
        "months": table.whole("months"),
        "months_without_knowledge": table.whole("months_without_knowledge"),
    }


_KINDS: Mapping[str, tuple[type[Rule], Read]] = {
    "term": (Term, _term),
    "start": (Start, _start),
    "brought": (Brought, lambda table, shelf: {}),
    "stopped": (Stopped, lambda table, shelf: {"at": _fact(table, "at", shelf, "date")}),
    "renewed": (Renewed, lambda table, shelf: {"months": table.whole("months")}),
    "suspension": (Suspension, _suspension),
    "doubled": (Doubled, lambda table, shelf: {"throughout": _fact(table, "throughout", shelf, "yes-no")}),
    "gravest": (Gravest, lambda table, shelf: {"of": _fact(table, "of", shelf, "count")}),
    "interruption": (Interruption, _interruption),
    "complaint": (Complaint, _complaint),
}
