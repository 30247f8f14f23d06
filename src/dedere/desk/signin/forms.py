"""The forms of sign-in and of the officer's preferences."""

from __future__ import annotations

from allauth.account.forms import LoginForm
from django import forms

from dedere.desk import wording
from dedere.desk.frame.surroundings import LOOKS


class SignIn(LoginForm):  # type: ignore[misc]  # allauth ships no types
    """Name and password."""

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.fields["login"].label = wording.say("signin.name")
        self.fields["password"].label = wording.say("signin.password")
        self.fields["password"].help_text = ""
        for field in self.fields.values():
            field.widget.attrs.pop("placeholder", None)


class Preferences(forms.Form):
    """The language an officer lands in, and the colours of this browser."""

    language = forms.ChoiceField(choices=(("es", "Español"), ("en", "English")), widget=forms.RadioSelect)
    look = forms.ChoiceField(widget=forms.RadioSelect)

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self.fields["language"].label = wording.say("signin.language")
        self.fields["look"].label = wording.say("signin.look")
        self.fields["look"].choices = [  # type: ignore[attr-defined]
            (name, wording.say(f"signin.look-of.{name}")) for name in LOOKS
        ]
