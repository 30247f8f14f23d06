"""The ``[[request]]`` tables of a case file become requests, or an exact complaint."""

from __future__ import annotations

from typing import Any

from dedere.law.bounds import is_day
from dedere.law.competing.request import DEATH, LIFE, PURPOSES, Request, Wanted
from dedere.law.dialect import DAY, FLAG, NAME, STATE, TEXT, Schema, exact, listed
from dedere.law.table import Table


def read_requests(table: Table, key: str) -> tuple[Request, ...]:
    """Read every request of a case; the State whose case it is must be among those that ask."""
    found = tuple(_request(row) for row in table.tables(key))
    ids = [request.id for request in found]
    if len(set(ids)) < len(ids):
        table.refuse("two requests have one id", "give each request an id of its own", key)
    own = table.state("requesting")
    if found and own not in {request.state for request in found}:
        table.refuse(f"no request of {own} is among them", "write the request of this case too", key)
    return found


def _request(table: Table) -> Request:
    provisional = table.take(
        "provisional_on", _day_or_false, "a date, or false where none was asked for", None
    )
    request = Request(
        id=table.word("id"),
        state=table.state("state"),
        treaty=table.flag("treaty", None),
        received_on=table.day("received_on", None),
        provisional=None if provisional is None else provisional is not False,
        provisional_on=provisional or None,
        national=table.flag("national", None),
        re_extradition=table.flag("re_extradition", None),
        purpose=table.code("purpose", PURPOSES, ""),
        offences=tuple(_offence(row) for row in table.tables("offence")),
        sources=table.words("source", ()),
    )
    table.close()
    return request


def _offence(table: Table) -> Wanted:
    offence = Wanted(
        title=table.word("title", ""),
        place=table.state("place", ""),
        maximum=table.take("maximum", _penalty, f"whole months from 1, {LIFE!r} or {DEATH!r}", None),
    )
    table.close()
    return offence


def _day_or_false(value: Any) -> bool:
    return value is False or is_day(value)


def _penalty(value: Any) -> bool:
    if isinstance(value, str):
        return value in (LIFE, DEATH)
    return isinstance(value, int) and not isinstance(value, bool) and 0 < value < 10**15


def request_schema() -> Schema:
    """One ``[[request]]`` as a schema."""
    penalty = {"anyOf": [{"type": "integer", "minimum": 1}, {"enum": [LIFE, DEATH]}]}
    optional: Schema = {
        "treaty": FLAG,
        "received_on": DAY,
        "provisional_on": {"anyOf": [DAY, {"const": False}]},
        "national": FLAG,
        "re_extradition": FLAG,
        "purpose": {"enum": list(PURPOSES)},
        "offence": listed(exact({}, {"title": TEXT, "place": STATE, "maximum": penalty})),
        "source": listed(NAME),
    }
    return exact({"id": NAME, "state": STATE}, optional)
