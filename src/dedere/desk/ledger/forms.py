"""What the ledger's pages are filtered by, and the copy that is checked."""

from __future__ import annotations

from datetime import datetime, time, timedelta

from django import forms

from dedere.desk import clock, wording
from dedere.docket.entries import KINDS
from dedere.registry.lists.ledger import Asked


class Filters(forms.Form):
    """File, officer, kind of entry, first and last day; each may stay open."""

    stream = forms.CharField(required=False, max_length=32)
    by = forms.CharField(required=False, max_length=150)
    kind = forms.ChoiceField(required=False)
    since = forms.DateField(required=False, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"))
    until = forms.DateField(required=False, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"))

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        for name, field in self.fields.items():
            field.label = wording.say(f"ledger.filter-{name}")
        kinds = sorted(((kind, wording.code("entry", kind)) for kind in KINDS), key=lambda row: row[1])
        self.fields["kind"].choices = [("", wording.say("ledger.any")), *kinds]  # type: ignore[attr-defined]

    def asked(self) -> Asked:
        """Return what is asked for; a day stands from its midnight to the next at this desk."""
        self.is_valid()
        given = self.cleaned_data
        since, until = given.get("since"), given.get("until")
        return Asked(
            stream=given.get("stream", "").strip().upper(),
            by=given.get("by", "").strip().lower(),
            kind=given.get("kind", ""),
            since=datetime.combine(since, time(), clock.zone()) if since else None,
            until=datetime.combine(until + timedelta(days=1), time(), clock.zone()) if until else None,
        )


class Copy(forms.Form):
    """A copy of the ledger, to be checked."""

    copy = forms.FileField()

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self.fields["copy"].label = wording.say("ledger.copy-file")
        self.fields["copy"].help_text = wording.say("ledger.copy-hint")
