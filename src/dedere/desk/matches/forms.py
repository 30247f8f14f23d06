"""What an officer says of a pair, and what was on the page when it was said."""

from __future__ import annotations

from typing import Any

from django import forms

from dedere.clerk.pairs import Saying
from dedere.desk.wording import code, say
from dedere.persons.decided import Verdict

# The key that chooses each verdict; the words on the page name it.
KEYS = {Verdict.SAME: "s", Verdict.NOT_THE_SAME: "n", Verdict.CANNOT_SAY: "c"}


class _Told(forms.Form):
    """A form with a reason on one line, so that Enter sends it, and the file's version as it was shown."""

    use_required_attribute = False
    reason = forms.CharField(max_length=2000)
    seen = forms.IntegerField(min_value=0, widget=forms.HiddenInput)

    def __init__(self, data: Any = None, *, initial: Any = None) -> None:
        super().__init__(data, auto_id="f-%s", initial=initial)
        self.fields["reason"].label = say("matches.reason")
        self.fields["reason"].widget.attrs["autocomplete"] = "off"
        self.fields["reason"].error_messages["required"] = say("matches.reason-needed")


class Decide(_Told):
    """A verdict with its reason, on the records as they were shown."""

    verdict = forms.ChoiceField(widget=forms.RadioSelect)
    wanted = forms.CharField(max_length=64, widget=forms.HiddenInput)
    register = forms.CharField(max_length=64, widget=forms.HiddenInput)

    def __init__(self, data: Any = None, *, initial: Any = None) -> None:
        super().__init__(data, initial=initial)
        self.fields["verdict"].choices = [(each.value, code("verdict", each)) for each in Verdict]  # type: ignore[attr-defined]
        self.fields["verdict"].label = say("matches.verdict")
        for complaint in ("required", "invalid_choice"):
            self.fields["verdict"].error_messages[complaint] = say("matches.verdict-needed")

    def saying(self) -> Saying:
        """Return what was said; the form is valid."""
        given = self.cleaned_data
        return Saying(
            verdict=Verdict(given["verdict"]),
            reason=given["reason"],
            wanted=given["wanted"],
            register=given["register"],
            seen=given["seen"],
        )


class Because(_Told):
    """Why a decision is undone, or why a signature is declined."""


class Signed(forms.Form):
    """The version of the file that was shown to whoever signs."""

    seen = forms.IntegerField(min_value=0, widget=forms.HiddenInput)
