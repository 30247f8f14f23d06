"""What an officer asks of a network: which ties count, in which year, how far around, how to get where."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from django import forms

from dedere.clerk.network.told import Tie, Told
from dedere.desk.wording import code, say
from dedere.links.kinds import KINDS, SOURCE_RATINGS, Basis, Nature

REACH = ("1", "2", "3")


class Filters(forms.Form):
    """Basis, kind, reliability and year of a tie; each may stay open."""

    basis = forms.ChoiceField(required=False)
    nature = forms.ChoiceField(required=False)
    reliability = forms.ChoiceField(required=False)
    year = forms.TypedChoiceField(required=False, coerce=int, empty_value=None)

    def __init__(self, data: object, told: Told) -> None:
        super().__init__(data, auto_id="f-%s")  # type: ignore[arg-type]
        crime = [tie for tie in told.ties if not tie.left_out]
        offered = {
            "basis": [(each.value, code("tie-basis", each)) for each in Basis],
            "nature": [(each, code("tie-nature", each)) for each in _natures(crime)],
            "reliability": [(each, _at_least(each)) for each in SOURCE_RATINGS[:5]],
            "year": [(str(year), str(year)) for year in years(crime)],
        }
        for name, field in self.fields.items():
            field.label = say(f"network.{name}")
            field.choices = [("", say(f"network.any-{name}")), *offered[name]]  # type: ignore[attr-defined]
        self.fields["year"].widget.attrs["data-years"] = ""

    @property
    def keeps(self) -> Callable[[Tie], bool]:
        """Whether a tie is asked for; a choice that is none narrows nothing."""
        checks = [_CHECKS[name](value) for name, value in self._asked.items()]
        return lambda tie: all(check(tie) for check in checks)

    @property
    def narrows(self) -> bool:
        """Whether anything is left out by what was asked."""
        return bool(self._asked)

    @property
    def _asked(self) -> dict[str, object]:
        self.full_clean()
        return {name: value for name, value in self.cleaned_data.items() if value}


class Ends(forms.Form):
    """The other end of a path: a party by its id or its name."""

    to = forms.CharField(required=False, max_length=300)

    def __init__(self, data: object) -> None:
        super().__init__(data, auto_id="e-%s")  # type: ignore[arg-type]
        self.fields["to"].label = say("network.path-to")
        self.fields["to"].widget.attrs.update({"list": "parties", "autocomplete": "off"})


def years(ties: Iterable[Tie]) -> list[int]:
    """Return the years that the ties' periods touch, from the first to the last; none where none is told."""
    told = [int(day[:4]) for tie in ties for day in (tie.since, tie.until) if day]
    return list(range(min(told), max(told) + 1)) if told else []


def holds_in(tie: Tie, year: int) -> bool:
    """Whether the tie may have held in a year: an end that no source tells excludes nothing."""
    begun = not tie.since or int(tie.since[:4]) <= year
    return begun and (not tie.until or int(tie.until[:4]) >= year)


_CHECKS: dict[str, Callable[..., Callable[[Tie], bool]]] = {
    "basis": lambda basis: lambda tie: tie.basis == basis,
    "nature": lambda nature: lambda tie: _nature(tie) == nature,
    "reliability": lambda least: lambda tie: bool(tie.reliability) and tie.reliability[0] <= least,
    "year": lambda year: lambda tie: holds_in(tie, year),
}


def _natures(ties: Iterable[Tie]) -> list[str]:
    found = {_nature(tie) for tie in ties}
    return [each.value for each in Nature if each.value in found]


def _nature(tie: Tie) -> str:
    kind = KINDS.get(tie.kind)
    return kind.nature.value if kind else ""


def _at_least(rating: str) -> str:
    return say("network.at-least", rating=rating, words=code("source-rating", rating))
