"""The one form of an act, made from the act's rule and the case it is recorded in."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django import forms
from django.forms.utils import ErrorDict

from dedere.desk.acts.choices import Choices, choices_for
from dedere.desk.acts.facts import charge_field, value_field
from dedere.desk.acts.fields import entry_from, fields_of
from dedere.desk.acts.inputs import InstantField, LinesField
from dedere.desk.wording import code, say
from dedere.docket.acts import Act, Rule
from dedere.docket.case import Case
from dedere.docket.decide import tracks_for
from dedere.docket.entries import Entry
from dedere.docket.parts import Track
from dedere.law.library import library


class ActForm(forms.Form):
    """What happened, when, on which route, on what proof; ``seen`` is the version the officer read."""

    use_required_attribute = False

    def __init__(
        self, rule: Rule, case: Case, *, now: datetime, fixed: Mapping[str, Any] | None = None, **kwargs: Any
    ) -> None:
        super().__init__(auto_id="f-%s", **kwargs)
        self.rule, self.case, self.fixed = rule, case, dict(fixed or {})
        self.fields.update(fields_of(rule.records, self._choose, self.fixed))
        self.fields.update(_of_fact(case, str(self.fixed.get("fact", ""))))
        self.asked = tuple(self.fields)
        self.tracks = tracks_for(case, rule.code) if rule.on_track else ()
        if len(self.tracks) > 1:
            self.fields["on_track"] = forms.ChoiceField(label=say("acts.track"), choices=_rows(self.tracks))
        self._add_proof(now)

    def _choose(self, entry: str, name: str) -> Choices | None:
        return choices_for(entry, name, self.case)

    def _add_proof(self, now: datetime) -> None:
        when = InstantField(label=say("acts.occurred"))
        when.help_text, when.initial = say("acts.occurred-hint"), now
        proof = LinesField(label=say("acts.sources"), required=False, help_text=say("acts.sources-hint"))
        proof.widget.attrs["rows"] = 2
        seen = forms.IntegerField(widget=forms.HiddenInput, initial=self.case.version)
        self.fields |= {"occurred_at": when, "sources": proof, "seen": seen}

    def act(self, *, simulated: bool) -> Act:
        """Return the act that the cleaned form describes; call it on a valid form only."""
        given = self.cleaned_data
        only = self.tracks[0].id if len(self.tracks) == 1 else ""
        return Act(
            code=self.rule.code,
            entry=self._entry(),
            track=given.get("on_track") or only,
            occurred_at=given["occurred_at"],
            sources=given["sources"],
            simulated=simulated,
        )

    def _entry(self) -> Entry:
        values = {name: self.cleaned_data[name] for name in self.asked}
        return entry_from(self.rule.records, {**self.fixed, **values})


def _of_fact(case: Case, name: str) -> dict[str, forms.Field]:
    """Ask for a fact's value in its own type, and for its charge where it has one."""
    fact = library().facts.get(name)
    return {"value": value_field(fact), "charge": charge_field(fact, case)} if fact else {}


class DraftForm(ActForm):
    """The form filled from a draft, about which nothing is complained until it is sent."""

    def full_clean(self) -> None:
        """Judge nothing."""
        self._errors = ErrorDict()


def _rows(tracks: tuple[Track, ...]) -> list[tuple[str, str]]:
    return [(track.id, code("track", track.kind)) for track in tracks]
