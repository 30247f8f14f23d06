"""The forms of a handover: any act on the plan, a column for many, go or no-go."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django import forms

from dedere.desk.acts.choices import Choices, Row, words_of
from dedere.desk.acts.fields import entry_from, fields_of
from dedere.desk.acts.inputs import InstantField, LinesField, TickField, YesNoField
from dedere.desk.handover.many import ForMany
from dedere.desk.wording import code, say, state
from dedere.docket.acts import Act
from dedere.docket.choices import CHOICES, GATE_STATES
from dedere.docket.entries import Line
from dedere.docket.handover import Handover, HandoverRule
from dedere.docket.stage import TrackKind

STATES = ("MX", "US")


class PlanForm(forms.Form):
    """One act on the plan of a handover, made from its rule; ``handover`` is None for a new plan."""

    use_required_attribute = False

    def __init__(
        self,
        rule: HandoverRule,
        handover: Handover | None,
        *,
        now: datetime,
        **kwargs: Any,
    ) -> None:
        super().__init__(auto_id="f-%s", **kwargs)
        self.rule, self.handover = rule, handover
        # The person's name comes with the case; whoever writes it again may write it otherwise.
        fixed = {"person": ""} if rule.code == "list-person" else {}
        self.fields.update(fields_of(rule.records, self._choose, fixed))
        self.asked = tuple(self.fields)
        when = InstantField(label=say("acts.occurred"))
        when.initial = now
        proof = LinesField(label=say("acts.sources"), required=False, help_text=say("acts.sources-hint"))
        self.fields |= {"occurred_at": when, "sources": proof}
        if handover is not None:
            self.fields["seen"] = forms.IntegerField(widget=forms.HiddenInput, initial=handover.version)

    def act(self, *, simulated: bool, **known: str) -> Act:
        """Return the act that the cleaned form describes; ``known`` adds what the form does not ask."""
        given = self.cleaned_data
        values = {name: given[name] for name in self.asked} | known
        return Act(
            code=self.rule.code,
            entry=entry_from(self.rule.records, values),
            occurred_at=given["occurred_at"],
            sources=given["sources"],
            simulated=simulated,
        )

    def _choose(self, entry: str, name: str) -> Choices | None:
        if known := CHOICES.get((entry, name)):
            return Choices(rows=[(value, words_of(name, value)) for value in known])
        rows = self._rows(entry, name)
        return None if rows is None else Choices(rows=rows)

    def _rows(self, entry: str, name: str) -> list[Row] | None:
        match entry, name:
            case "handover-planned", "giving" | "receiving":
                return [(each, state(each)) for each in STATES]
            case "handover-planned", "basis":
                return [(kind.value, code("track", kind)) for kind in TrackKind]
            case ("person-listed", "case") | ("leg-planned", "leg"):
                return None
            case _:
                return _of_handover(name, self.handover) if self.handover else None


def _of_handover(name: str, handover: Handover) -> list[Row] | None:
    match name:
        case "case" | "first" | "second":
            return [(each.case, each.person) for each in handover.active]
        case "leg":
            return [(leg.id, f"{leg.id} · {leg.carrier}") for leg in handover.legs]
        case "line":
            return [(str(line.number), _line(line)) for line in handover.lines]
        case _:
            return None


def _line(line: Line) -> str:
    return f"{line.number}. {code('entry', line.entry.code)}"


class Fill(ForMany):
    """One gate for many persons: what holds for all of them, and the evidence."""

    state = forms.ChoiceField(widget=forms.RadioSelect)
    evidence = forms.CharField(required=False, max_length=300)

    def __init__(self, rows: list[Row], **kwargs: Any) -> None:
        super().__init__(rows, **kwargs)
        self.fields["state"].label = say("handover.fill-state")
        self.fields["state"].choices = [(each, words_of("state", each)) for each in GATE_STATES]  # type: ignore[attr-defined]
        self.fields["state"].initial = GATE_STATES[0]
        self.fields["evidence"].label = say("handover.fill-evidence")
        self.fields["evidence"].help_text = say("handover.fill-evidence-hint")


class Go(forms.Form):
    """Go or no-go, and each gap accepted by name."""

    go = YesNoField(label="")
    accepted = TickField(required=False)
    reason = forms.CharField(required=False, widget=forms.Textarea(attrs={"rows": 2}))
    seen = forms.IntegerField(widget=forms.HiddenInput)
    use_required_attribute = False

    def __init__(self, gaps: list[Row], **kwargs: Any) -> None:
        super().__init__(auto_id="f-%s", **kwargs)
        self.fields["go"].label = say("handover.go-decision")
        self.fields["go"].choices = [("yes", say("handover.go-yes")), ("no", say("handover.go-no"))]  # type: ignore[attr-defined]
        self.fields["accepted"].label = say("handover.go-gaps", n=len(gaps))
        self.fields["accepted"].choices = gaps  # type: ignore[attr-defined]
        self.fields["reason"].label = say("handover.go-reason")
        self.fields["reason"].help_text = say("handover.go-reason-hint")
