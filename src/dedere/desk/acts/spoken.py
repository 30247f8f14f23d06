"""An entry in words: each of its fields as a question and its answer."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import NamedTuple

from dedere.desk.acts.choices import words_of
from dedere.desk.acts.labels import label
from dedere.desk.frame.tags import day, instant
from dedere.desk.wording import code, say, state
from dedere.docket.entries import Charge, Entry, FactEstablished
from dedere.law.library import library

# What the page shows elsewhere, or what is a machine's text.
_STATES = frozenset({"requesting", "requested", "nationalities"})
_SILENT = frozenset({"proposed", "track_named", "leg", "case"})


class Spoken(NamedTuple):
    """One field of an entry: its name as a reader says it, and its value as words."""

    label: str
    value: str


def spoken(entry: Entry, charges: Mapping[str, Charge] | None = None) -> list[Spoken]:
    """Return the fields of ``entry`` that say something, in the entry's order."""
    fields = dataclasses.fields(entry)  # type: ignore[arg-type]
    named = ((field.name, getattr(entry, field.name)) for field in fields if field.name not in _SILENT)
    return [
        Spoken(label(entry.code, name), words)
        for name, value in named
        if (words := _of_fact(entry, name, value) or value_in_words(name, value, charges or {}))
    ]


def _of_fact(entry: Entry, name: str, value: object) -> str:
    """Return the words of a fact's value where it is a code or a day; empty otherwise."""
    if not isinstance(entry, FactEstablished) or name != "value" or not isinstance(value, str):
        return ""
    fact = library().facts.get(entry.fact)
    if fact and fact.type == "date":
        return day(date.fromisoformat(value))
    return code("answer", f"{entry.fact}.{value}") if fact and fact.type == "code" else value


def value_in_words(name: str, value: object, charges: Mapping[str, Charge]) -> str:
    """Return one value as words of the page's language; empty where there is nothing to say."""
    match value:
        case True:
            return say("acts.yes")
        case False:
            return say("acts.no")
        case datetime():
            return instant(value)
        case date():
            return day(value)
        case Charge():
            return f"{value.title} ({value.provision})" if value.provision else value.title
        case str() if name in _STATES:
            return state(value)
        case str() if name in {"charge", "charges"} and value in charges:
            return f"{value}. {charges[value].title}"
        case str():
            return words_of(name, value)
        case tuple():
            return "; ".join(_parts(name, value, charges))
        case _:
            return "" if value is None else str(value)


def _parts(name: str, values: Iterable[object], charges: Mapping[str, Charge]) -> Iterable[str]:
    return (value_in_words(name, value, charges) for value in values)
