"""One small form for each step of a leg: what is asked of the officer, and the entry that it becomes."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any, ClassVar
from uuid import uuid4

from django import forms

from dedere.desk.acts.inputs import InstantField, LinesField, TickField
from dedere.desk.wording import say
from dedere.docket.entries import Entry
from dedere.docket.entries import handover as entries
from dedere.docket.handover import Handover, Listed

HOW = ("fingerprints", "document", "photograph", "other")


class StepForm(forms.Form):
    """What every step asks: when; and what it carries unseen: its key, and for whom the page was made.

    ``act`` is the docket's code and ``word`` the step's name among the sentences; ``lines`` are those
    that a correction may speak of.
    """

    act: ClassVar[str]
    word: ClassVar[str]
    timed: ClassVar[bool] = True
    use_required_attribute = False

    def __init__(
        self,
        handover: Handover,
        person: Listed | None,
        *,
        by: str,
        called: str,
        now: datetime,
        lines: Sequence[tuple[str, str]] = (),
        **kwargs: Any,
    ) -> None:
        super().__init__(auto_id=f"{self.word}-%s", **kwargs)
        self.handover, self.person, self.called, self.lines = handover, person, called, lines
        self.fields |= self.asked()
        if self.timed:
            self.fields["when"] = InstantField(label=say("leg.when"))
            self.fields["when"].initial = now
        for name, value in (("key", uuid4().hex), ("keeper", by)):
            self.fields[name] = forms.CharField(max_length=150, widget=forms.HiddenInput, initial=value)
        for field in self.fields.values():
            field.widget.attrs.setdefault("autocomplete", "off")
            field.error_messages["required"] = say("acts.error-required")

    def asked(self) -> dict[str, forms.Field]:
        """Return the fields of this step alone."""
        raise NotImplementedError

    def entry(self, person: Listed, stays: tuple[str, ...] = ()) -> Entry:
        """Return the entry for one person, ``stays`` being those shown beside the form."""
        raise NotImplementedError


class Identify(StepForm):
    """How the person was identified, never by name alone."""

    act, word = "identify-person", "identify"

    def asked(self) -> dict[str, forms.Field]:
        """Ask for the ways, and for detail."""
        ways = [(way, say(f"leg.how-{way}")) for way in HOW]
        how = TickField(label=say("leg.how"), choices=ways, help_text=say("leg.how-hint"))
        return {"how": how, "detail": _line("leg.how-detail", required=False)}

    def clean(self) -> dict[str, Any]:
        """Another way is said in words."""
        given = super().clean() or {}
        if "other" in given.get("how", ()) and not given.get("detail"):
            self.add_error("detail", say("acts.error-required"))
        return given

    def entry(self, person: Listed, stays: tuple[str, ...] = ()) -> Entry:
        """Write the ways in words, as the receiving side will read them."""
        given = self.cleaned_data
        ways = [say(f"leg.how-{way}") for way in given["how"] if way != "other"]
        how = ": ".join(part for part in (", ".join(ways), given["detail"]) if part)
        return entries.Identified(case=person.case, leg=person.leg, how=how)


class Check(StepForm):
    """Health, and what the person carries, itemised."""

    act, word = "check-person", "check"

    def asked(self) -> dict[str, forms.Field]:
        """Ask for health, property line by line, and cash."""
        box = forms.Textarea(attrs={"rows": 2})
        medical = forms.CharField(label=say("leg.medical"), help_text=say("leg.medical-hint"), widget=box)
        goods = LinesField(label=say("leg.property"), required=False, help_text=say("leg.property-hint"))
        return {"medical": medical, "property": goods, "cash": _line("leg.cash", hint="leg.cash-hint")}

    def entry(self, person: Listed, stays: tuple[str, ...] = ()) -> Entry:
        """Return the check."""
        given = self.cleaned_data
        return entries.Checked(
            case=person.case,
            leg=person.leg,
            medical=given["medical"],
            property=given["property"],
            cash=given["cash"],
        )


class _Passing(StepForm):
    """From hand to hand: where, and by which officer; stays that stand are named with it."""

    records: ClassVar[type[entries.GivenOver | entries.TakenOver]]

    def _place(self) -> str:
        leg = self.handover.leg(self.person.leg) if self.person else None
        return (leg.origin if leg else "") or self.handover.place

    def asked(self) -> dict[str, forms.Field]:
        """Ask where and who."""
        officer = _line(f"leg.officer-{self.word}", hint="leg.officer-hint", initial=self.called)
        return {"place": _line("leg.place", initial=self._place()), "officer": officer}

    def entry(self, person: Listed, stays: tuple[str, ...] = ()) -> Entry:
        """Return the passing, each stay shown beside the form named."""
        given = self.cleaned_data
        return self.records(
            case=person.case,
            leg=person.leg,
            place=given["place"],
            officer=given["officer"],
            despite_stays=stays,
        )


class Give(_Passing):
    """The first signature."""

    act, word, records = "give-over", "give", entries.GivenOver


class Take(_Passing):
    """The second signature, another officer's."""

    act, word, records = "take-over", "take", entries.TakenOver

    def _place(self) -> str:
        """A person is received where the leg ends."""
        leg = self.handover.leg(self.person.leg) if self.person else None
        return leg.destination if leg else ""


class Refuse(StepForm):
    """The receiving side doesn't take the person: a normal event, with its reason."""

    act, word = "record-not-taken", "refuse"

    def asked(self) -> dict[str, forms.Field]:
        """Ask where and why."""
        reason = forms.CharField(label=say("leg.reason"), widget=forms.Textarea(attrs={"rows": 2}))
        return {"place": _line("leg.place"), "reason": reason}

    def entry(self, person: Listed, stays: tuple[str, ...] = ()) -> Entry:
        """Return the refusal."""
        given = self.cleaned_data
        return entries.NotTaken(
            case=person.case, leg=person.leg, place=given["place"], reason=given["reason"]
        )


class Correct(StepForm):
    """A line was wrong: it stands, and a line of its own says what holds."""

    act, word, timed = "correct-handover", "correct", False

    def asked(self) -> dict[str, forms.Field]:
        """Ask which line, why, and what holds."""
        which = forms.TypedChoiceField(label=say("leg.correct-line"), choices=self.lines, coerce=int)
        return {
            "line": which,
            "reason": _line("leg.correct-reason"),
            "holds": _line("leg.correct-holds", required=False),
        }

    def entry(self, person: Listed, stays: tuple[str, ...] = ()) -> Entry:
        """Return the correction."""
        given = self.cleaned_data
        return entries.HandoverCorrected(line=given["line"], reason=given["reason"], holds=given["holds"])


FORMS: dict[str, type[StepForm]] = {form.act: form for form in (Identify, Check, Give, Take, Refuse)}


def _line(key: str, *, hint: str = "", initial: str = "", required: bool = True) -> forms.CharField:
    return forms.CharField(
        label=say(key),
        help_text=say(hint) if hint else "",
        initial=initial or None,
        required=required,
        max_length=300,
    )
