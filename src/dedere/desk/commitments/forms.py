"""What an officer files on a line: a word of either side, a signature, evidence, a strike."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django import forms
from django.conf import settings

from dedere.accords.position import Position
from dedere.desk.acts.inputs import LinesField
from dedere.desk.commitments.filters import SIDES
from dedere.desk.frame.tags import day
from dedere.desk.wording import code, say, state
from dedere.docket.accords import AccordFile, digest_of
from dedere.docket.acts import Act
from dedere.docket.entries import (
    Entry,
    EvidenceAdded,
    PositionPublished,
    PositionStated,
    PositionStruck,
    SignaturePublished,
    TextSigned,
)


def day_field() -> forms.DateField:
    """A day, picked or typed in ISO."""
    return forms.DateField(widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"))


def long_field(*, required: bool = False) -> forms.CharField:
    """A text of some lines."""
    return forms.CharField(required=required, max_length=4000, widget=forms.Textarea(attrs={"rows": 3}))


def worded(form: forms.Form) -> None:
    """Give each field that is shown its label, and the sentence for its being left empty."""
    for name, field in form.fields.items():
        if field.widget.is_hidden:
            continue
        field.label = field.label or say(f"commitments.field-{name.replace('_', '-')}")
        field.error_messages["required"] = say("commitments.needed")
        field.widget.attrs.setdefault("autocomplete", "off")


class Filing(forms.Form):
    """An act on a line as its file stood when the form was shown; a source a line."""

    use_required_attribute = False
    seen = forms.IntegerField(min_value=0, widget=forms.HiddenInput)

    def __init__(self, file: AccordFile, data: Any = None, *, now: datetime) -> None:
        super().__init__(data, auto_id="f-%s", initial={"seen": file.version, "on": now.date()})
        self.file = file
        self.made()
        self.fields["sources"] = LinesField(label=say("commitments.field-sources"), required=self.sourced)
        self.fields["sources"].help_text = say("commitments.field-sources-hint")
        worded(self)

    sourced = False

    def made(self) -> None:
        """Add what depends on the file."""

    def act(self, code: str, *, at: datetime, simulated: bool) -> Act:
        """Return the act that the cleaned form describes; call it on a valid form only."""
        sources = self.cleaned_data["sources"]
        return Act(code=code, entry=self.entry(), occurred_at=at, sources=sources, simulated=simulated)

    def entry(self) -> Entry:
        """Return what the act leaves."""
        raise NotImplementedError


class Stated(Filing):
    """What our State says became of it."""

    position = forms.ChoiceField(widget=forms.RadioSelect)
    on = day_field()
    es = long_field()
    en = long_field()

    def made(self) -> None:
        """Offer the positions, and the docket's figure where the line has one."""
        self.fields["position"].choices = [(each.value, code("position", each)) for each in Position]  # type: ignore[attr-defined]
        if self.file.recorded.figure:
            self.fields["counted"] = forms.BooleanField(required=False)

    def entry(self) -> Entry:
        """Return the word of our State."""
        given = self.cleaned_data
        told = {name: given[name] for name in ("position", "on", "es", "en")}
        figure = self.file.recorded.figure if given.get("counted") else None
        return PositionStated(side=settings.DEDERE_HOME, figure=figure, **told)


class Published(Filing):
    """What a State's published statement says became of it; the other State's, unless said otherwise."""

    side = forms.ChoiceField(widget=forms.RadioSelect)
    position = forms.ChoiceField(widget=forms.RadioSelect)
    on = day_field()
    es = long_field()
    en = long_field()
    sourced = True

    def made(self) -> None:
        """Offer the sides and the positions."""
        _sides(self)
        self.fields["position"].choices = [(each.value, code("position", each)) for each in Position]  # type: ignore[attr-defined]

    def entry(self) -> Entry:
        """Return the published word."""
        given = self.cleaned_data
        return PositionPublished(**{name: given[name] for name in ("side", "position", "on", "es", "en")})


class Evidence(Filing):
    """Something that bears on it, for whoever reads both columns: with a source or a document."""

    on = day_field()
    es = long_field()
    en = long_field()
    document = forms.CharField(required=False, max_length=300)

    def clean(self) -> dict[str, Any]:
        """Ask for words in one language at least."""
        given = super().clean() or {}
        if not (given.get("es") or given.get("en")):
            self.add_error("es", say("commitments.needed"))
        return given

    def entry(self) -> Entry:
        """Return the evidence."""
        return EvidenceAdded(**{name: self.cleaned_data[name] for name in ("on", "es", "en", "document")})


class Signed(Filing):
    """Our State's signature to the text as it stands."""

    on = day_field()

    def entry(self) -> Entry:
        """Return the signature."""
        digest = digest_of(self.file.recorded)
        return TextSigned(side=settings.DEDERE_HOME, on=self.cleaned_data["on"], digest=digest)


class SignedElsewhere(Filing):
    """A State's signature as it published it."""

    side = forms.ChoiceField(widget=forms.RadioSelect)
    on = day_field()
    sourced = True

    def made(self) -> None:
        """Offer the sides."""
        _sides(self)

    def entry(self) -> Entry:
        """Return the published signature."""
        given, digest = self.cleaned_data, digest_of(self.file.recorded)
        return SignaturePublished(side=given["side"], on=given["on"], digest=digest)


class Struck(Filing):
    """Which word was entered in error, and why it was an error."""

    line = forms.TypedChoiceField(coerce=int, widget=forms.RadioSelect)
    reason = long_field(required=True)

    def made(self) -> None:
        """Offer the words that stand."""
        standing = (each for own in self.file.columns for each in own.statements if not each.struck)
        self.fields["line"].choices = [  # type: ignore[attr-defined]
            (each.line, f"{state(each.side)}: {code('position', each.position)}, {day(each.on)}")
            for each in standing
        ]

    def entry(self) -> Entry:
        """Return the strike."""
        return PositionStruck(line=self.cleaned_data["line"], reason=self.cleaned_data["reason"])


class Because(forms.Form):
    """Why a second officer does not sign."""

    use_required_attribute = False
    seen = forms.IntegerField(min_value=0, widget=forms.HiddenInput)
    reason = long_field(required=True)

    def __init__(self, data: Any = None, *, seen: int = 0) -> None:
        super().__init__(data, auto_id="f-%s", initial={"seen": seen})
        worded(self)


def _sides(form: forms.Form) -> None:
    form.fields["side"].choices = [(side, state(side)) for side in SIDES]  # type: ignore[attr-defined]
    form.fields["side"].initial = next(side for side in SIDES if side != settings.DEDERE_HOME)
