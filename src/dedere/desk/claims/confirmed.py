"""What an officer confirms of a report: which claims, of which event, by which source."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django import forms
from django.core.validators import RegexValidator

from dedere.claims.reading.report import LONGEST, Report
from dedere.claims.said import NEARNESS
from dedere.clerk.events import event_files
from dedere.desk import clock
from dedere.desk.claims.pasted import seen
from dedere.desk.claims.proposed import Proposals, Proposed, value_of
from dedere.desk.wording import code, language, say, state
from dedere.docket.acts import Act
from dedere.docket.entries import ClaimConfirmed
from dedere.registry.published import named
from dedere.words import Source
from dedere.words.wording import LANGUAGES

OF_A_SOURCE = ("outlet", "date", "tier", "address")
_ID = RegexValidator(r"^[A-Z0-9][A-Z0-9-]{1,39}\Z")
_DAY = RegexValidator(r"^\d{4}(-\d\d(-\d\d)?)?\Z")


class Handed(forms.Form):
    """The report as it was read, sent back with each answer: nothing of it is kept here."""

    text = forms.CharField(max_length=LONGEST, strip=False, widget=forms.HiddenInput)
    headline = forms.IntegerField(min_value=0, max_value=LONGEST, widget=forms.HiddenInput)
    speaks = forms.ChoiceField(choices=[(each, each) for each in LANGUAGES], widget=forms.HiddenInput)
    of_day = forms.DateField(required=False, widget=forms.HiddenInput)

    def report(self) -> Report:
        """Return the report; the form is valid."""
        given = self.cleaned_data
        return Report(
            text=seen(given["text"]),
            headline=given["headline"],
            language=given["speaks"],
            on=given["of_day"],
        )


class Confirm(forms.Form):
    """Which event the claims are of and which source says them; one that is new here is described."""

    use_required_attribute = False
    event = forms.ChoiceField()
    source = forms.CharField(max_length=40, validators=[_ID])
    outlet = forms.CharField(required=False, max_length=200)
    date = forms.CharField(required=False, max_length=10, validators=[_DAY])
    tier = forms.ChoiceField(required=False)
    address = forms.URLField(required=False, max_length=1000, assume_scheme="https")

    def __init__(self, speakers: Sequence[str], data: Any = None, *, initial: Any = None) -> None:
        super().__init__(data, auto_id="c-%s", initial=initial)
        self.speakers = {name: f"party-{n}" for n, name in enumerate(speakers, start=1)}
        for name, field in self.fields.items():
            field.label = say(f"claims.confirm.{name}")
        self.fields["source"].help_text = say("claims.source-hint")
        self.fields["date"].help_text = say("claims.date-hint")
        self.fields["source"].error_messages["invalid"] = say("claims.source-wrong")
        self.fields["date"].error_messages["invalid"] = say("claims.date-wrong")
        self.events = {file.number: file.event for file in event_files() if file.event}
        spanish = language() == "es"
        offered = [
            (number, f"{number} · {event.title_es if spanish else event.title_en}")
            for number, event in self.events.items()
        ]
        self.fields["event"].choices = [("", ""), *offered]  # type: ignore[attr-defined]
        tiers = [(each, code("source-tier", each)) for each in NEARNESS]
        self.fields["tier"].choices = [("", ""), *tiers]  # type: ignore[attr-defined]

        for by, name in self.speakers.items():
            sides = [("", say("claims.nobody")), *self._states()]
            self.fields[name] = forms.ChoiceField(
                required=False, choices=sides, label=say("claims.party", by=by)
            )

    def _states(self) -> list[tuple[str, str]]:
        """The States for which a speaker may speak."""
        every = {side for event in self.events.values() for side in (event.giving, event.receiving)}
        return [(side, state(side)) for side in sorted(every)]

    def parties(self) -> list[Any]:
        """The fields that say for which State each speaker of the report speaks."""
        return [self[name] for name in self.speakers.values()]

    def described(self) -> list[Any]:
        """The fields that describe a source that is new here."""
        return [self[name] for name in OF_A_SOURCE]

    def party_of(self, by: str) -> str:
        """The State for which a speaker speaks; empty for nobody, and for who was not named."""
        return str(self.cleaned_data.get(self.speakers.get(by, ""), ""))

    def clean(self) -> dict[str, Any]:
        """A source that is not listed here needs its outlet, its day and how near it stands."""
        given = dict(self.cleaned_data)
        source = given.get("source", "")
        if source and not named([source]):
            for name in ("outlet", "date", "tier"):
                if not given.get(name) and name not in self.errors:
                    self.add_error(name, say("claims.new-source"))
        return given

    def listed(self, speaks: str) -> list[Source]:
        """The source to be listed, where it is new; one that is known keeps its particulars."""
        given = self.cleaned_data
        if named([given["source"]]):
            return []
        told = {name: given[name] for name in OF_A_SOURCE}
        return [Source(id=given["source"], language=speaks, **told)]


def ticked(proposals: Proposals, numbers: list[str]) -> list[Proposed]:
    """Return the rows that were ticked and are not in the ledger yet, in the order of the report."""
    wanted = set(numbers)
    return [row for row in proposals.rows if str(row.number) in wanted and not row.confirmed]


def act_of(row: Proposed, *, source: str, party: str, digest: str, at: datetime) -> Act:
    """Return the act that confirms a claim as it was read."""
    claim = row.claim
    entry = ClaimConfirmed(
        source=source,
        attribute=claim.attribute.value,
        value=value_of(claim),
        bound=claim.bound.value,
        negated=claim.negated,
        kind=claim.sentence_kind.value,
        speaker=claim.by,
        party=party,
        report=digest,
        start=claim.start,
        end=claim.end,
    )
    return Act(
        code="confirm-claim", entry=entry, occurred_at=at, sources=(source,), simulated=clock.simulated()
    )
