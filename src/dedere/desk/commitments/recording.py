"""The form by which a meeting, an agreement, a commitment or a measure is recorded or corrected."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from django import forms
from django.forms.boundfield import BoundField

from dedere.accords.accord import BOTH, LEDGER, Accord, Area, Kind
from dedere.accords.figures import FIGURES
from dedere.accords.partial import span
from dedere.desk.acts.choices import words_of as choice_words
from dedere.desk.acts.inputs import LinesField, TickField
from dedere.desk.commitments.filters import SIDES
from dedere.desk.commitments.forms import day_field, long_field, worded
from dedere.desk.commitments.written import accord_of, words_of, written
from dedere.desk.wording import code, say, state
from dedere.docket.acts import Act
from dedere.docket.entries import AccordCorrected, AccordRecorded, Entry
from dedere.docket.stage import TrackKind
from dedere.law.assurances.assurance import ABOUT
from dedere.registry.accords import Asked, listed

_MEETING = ("place", "attended", "agenda_es", "agenda_en")
_WHEN = ("until", "beneficiary", "at", "due", "every", "term_es", "term_en")
_PROOF = ("indicator_es", "indicator_en", "unit", "baseline", "proof_es", "proof_en")
_DOCKET = ("figure", "figure_since", "figure_until", "figure_track", "figure_about", "figure_target")


class AccordForm(forms.Form):
    """What is recorded, with whose words; ``accord`` is the one that a correction starts from."""

    use_required_attribute = False

    def __init__(self, kind: str, data: Any = None, *, accord: Accord | None = None, seen: int = 0) -> None:
        initial = {**(written(accord) if accord else {}), "seen": seen}
        super().__init__(data, auto_id="f-%s", initial=initial)
        self.kind, self.accord = kind, accord
        self.sections = tuple((title, tuple(fields)) for title, fields in _sections(kind))
        for _, fields in self.sections:
            self.fields.update(fields)
        self.fields["seen"] = forms.IntegerField(min_value=0, widget=forms.HiddenInput)
        if accord:
            self.fields["reason"] = long_field(required=True)
        self.fields["sources"] = LinesField(label=say("commitments.field-sources"), required=False)
        worded(self)

    def shown(self) -> Iterator[tuple[str, list[BoundField]]]:
        """Yield each section of the form with its fields, the reason and the sources last."""
        for title, fields in self.sections:
            yield title, [self[name] for name, _ in fields]
        rest = [self[name] for name in ("reason", "sources") if name in self.fields]
        yield say("commitments.section-filing"), rest

    def clean(self) -> dict[str, Any]:
        """Complain about days that are none, a text that nobody tells, a figure that asks nothing."""
        given = super().clean() or {}
        for name in ("on", "until"):
            if given.get(name) and span(given[name]) is None:
                self.add_error(name, say("commitments.no-day"))
        if given.get("until") and given["until"] < given.get("on", ""):
            self.add_error("until", say("commitments.ends-before"))
        if not any(words_of(given, whose.lower()) for whose in (LEDGER, BOTH, *SIDES)):
            self.add_error("ledger_es", say("commitments.needed"))
        for side in SIDES:
            if given.get(f"{side.lower()}_silent") and words_of(given, side.lower()):
                self.add_error(f"{side.lower()}_silent", say("commitments.silent-speaks"))
        if any(line.partition(":")[0].strip() not in SIDES for line in given.get("attended", ())):
            self.add_error("attended", say("commitments.attended-hint"))
        self._figure(given)
        return given

    def _figure(self, given: dict[str, Any]) -> None:
        name = given.get("figure")
        for narrowing in ("track", "about"):
            if given.get(f"figure_{narrowing}") and (not name or narrowing not in FIGURES[name].narrowed_by):
                self.add_error(f"figure_{narrowing}", say("commitments.narrows-nothing"))
        since, until = given.get("figure_since"), given.get("figure_until")
        if since and until and until < since:
            self.add_error("figure_until", say("commitments.ends-before"))

    def act(self, _code: str = "", *, at: datetime, simulated: bool) -> Act:
        """Return the act that records or corrects; call it on a valid form only."""
        act = "correct-accord" if self.accord else f"record-{self.kind}"
        sources = self.cleaned_data["sources"]
        return Act(code=act, entry=self._entry(), occurred_at=at, sources=sources, simulated=simulated)

    def _entry(self) -> Entry:
        old, given = self.accord, self.cleaned_data
        if old is None:
            return AccordRecorded(accord=accord_of(self.kind, SIDES, given))
        told = accord_of(self.kind, old.between, given, told=old.accounts)
        return AccordCorrected(accord=told, reason=given["reason"])


def _sections(kind: str) -> Iterator[tuple[str, list[tuple[str, forms.Field]]]]:
    yield (
        say("commitments.section-what"),
        [
            ("area", _choice([(each.value, code("area", each)) for each in Area])),
            ("by", TickField(choices=[(side, state(side)) for side in SIDES])),
            ("office", _line()),
            ("on", forms.CharField(max_length=10, help_text=say("commitments.partial-hint"))),
            *((name, _made(name)) for name in (*_WHEN, *(_MEETING if kind == Kind.MEETING.value else ()))),
            *((name, long_field()) for name in ("note_es", "note_en")),
        ],
    )
    for whose in (LEDGER, BOTH, *SIDES):
        called = state(whose) if whose in SIDES else code("whose", whose)
        yield say("commitments.section-told", whose=called), list(_account(whose))
    yield say("commitments.section-proof"), [(name, _made(name)) for name in _PROOF]
    yield say("commitments.section-docket"), [(name, _made(name)) for name in _DOCKET]


def _made(name: str) -> forms.Field:
    match name:
        case "attended":
            return LinesField(required=False, help_text=say("commitments.attended-hint"))
        case "due" | "figure_since" | "figure_until":
            field = day_field()
            field.required = False
            return field
        case "every" | "figure_target":
            return forms.IntegerField(required=False, min_value=1)
        case "beneficiary":
            return _choice([(side, state(side)) for side in SIDES], required=False)
        case "at":
            return _choice(list(_occasions()), required=False)
        case "figure":
            return _choice([(each, code("docket-figure", each)) for each in FIGURES], required=False)
        case "figure_track":
            return _choice([(each.value, code("track", each)) for each in TrackKind], required=False)
        case "figure_about":
            return _choice([(each, choice_words("about", each)) for each in ABOUT], required=False)
        case _:
            return long_field() if name.endswith(("_es", "_en")) else _line()


def _occasions() -> Iterator[tuple[str, str]]:
    for kind in (Kind.MEETING.value, Kind.AGREEMENT.value):
        for row in listed(Asked(kind=kind)):
            yield row.number, f"{row.number} · {row.on}"


def _account(whose: str) -> Iterator[tuple[str, forms.Field]]:
    """A text in both languages, with the one it was published in: the ledger's own name was in none."""
    name = whose.lower()
    languages = [("es", say("commitments.in-spanish")), ("en", say("commitments.in-english"))]
    for language, words in languages:
        field = long_field()
        field.label = words
        yield f"{name}_{language}", field
    told: dict[str, forms.Field] = {
        **({"original": _choice(languages, required=False)} if whose != LEDGER else {}),
        "sources": LinesField(required=False),
        **({"silent": forms.BooleanField(required=False)} if whose in SIDES else {}),
    }
    for part, asked in told.items():
        asked.label = say(f"commitments.account-{part}")
        yield f"{name}_{part}", asked


def _choice(rows: list[tuple[str, str]], *, required: bool = True) -> forms.ChoiceField:
    return forms.ChoiceField(required=required, choices=[("", say("commitments.none-chosen")), *rows])


def _line() -> forms.CharField:
    return forms.CharField(required=False, max_length=300)
