"""From the fields of an entry to the fields of its form: what a person is asked when they record an act."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, get_type_hints

from django import forms

from dedere.desk.acts.choices import Choices
from dedere.desk.acts.inputs import ChargesField, LinesField, TickField, YesNoField
from dedere.desk.acts.labels import label
from dedere.desk.wording import say
from dedere.docket.entries import Charge, Entry

Choose = Callable[[str, str], "Choices | None"]  # entry and field to the choices there are

# Long text is asked for in a box of several rows; everything else fits on a line.
_LONG = frozenset(
    {"reason", "reasons", "note", "text", "terms", "report", "answer", "holds", "conditions", "grounds"}
)


def fields_of(entry: type[Entry], choose: Choose, fixed: Mapping[str, object]) -> dict[str, forms.Field]:
    """Return a form field for each field of ``entry`` that is not ``fixed`` already, in the entry's order."""
    hints = get_type_hints(entry)
    return {
        field.name: _field(entry, field, hints[field.name], choose(entry.code, field.name))
        for field in dataclasses.fields(entry)  # type: ignore[arg-type]
        if field.name not in fixed
    }


def entry_from(kind: type[Entry], values: Mapping[str, Any]) -> Entry:
    """Return the entry that cleaned values make; what was left empty keeps the entry's own default."""
    defaulted = {
        field.name
        for field in dataclasses.fields(kind)  # type: ignore[arg-type]
        if field.default is not dataclasses.MISSING
    }
    return kind(
        **{
            name: value
            for name, value in values.items()
            if not (name in defaulted and value in (None, "", ()))
        }
    )


def _field(
    entry: type[Entry], field: dataclasses.Field[Any], hint: Any, choices: Choices | None
) -> forms.Field:
    required = field.default is dataclasses.MISSING and field.default_factory is dataclasses.MISSING
    made = _make(entry, field.name, hint, choices, required)
    made.widget.attrs.setdefault("autocomplete", "off")
    if not required and field.default not in ("", (), None):
        made.initial = field.default
    made.error_messages["required"] = say("acts.error-required")
    return made


def _make(entry: type[Entry], name: str, hint: Any, choices: Choices | None, required: bool) -> forms.Field:
    asked = label(entry.code, name)
    if choices is not None:
        return _choice(asked, hint, choices, required)
    if hint == tuple[Charge, ...]:
        # Charges of a consent to another prosecution must not take the numbers of the request's own.
        prefix = "" if entry.code == "charges-stated" else "S"
        return ChargesField(label=asked, prefix=prefix, required=required)
    if hint == tuple[str, ...]:
        return LinesField(label=asked, required=required, help_text=say("acts.lines-hint"))
    if hint is bool:
        return YesNoField(label=asked, required=required)
    if hint == bool | None:
        return YesNoField(label=asked, may_be_unknown=True)
    if hint in (date, date | None):
        return forms.DateField(
            label=asked, required=required, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
        )
    if hint is int:
        return forms.IntegerField(label=asked, required=required, min_value=0)
    return _text(asked, name, required)


def _text(asked: str, name: str, required: bool) -> forms.Field:
    if name in _LONG:
        box = forms.Textarea(attrs={"rows": 3})
        return forms.CharField(label=asked, required=required, widget=box, help_text=say("acts.read-by-all"))
    return forms.CharField(label=asked, required=required, max_length=300)


def _choice(asked: str, hint: Any, choices: Choices, required: bool) -> forms.Field:
    if hint == tuple[str, ...]:
        return TickField(label=asked, required=required, choices=choices.rows)
    rows = [("", say("acts.choose")), *choices.rows]
    if hint is int:
        return forms.TypedChoiceField(label=asked, required=required, choices=rows, coerce=int)
    return forms.ChoiceField(label=asked, required=required, choices=rows)
