"""An entry in words: each of its fields as a question and its answer."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import NamedTuple

from dedere.desk.acts.choices import words_of
from dedere.desk.acts.labels import label
from dedere.desk.frame.tags import day, instant
from dedere.desk.wording import say
from dedere.docket.entries import Charge, Entry

# What the page shows elsewhere, or what is a machine's text.
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
        if (words := value_in_words(name, value, charges or {}))
    ]


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
