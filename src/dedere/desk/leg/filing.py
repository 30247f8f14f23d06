"""Sending a step of a leg to the clerk: under its key, on the step that the officer saw."""

from __future__ import annotations

from datetime import datetime

from django.http import HttpRequest

from dedere.clerk.once import FiledOnce, file_once
from dedere.desk import clock
from dedere.desk.leg.forms import StepForm
from dedere.docket.acts import Act
from dedere.docket.handover import Handover, Listed
from dedere.words import Refused


def file_step(
    request: HttpRequest, handover: Handover, person: Listed, form: StepForm
) -> FiledOnce | Refused:
    """File the form for one person; what the page showed of that person came with it.

    ``stay-<case>`` are the stays that the officer was shown, ``came-<case>`` the step.
    """
    at = clock.now(request)
    shown = tuple(request.POST.getlist(f"stay-{person.case}"))
    return file_once(
        handover.id,
        _act(form, person, shown, at),
        case=person.case,
        key=form.cleaned_data["key"],
        by=request.user.get_username(),
        at=at,
        came=request.POST.get(f"came-{person.case}", ""),
    )


def kept_by_another(request: HttpRequest, form: StepForm) -> bool:
    """Whether the form was filled by one officer and is sent by another, on a device that both use."""
    return bool(form.cleaned_data["keeper"] != request.user.get_username())


def _act(form: StepForm, person: Listed, shown: tuple[str, ...], at: datetime) -> Act:
    return Act(
        code=form.act,
        entry=form.entry(person, shown),
        occurred_at=form.cleaned_data.get("when") or at,
        simulated=clock.simulated(),
    )
