"""Which lines of the ledger of two States the page shows: area, kind, who promised, what a side says."""

from __future__ import annotations

from django import forms

from dedere.accords.accord import Area, Kind
from dedere.accords.position import Position
from dedere.accords.reading import Reading
from dedere.desk.wording import code, say, state
from dedere.registry.accords import Asked

SIDES = ("MX", "US")


class Filters(forms.Form):
    """Each may stay open; ``said`` is what one side says, as ``MX:kept``."""

    area = forms.ChoiceField(required=False)
    kind = forms.ChoiceField(required=False)
    by = forms.ChoiceField(required=False)
    said = forms.ChoiceField(required=False)
    reading = forms.ChoiceField(required=False)

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        offered = {
            "area": [(each.value, code("area", each)) for each in Area],
            "kind": [(each.value, code("accord", each)) for each in Kind],
            "by": [(side, state(side)) for side in SIDES],
            "said": [(f"{side}:{each.value}", _says(side, each)) for side in SIDES for each in Position],
            "reading": [(each.value, code("reading", each)) for each in Reading],
        }
        for name, field in self.fields.items():
            field.label = say(f"commitments.filter-{name}")
            field.choices = [("", say("commitments.any")), *offered[name]]  # type: ignore[attr-defined]

    def asked(self) -> Asked:
        """Return what is asked for; what is no answer narrows nothing."""
        self.is_valid()
        given = self.cleaned_data
        side, _, position = given.get("said", "").partition(":")
        told = {name: given.get(name, "") for name in ("area", "kind", "by", "reading")}
        return Asked(side=side, position=position, **told)


def _says(side: str, position: Position) -> str:
    return say("commitments.side-says", side=state(side), position=code("position", position))
