"""The value of a fact: asked for in the type that the law's vocabulary declares."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms

from dedere.desk.acts.choices import Row
from dedere.desk.acts.inputs import YesNoField
from dedere.desk.acts.labels import label
from dedere.desk.wording import code
from dedere.docket.case import Case
from dedere.law.vocabulary import Fact


class DayValue(forms.DateField):
    """A day, kept in an entry as ISO text."""

    def clean(self, value: Any) -> str:
        """Return ``2013-09-01``."""
        day: date = super().clean(value)
        return day.isoformat()


def value_field(fact: Fact) -> forms.Field:
    """Return the form field that asks for one fact's value."""
    asked = code("fact", fact.name)
    match fact.type:
        case "yes-no":
            return YesNoField(label=asked)
        case "date":
            return DayValue(label=asked, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"))
        case "code":
            return forms.ChoiceField(label=asked, choices=_codes(fact), widget=forms.RadioSelect)
        case _:
            return forms.IntegerField(label=asked, min_value=0, help_text=code("unit", fact.unit))


def charge_field(fact: Fact, case: Case) -> forms.Field:
    """Return the field that asks which charge the fact is about; hidden for a fact of person or request."""
    if fact.about != "charge":
        return forms.CharField(required=False, widget=forms.HiddenInput)
    rows = [(charge.id, f"{charge.id}. {charge.title}") for charge in case.charges]
    return forms.ChoiceField(label=label("fact-established", "charge"), choices=rows)


def _codes(fact: Fact) -> list[Row]:
    return [(value, code("answer", f"{fact.name}.{value}")) for value in fact.codes]
