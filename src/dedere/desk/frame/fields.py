"""Forms drawn as the desk draws them: label, hint, error and control, tied together for readers."""

from __future__ import annotations

from typing import Any

from django import forms
from django.forms.renderers import DjangoTemplates, TemplatesSetting
from django.forms.widgets import Widget
from django.utils.functional import cached_property

_Attrs = dict[str, str | bool]

_CLASSES: tuple[tuple[type[Widget], str], ...] = (
    (forms.HiddenInput, ""),
    (forms.CheckboxSelectMultiple, "govuk-checkboxes__input"),
    (forms.RadioSelect, "govuk-radios__input"),
    (forms.CheckboxInput, "govuk-checkboxes__input"),
    (forms.FileInput, "govuk-file-upload"),
    (forms.Textarea, "govuk-textarea"),
    (forms.Select, "govuk-select"),
    (forms.Widget, "govuk-input"),
)
_ERRORS = {
    "govuk-input": "govuk-input--error",
    "govuk-select": "govuk-select--error",
    "govuk-textarea": "govuk-textarea--error",
    "govuk-file-upload": "govuk-file-upload--error",
}


class DeskBoundField(forms.BoundField):
    """A field that gives its control the desk's class."""

    def build_widget_attrs(self, attrs: _Attrs, widget: Widget | None = None) -> _Attrs:
        """Add the class for the kind of control, and for its error."""
        built = super().build_widget_attrs(attrs, widget)
        own = class_of(widget or self.field.widget)
        said = str((widget or self.field.widget).attrs.get("class", ""))
        wrong = _ERRORS.get(own, "") if self.errors else ""
        return {**built, "class": " ".join(part for part in (own, wrong, said) if part)}

    @property
    def grouped(self) -> bool:
        """Whether the control is several, which a fieldset must name."""
        return bool(self.field.widget.use_fieldset)

    @property
    def ticked(self) -> bool:
        """Whether the control is one box to tick, whose label stands beside it."""
        return isinstance(self.field.widget, forms.CheckboxInput)


class DeskRenderer(TemplatesSetting):
    """Django's form renderer with the desk's templates."""

    form_template_name = "frame/form.html"
    field_template_name = "frame/field.html"
    bound_field_class = DeskBoundField

    @cached_property
    def _djangos(self) -> DjangoTemplates:
        return DjangoTemplates()

    def get_template(self, template_name: str) -> Any:
        """Return the desk's template, or Django's own for its widgets."""
        if not template_name.startswith("django/"):
            return super().get_template(template_name)
        return self._djangos.get_template(template_name)


def class_of(widget: Widget) -> str:
    """Return the class of the control that a widget draws."""
    return next(name for kind, name in _CLASSES if isinstance(widget, kind))
