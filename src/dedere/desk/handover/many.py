"""One act for many persons of a handover: whom it is for, and each person's own result."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django import forms
from django.http import HttpRequest

from dedere import clerk
from dedere.desk import clock
from dedere.desk.acts.choices import Row
from dedere.desk.acts.inputs import TickField
from dedere.desk.acts.refusals import why
from dedere.desk.wording import say
from dedere.docket.acts import Act
from dedere.docket.entries import Entry
from dedere.docket.handover import Handover
from dedere.words import Refused

Result = tuple[str, str]


class ForMany(forms.Form):
    """The persons whom an act is for; the form of an act adds what holds for all of them."""

    persons = TickField(required=False)
    use_required_attribute = False

    def __init__(self, rows: list[Row], **kwargs: Any) -> None:
        super().__init__(auto_id="f-%s", **kwargs)
        self.order_fields([name for name in self.fields if name != "persons"])
        self.fields["persons"].label = say("handover.fill-persons")
        self.fields["persons"].choices = rows  # type: ignore[attr-defined]

    def clean_persons(self) -> tuple[str, ...]:
        """Return the persons chosen; nobody is a complaint."""
        chosen: tuple[str, ...] = self.cleaned_data["persons"]
        if not chosen:
            raise forms.ValidationError(say("handover.fill-none"))
        return chosen


def file_for_many(
    request: HttpRequest, handover: Handover, form: ForMany, act: str, entry: Callable[[str], Entry]
) -> list[Result]:
    """File one act for each person chosen; return each name with its refusal in words, or nothing."""
    chosen, at = form.cleaned_data["persons"], clock.now(request)
    acts = [Act(code=act, entry=entry(case), occurred_at=at, simulated=clock.simulated()) for case in chosen]
    names = {person.case: person.person for person in handover.active}
    filed = clerk.file_handover_many(handover.id, acts, by=request.user.get_username(), at=at)
    return [
        (names.get(case, case), why(result) if isinstance(result, Refused) else "")
        for case, (_, result) in zip(chosen, filed, strict=True)
    ]
