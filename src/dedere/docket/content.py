"""Whether an act's content is complete: each field of its entry filled, of its kind, and readable."""

from __future__ import annotations

import dataclasses
import re
from datetime import date, datetime
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin

from dedere.docket.choices import CHOICES
from dedere.docket.entries import Entry
from dedere.docket.entries.line import code_of
from dedere.docket.first import first
from dedere.docket.text import hints
from dedere.words import Refused

# Fields that hold a State's code, or several.
STATES = frozenset(
    {
        ("case-opened", "requesting"),
        ("case-opened", "requested"),
        ("other-request-recorded", "asking"),
        ("other-request-recorded", "committed_in"),
        ("handover-planned", "giving"),
        ("handover-planned", "receiving"),
        ("accord", "between"),
        ("accord", "by"),
        ("accord", "beneficiary"),
        ("attendant", "state"),
        ("position-stated", "side"),
        ("position-published", "side"),
        ("text-signed", "side"),
        ("signature-published", "side"),
        ("event-opened", "giving"),
        ("event-opened", "receiving"),
        ("claim-confirmed", "party"),
    }
)
_PAIRS = {
    "case-opened": ("requesting", "requested"),
    "handover-planned": ("giving", "receiving"),
    "event-opened": ("giving", "receiving"),
}
_STATE = re.compile(r"[A-Z]{2}")


def incomplete(entry: Entry) -> Refused | None:
    """Return why the entry cannot be recorded as it stands, naming the field; None when it can."""
    return first(check(entry) for check in (_parts, _same_state))


def _parts(part: Any) -> Refused | None:
    """Check a dataclass field by field; those without a default must be filled."""
    code = code_of(type(part).__name__)
    kinds = hints(type(part))
    return first(
        _field(code, field.name, kinds[field.name], getattr(part, field.name), _needed(field))
        for field in dataclasses.fields(part)
    )


def _needed(field: dataclasses.Field[Any]) -> bool:
    return field.default is dataclasses.MISSING and field.default_factory is dataclasses.MISSING


def _field(code: str, name: str, kind: Any, value: Any, needed: bool) -> Refused | None:
    if needed and (value is None or value in ("", ()) or (isinstance(value, str) and not value.strip())):
        return _refused("content-missing", name)
    if not _fits(kind, value):
        return _refused("content-wrong", name)
    if value and not _chosen(code, name, value):
        return _refused("content-not-a-choice", name)
    return _inside(value)


def _fits(kind: Any, value: Any) -> bool:
    """Whether a value is of the declared kind: exactly, so that yes is no number and text is readable."""
    if get_origin(kind) is tuple:
        return isinstance(value, tuple) and all(_fits(get_args(kind)[0], each) for each in value)
    if get_origin(kind) in (Union, UnionType):
        return any(_fits(each, value) for each in get_args(kind))
    if kind is NoneType:
        return value is None
    if kind is str:
        return isinstance(value, str) and _writable(value)
    if kind is date:
        return isinstance(value, date) and not isinstance(value, datetime)
    return type(value) is kind


def _writable(text: str) -> bool:
    """Whether every database can store the text; half a surrogate pair or a NUL it cannot."""
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return "\0" not in text


def _chosen(code: str, name: str, value: Any) -> bool:
    if (code, name) in STATES:
        return all(_STATE.fullmatch(each) for each in (value if isinstance(value, tuple) else (value,)))
    return value in CHOICES.get((code, name), (value,))


def _inside(value: Any) -> Refused | None:
    """Look into a part and into a list: no empty texts, and parts complete in themselves."""
    for each in value if isinstance(value, tuple) else (value,) if dataclasses.is_dataclass(value) else ():
        if dataclasses.is_dataclass(each) and (refused := _parts(each)) is not None:
            return refused
        if isinstance(each, str) and not each.strip():
            return _refused("content-missing", "item")
    return None


def _same_state(entry: Entry) -> Refused | None:
    """A State neither asks itself nor hands over to itself."""
    pair = {str(getattr(entry, name)) for name in _PAIRS.get(entry.code, ())}
    return Refused(code="same-state", facts={"state": pair.pop()}) if len(pair) == 1 else None


def _refused(code: str, field: str) -> Refused:
    return Refused(code=code, facts={"field": field})
