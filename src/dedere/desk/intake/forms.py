"""The one field of the import: a file, small enough to be sent by a form."""

from __future__ import annotations

from typing import Any

from django import forms

from dedere.clerk.columns import known_columns
from dedere.clerk.tables import UnreadableTable, read_table
from dedere.desk import wording
from dedere.desk.intake.kept import MAX_BYTES
from dedere.desk.intake.shown import complaint
from dedere.law.library import library


class Upload(forms.Form):
    """A table of cases; it is read here, so that a form that is valid holds one."""

    table = forms.FileField(max_length=200)

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        field = self.fields["table"]
        field.label = wording.say("intake.file")
        field.help_text = wording.say("intake.file-hint", most=MAX_BYTES // 1024 // 1024)
        field.widget.attrs["accept"] = ".csv,.xlsx,.json"

    def clean_table(self) -> tuple[str, bytes]:
        """Return the file's name and content; refuse what is no table, or not the kind its name says."""
        sent: Any = self.cleaned_data["table"]  # an uploaded file
        name = sent.name or ""
        try:
            if (sent.size or 0) > MAX_BYTES:
                raise UnreadableTable(name, "too-large", bytes=sent.size, most=MAX_BYTES)
            content = sent.read()
            known_columns(read_table(name, content), library().facts)
        except UnreadableTable as error:
            raise forms.ValidationError(complaint(error)) from None
        return name, content
