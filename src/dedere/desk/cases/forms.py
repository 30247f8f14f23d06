"""The filters of the list, and the five fields of a new case."""

from __future__ import annotations

from datetime import datetime

from django import forms

from dedere.desk import clock, wording
from dedere.desk.frame.tags import asks
from dedere.docket.acts import Act
from dedere.docket.entries.opening import CaseOpened, TrackOpened
from dedere.docket.stage import Stage, TrackKind
from dedere.words import State

DIRECTIONS = ("US-MX", "MX-US")


class Filters(forms.Form):
    """Words, stage, route and direction; each may stay open."""

    q = forms.CharField(required=False, max_length=200)
    stage = forms.ChoiceField(required=False)
    track = forms.ChoiceField(required=False)
    direction = forms.ChoiceField(required=False)

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        anything = [("", wording.say("cases.any"))]
        offered = {
            "stage": [(stage.value, wording.code("stage", stage)) for stage in Stage],
            "track": [(kind.value, wording.code("track", kind)) for kind in TrackKind],
            "direction": [(way, direction(way)) for way in DIRECTIONS],
        }
        for name, field in self.fields.items():
            field.label = wording.say(f"cases.{name}")
            if name in offered:
                field.choices = [*anything, *offered[name]]  # type: ignore[attr-defined]


class NewCase(forms.Form):
    """A case in five fields: who, asked by whom, by which route, on what basis, under which other number."""

    person = forms.CharField(max_length=300)
    direction = forms.ChoiceField(widget=forms.RadioSelect)
    track = forms.ChoiceField()
    basis = forms.CharField(max_length=300)
    other_number = forms.CharField(required=False, max_length=64)

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        for name, field in self.fields.items():
            field.label = wording.say(f"cases.new-{name.replace('_', '-')}")
            field.widget.attrs["autocomplete"] = "off"
        for name in ("person", "basis", "other-number"):
            self.fields[name.replace("-", "_")].help_text = wording.say(f"cases.new-{name}-hint")
        self.fields["direction"].choices = [(way, direction(way)) for way in DIRECTIONS]  # type: ignore[attr-defined]
        self.fields["track"].choices = [(kind.value, wording.code("track", kind)) for kind in TrackKind]  # type: ignore[attr-defined]

    def acts(self, at: datetime) -> tuple[Act, Act]:
        """Return the acts that open the case and its route; call it on a valid form only."""
        given, simulated = self.cleaned_data, clock.simulated()
        requesting, requested = given["direction"].split("-")
        opened = CaseOpened(
            person=given["person"],
            requesting=State(requesting),
            requested=State(requested),
            other_number=given["other_number"],
        )
        track = TrackOpened(track="1", kind=given["track"], basis=given["basis"])
        return (
            Act(code="open-case", entry=opened, occurred_at=at, simulated=simulated),
            Act(code="open-track", entry=track, occurred_at=at, simulated=simulated),
        )


def direction(way: str) -> str:
    """``US-MX`` in words: the United States asks Mexico."""
    requesting, requested = way.split("-")
    return asks(requesting, requested)
