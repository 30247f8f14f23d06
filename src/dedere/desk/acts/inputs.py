"""Form fields that Django lacks: an instant with its zone, texts one a line, charges in rows, yes or no."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

from django import forms

from dedere.desk.acts.choices import standings
from dedere.desk.wording import say
from dedere.docket.entries import Charge

ZONES = (
    "America/Mexico_City",
    "America/Tijuana",
    "America/Hermosillo",
    "America/Cancun",
    "America/New_York",
    "America/Chicago",
    "America/Denver",
    "America/Phoenix",
    "America/Los_Angeles",
    "UTC",
)
_BLANK_ROWS = 3
_PARTS = ("id", "title", "provision", "standing")
_Row = tuple[str, str, str, str]


class InstantInput(forms.MultiWidget):
    """A date and time beside the zone in which they are read."""

    template_name = "acts/_instant.html"
    use_fieldset = False

    def __init__(self) -> None:
        moment = forms.DateTimeInput(attrs={"type": "datetime-local", "step": "60"}, format="%Y-%m-%dT%H:%M")
        zone = forms.Select(choices=[(zone, zone) for zone in ZONES])
        super().__init__({"moment": moment, "zone": zone})

    def id_for_label(self, id_: str, index: str | None = None) -> str:
        """The label is that of the time; the zone has its own."""
        return f"{id_}_0"

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        """Give the template the two controls apart."""
        context = super().get_context(name, value, attrs)
        moment, zone = context["widget"]["subwidgets"]
        context["widget"] |= {"moment": moment, "zone": zone, "zones": ZONES, "chosen": zone["value"][0]}
        return context

    def decompress(self, value: datetime | None) -> list[Any]:
        """Split an instant into its wall time and the name of its zone."""
        if value is None:
            return [None, ZONES[0]]
        return [value.replace(tzinfo=None), str(value.tzinfo)]


class InstantField(forms.MultiValueField):
    """Reads to a datetime with zone; a wall time that a clock change skipped is refused."""

    widget = InstantInput

    def __init__(self, *, label: str) -> None:
        wall = forms.DateTimeField(input_formats=["%Y-%m-%dT%H:%M", "%Y-%m-%dT%H:%M:%S", "%d/%m/%Y %H:%M"])
        zone = forms.ChoiceField(choices=[(zone, zone) for zone in ZONES])
        super().__init__((wall, zone), label=label, required=True)

    def clean(self, value: Any) -> datetime:
        """Return the instant; any half missing or unreadable is one complaint about the whole."""
        moment, zone = [*(value or ()), "", ""][:2]
        try:
            wall = self.fields[0].clean(moment)
            self.fields[1].clean(zone)
        except forms.ValidationError:
            raise forms.ValidationError(say("acts.error-instant")) from None
        if wall is None:
            raise forms.ValidationError(say("acts.error-instant"))
        # USE_TZ makes Django read the wall time in the desk's zone; the officer named another.
        instant: datetime = wall.replace(tzinfo=ZoneInfo(zone))
        if _skipped(instant):
            raise forms.ValidationError(say("acts.error-no-such-time", zone=zone))
        return instant


def _skipped(instant: datetime) -> bool:
    there_and_back = instant.astimezone(UTC).astimezone(instant.tzinfo)
    return there_and_back.replace(tzinfo=None) != instant.replace(tzinfo=None)


class LinesField(forms.CharField):
    """Reads a text box to a tuple, one value a line, blank lines left out."""

    widget = forms.Textarea(attrs={"rows": 3})

    def prepare_value(self, value: Any) -> Any:
        """Write a tuple back as lines."""
        return "\n".join(value) if isinstance(value, tuple | list) else value

    def to_python(self, value: Any) -> Any:
        """Split into lines."""
        return tuple(line.strip() for line in (value or "").splitlines() if line.strip())

    def clean(self, value: Any) -> tuple[str, ...]:
        """Return the lines; a required field needs one."""
        lines: tuple[str, ...] = self.to_python(value)
        if self.required and not lines:
            raise forms.ValidationError(say("acts.error-required"))
        return lines


class TickField(forms.MultipleChoiceField):
    """Reads ticked boxes to a tuple."""

    widget = forms.CheckboxSelectMultiple

    def clean(self, value: Any) -> tuple[str, ...]:
        """Return what was ticked."""
        return tuple(super().clean(value))


class YesNoField(forms.TypedChoiceField):
    """Yes or no as two radio buttons, with a third for *not known* where that is an answer."""

    widget = forms.RadioSelect

    def __init__(self, *, label: str, may_be_unknown: bool = False, required: bool = True) -> None:
        choices = [("yes", say("acts.yes")), ("no", say("acts.no"))]
        if may_be_unknown:
            choices.append(("", say("acts.not-known")))
        super().__init__(
            label=label,
            choices=choices,
            required=required and not may_be_unknown,
            coerce=lambda answer: answer == "yes",
            empty_value=None,
        )

    def prepare_value(self, value: Any) -> Any:
        """Write a truth value back as its radio button."""
        return {True: "yes", False: "no"}.get(value, value)


class ChargesInput(forms.Widget):
    """Rows of title, provision and standing, each with the id that it has on file."""

    template_name = "acts/_charges.html"

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        """Give the template the rows on file and some blank ones."""
        context = super().get_context(name, value, attrs)
        rows = [_row(charge) for charge in value or ()]
        rows += [("", "", "", "charged")] * (1 if rows else _BLANK_ROWS)
        context["widget"] |= {"rows": rows, "standings": standings()}
        return context

    def value_from_datadict(self, data: Mapping[str, Any], files: Mapping[str, Any], name: str) -> list[_Row]:
        """Read the columns back into rows, the blank ones left out."""
        ids, titles, provisions, standings = (_column(data, f"{name}-{part}") for part in _PARTS)
        ids += [""] * (len(titles) - len(ids))
        rows = zip(ids, titles, provisions, standings, strict=False)
        return [row for row in rows if row[1].strip() or row[2].strip()]

    def value_omitted_from_data(self, data: Mapping[str, Any], files: Mapping[str, Any], name: str) -> bool:
        """Say whether the form came without this field."""
        return f"{name}-title" not in data


def _column(data: Any, name: str) -> list[str]:
    return list(data.getlist(name) if hasattr(data, "getlist") else data.get(name, []))


def _row(charge: Charge | _Row) -> _Row:
    if isinstance(charge, Charge):
        return charge.id, charge.title, charge.provision, charge.standing
    return charge


class ChargesField(forms.Field):
    """Reads rows to charges; a new one takes the next number, with ``prefix`` before it."""

    widget = ChargesInput

    def __init__(self, *, label: str, prefix: str = "", required: bool = True) -> None:
        super().__init__(label=label, required=required)
        self._prefix = prefix

    def clean(self, value: Any) -> tuple[Charge, ...]:
        """Return the charges; a provision without its charge is refused."""
        if not value and self.required:
            raise forms.ValidationError(say("acts.error-no-charge"))
        return tuple(self._charge(number, row) for number, row in enumerate(value or (), 1))

    def _charge(self, number: int, row: _Row) -> Charge:
        id, title, provision, standing = (part.strip() for part in row)
        if not title:
            raise forms.ValidationError(say("acts.error-provision-alone", n=number))
        return Charge(id=id or f"{self._prefix}{number}", title=title, provision=provision, standing=standing)
