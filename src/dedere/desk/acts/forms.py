"""The one form of an act, made from the act's rule and the case it is recorded in."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django import forms

from dedere.desk.acts.fields import fields_of
from dedere.desk.acts.inputs import InstantField, LinesField
from dedere.desk.wording import code, say
from dedere.docket.acts import Act, Rule
from dedere.docket.case import Case
from dedere.docket.entries import Entry


class ActForm(forms.Form):
    """What happened, when, on which route, on what proof; ``seen`` is the version the officer read."""

    required_css_class = "required"
    use_required_attribute = False

    def __init__(
        self,
        rule: Rule,
        case: Case,
        *,
        now: datetime,
        fixed: Mapping[str, Any] | None = None,
        **kwargs: Any,
    ) -> None:
        super().__init__(auto_id="f-%s", **kwargs)
        self.rule, self.case, self.fixed = rule, case, dict(fixed or {})
        self.fields.update(fields_of(rule.records, case, self.fixed))
        self.asked = tuple(self.fields)
        if len(case.tracks) > 1 and "track" not in self.fields:
            self.fields["on_track"] = forms.ChoiceField(label=say("acts.track"), choices=_tracks(case))
        self.fields["occurred_at"] = InstantField(label=say("acts.occurred"))
        self.fields["occurred_at"].help_text = say("acts.occurred-hint")
        self.fields["occurred_at"].initial = now
        self.fields["sources"] = LinesField(
            label=say("acts.sources"), required=False, help_text=say("acts.sources-hint")
        )
        self.fields["sources"].widget.attrs["rows"] = 2
        self.fields["seen"] = forms.IntegerField(widget=forms.HiddenInput, initial=case.version)

    def act(self, *, simulated: bool) -> Act:
        """Return the act that the cleaned form describes; call it on a valid form only."""
        given = self.cleaned_data
        return Act(
            code=self.rule.code,
            entry=self._entry(),
            track=given.get("on_track") or next(iter(self.case.tracks), ""),
            occurred_at=given["occurred_at"],
            sources=given["sources"],
            simulated=simulated,
        )

    def _entry(self) -> Entry:
        defaulted = {
            field.name
            for field in dataclasses.fields(self.rule.records)  # type: ignore[arg-type]
            if field.default is not dataclasses.MISSING
        }
        values = {name: self.cleaned_data[name] for name in self.asked}
        given = {name: value for name, value in values.items() if not (name in defaulted and value in (None, "", ()))}
        return self.rule.records(**self.fixed, **given)


def _tracks(case: Case) -> list[tuple[str, str]]:
    return [(track.id, code("track", track.kind)) for track in case.tracks.values()]
