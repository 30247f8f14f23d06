"""The copy of an instrument as a form: its text, or a file in its place, checked as the loader checks."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import QueryDict

from dedere.desk import wording
from dedere.desk.amendment import kept
from dedere.law.table import LARGEST
from dedere.words import Unreadable

_CODE = {"rows": 26, "spellcheck": "false", "autocapitalize": "off", "class": "desk-code", "lang": "en"}


class Copy(forms.Form):
    """An amended copy; a form that is valid holds one that the library would take."""

    text = forms.CharField(strip=False)
    file = forms.FileField(required=False, max_length=200)

    def __init__(self, instrument: str, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._instrument = instrument
        text, file = self.fields["text"], self.fields["file"]
        text.label, file.label = wording.say("amendment.text"), wording.say("amendment.file")
        text.required = not self.files  # a file may stand in its place
        text.help_text = wording.say("amendment.text-hint")
        file.help_text = wording.say("amendment.file-hint", most=LARGEST // 1024)
        marks = {
            "rows": 26,
            "spellcheck": "false",
            "autocapitalize": "off",
            "class": "desk-code",
            "lang": "en",
        }
        text.widget = forms.Textarea(attrs=marks)
        file.widget.attrs["accept"] = ".toml"

    def clean_file(self) -> str:
        """Return the text of the file sent, or nothing."""
        sent: Any = self.cleaned_data["file"]  # an uploaded file
        if sent is None:
            return ""
        if (sent.size or 0) > LARGEST:
            raise forms.ValidationError(wording.say("amendment.too-large", most=LARGEST // 1024))
        try:
            return str(sent.read().decode("utf-8-sig"))
        except UnicodeDecodeError:
            raise forms.ValidationError(wording.say("amendment.not-utf-8")) from None

    def clean(self) -> dict[str, Any]:
        """Let a file stand in the place of the text, so that it is mended there; read what was sent."""
        said = super().clean() or self.cleaned_data
        text = str(said.get("file") or said.get("text") or "").replace("\r\n", "\n")
        if said.get("file"):
            self.data = QueryDict(mutable=True)
            self.data["text"] = text
        try:
            said["amended"] = kept.read(self._instrument, text)
        except Unreadable as complaint:
            if not self.errors:
                self.add_error("text", told(complaint))
        return {**said, "text": text}


def told(complaint: Unreadable) -> str:
    """Where the copy cannot be read, what is wrong there, and what to do."""
    return wording.say(
        "amendment.unreadable", where=complaint.where, what=complaint.what, remedy=complaint.remedy
    )
