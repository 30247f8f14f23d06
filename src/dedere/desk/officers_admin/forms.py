"""Forms of the administrator: a new officer, another role, a new password."""

from __future__ import annotations

from django import forms
from django.contrib.auth.password_validation import validate_password
from django.core.validators import RegexValidator

from dedere.desk import wording
from dedere.desk.officers import ROLES

_USERNAME = RegexValidator(r"^[a-z][a-z0-9.-]{1,39}$", "username")


def roles() -> list[tuple[str, str]]:
    """The roles with their words."""
    return [(role, wording.code("role", role)) for role in ROLES]


class Labelled(forms.Form):
    """A form whose labels and hints are sentences of this journey."""

    hinted: tuple[str, ...] = ()

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        for name, field in self.fields.items():
            field.label = wording.say(f"officers.field-{name}")
            field.widget.attrs["autocomplete"] = "off"
        for name in self.hinted:
            self.fields[name].help_text = wording.say(f"officers.hint-{name}")
        if "role" in self.fields:
            self.fields["role"].choices = roles()  # type: ignore[attr-defined]
        if "username" in self.fields:
            self.fields["username"].error_messages["invalid"] = wording.say("officers.username-shape")


class NewOfficer(Labelled):
    """An officer to add, with a first password that the officer changes."""

    hinted = ("username", "password")
    username = forms.CharField(max_length=40)
    name = forms.CharField(max_length=120)
    role = forms.ChoiceField()
    language = forms.ChoiceField(choices=(("es", "Español"), ("en", "English")), widget=forms.RadioSelect)
    password = forms.CharField(min_length=12, max_length=128)

    def clean_username(self) -> str:
        """Letters, digits, full stop and hyphen: a name that journal lines carry for ever."""
        return shaped(self.cleaned_data["username"])

    def clean_password(self) -> str:
        """Hold the password to the desk's rules."""
        return strong(self.cleaned_data["password"])


class NewRole(Labelled):
    """Another role."""

    role = forms.ChoiceField()


class NewPassword(Labelled):
    """Another password."""

    hinted = ("password",)
    password = forms.CharField(min_length=12, max_length=128)

    def clean_password(self) -> str:
        """Hold the password to the desk's rules."""
        return strong(self.cleaned_data["password"])


def shaped(username: str) -> str:
    """Return a user name as the desk keeps it; raises ValidationError in words."""
    small = username.strip().lower()
    try:
        _USERNAME(small)
    except forms.ValidationError:
        raise forms.ValidationError(wording.say("officers.username-shape")) from None
    return small


def strong(password: str) -> str:
    """Return the password; raises ValidationError where it is too common or too short."""
    validate_password(password)
    return password
