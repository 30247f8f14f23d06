"""What an officer asks of a plan: how many, in how many waves, who goes or stays in any case."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django import forms
from django.http import QueryDict

from dedere.clerk.network.plans import Asked, Candidate, Lists
from dedere.desk.wording import code, count, say
from dedere.links.objective import Objective

MOST, WAVES, MONTHS = 60, 8, (1, 3, 6, 12)
USUAL = {"each": 5, "waves": 1, "months": 3, "objective": Objective.LARGEST.value}


class Wish(forms.Form):
    """Everything that a plan is asked; the address of the page holds it."""

    each = forms.IntegerField(min_value=1, max_value=MOST)
    waves = forms.TypedChoiceField(coerce=int)
    months = forms.TypedChoiceField(coerce=int)
    objective = forms.ChoiceField()
    fixed = forms.MultipleChoiceField(required=False)
    never = forms.MultipleChoiceField(required=False)

    def __init__(self, data: QueryDict, lists: Lists) -> None:
        self.lists = lists
        super().__init__(data if "each" in data else None, initial=USUAL, auto_id="p-%s")
        people = [(each.party.key, each.party.name) for each in lists.candidates]
        choices = {
            "waves": [(turn, str(turn)) for turn in range(1, WAVES + 1)],
            "months": [(months, count("network.plan-month", months)) for months in MONTHS],
            "objective": [(each.value, code("objective", each)) for each in Objective],
            "fixed": people,
            "never": people,
        }
        for name, field in self.fields.items():
            field.label = say(f"network.plan-{name}")
            if name in choices:
                field.choices = choices[name]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, object]:
        """Refuse whoever is to go and to stay."""
        told = self.cleaned_data
        both = set(told.get("fixed", ())) & set(told.get("never", ()))
        names = [each.party.name for each in self.lists.candidates if each.party.key in both]
        if names:
            raise forms.ValidationError(say("network.plan-both", names=", ".join(names)))
        return told

    @property
    def shown(self) -> tuple[forms.BoundField, ...]:
        """The fields that stand in a row, those that are no list of persons."""
        return tuple(self[name] for name in USUAL)

    @property
    def asked(self) -> Asked:
        """What was asked, once it is valid."""
        told, ids = self.cleaned_data, {each.party.key: each.party.id for each in self.lists.candidates}
        return Asked(
            each=told["each"],
            waves=told["waves"],
            months=told["months"],
            objective=Objective(told["objective"]),
            never=tuple(ids[key] for key in told["never"]),
            fixed=tuple(ids[key] for key in told["fixed"]),
        )

    def people(self) -> Iterator[Choice]:
        """Yield each person with what is ticked."""
        fixed, never = self["fixed"].value() or [], self["never"].value() or []
        for each in self.lists.candidates:
            yield Choice(candidate=each, fixed=each.party.key in fixed, never=each.party.key in never)


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """A person in the table of the form, and which of the two boxes is ticked."""

    candidate: Candidate
    fixed: bool
    never: bool
