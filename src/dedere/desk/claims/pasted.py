"""A report as an officer hands it in: pasted or sent as a file, checked, and reduced to text."""

from __future__ import annotations

import re
from typing import Any

from django import forms

from dedere.claims.reading.report import LONGEST, MOST, Report, report
from dedere.desk.wording import say
from dedere.files.magic import kind_of
from dedere.words import Unreadable
from dedere.words.wording import LANGUAGES

SUFFIXES = (".txt", ".html", ".htm")
# Signs that no reader sees, and those that turn the direction of what stands around them.
_UNSEEN = re.compile(r"[\x00-\x08\x0b-\x0c\x0e-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")


class Pasted(forms.Form):
    """A text or a file, with its language and day where known; a form that is valid holds a report."""

    use_required_attribute = False
    text = forms.CharField(required=False, strip=False, widget=forms.Textarea(attrs={"rows": 12}))
    file = forms.FileField(required=False, max_length=200)
    language = forms.ChoiceField(required=False)
    on = forms.DateField(required=False, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"))

    def __init__(self, data: Any = None, files: Any = None) -> None:
        super().__init__(data, files, auto_id="f-%s")
        for name, field in self.fields.items():
            field.label = say(f"claims.report.{name}")
        self.fields["file"].widget.attrs["accept"] = ",".join(SUFFIXES)
        self.fields["file"].help_text = say("claims.file-hint", most=MOST // 1_000_000)
        self.fields["on"].help_text = say("claims.on-hint")
        choices = [
            ("", say("claims.told-by-text")),
            *((each, say(f"claims.language.{each}")) for each in LANGUAGES),
        ]
        self.fields["language"].choices = choices  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """Read what was handed in; complain of what is no report."""
        given = dict(self.cleaned_data)
        if not self.errors:
            given["report"] = self._report(given)
        return given

    def _report(self, given: dict[str, Any]) -> Report:
        text, file = given["text"], given["file"]
        if bool(text.strip()) == bool(file):
            raise forms.ValidationError(say("claims.text-or-file"))
        data = _content(file) if file else text.encode("utf-8", "replace")
        try:
            return settled(report(data, "", language=given["language"], on=given["on"]))
        except Unreadable:
            raise forms.ValidationError(say("claims.no-report", most=LONGEST)) from None


def _content(file: Any) -> bytes:
    """The bytes of a file that may be a report by its size, its name and its beginning."""
    if (file.size or 0) > MOST:
        raise forms.ValidationError(say("claims.too-large", most=MOST // 1_000_000))
    data: bytes = file.read()
    if not (file.name or "").lower().endswith(SUFFIXES) or kind_of(data[:32]):
        raise forms.ValidationError(say("claims.no-text-file"))
    return data


def settled(given: Report) -> Report:
    """Return a report as a form sends it back: one sign for each line's end, and none that is unseen."""
    return Report(
        text=seen(given.text),
        headline=len(seen(given.text[: given.headline])),
        language=given.language,
        on=given.on,
    )


def seen(text: str) -> str:
    """Return a text with ``\\n`` at each line's end and a space in place of each unseen sign."""
    return _UNSEEN.sub(" ", text.replace("\r\n", "\n").replace("\r", "\n"))
