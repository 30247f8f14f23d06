"""The officer's preferences, and the request that keeps a session alive."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import override
from django.views.decorators.http import require_POST

from dedere.desk import wording
from dedere.desk.frame.surroundings import LOOK_COOKIE, look
from dedere.desk.officers import may, officer_of
from dedere.desk.signin.forms import Preferences
from dedere.registry.accounts import set_language

YEAR = 365 * 24 * 3600


@may("own-account")
def preferences(request: HttpRequest) -> HttpResponse:
    """Show and keep the officer's language and this browser's colours."""
    kept = {"language": wording.language(), "look": look(request)}
    form = Preferences(request.POST or None, initial=kept)
    if request.method != "POST" or not form.is_valid():
        return render(request, "signin/preferences.html", {"form": form})
    set_language(officer_of(request), form.cleaned_data["language"])
    with override(form.cleaned_data["language"]):
        messages.success(request, wording.say("signin.kept"))
        response = redirect(reverse("signin:preferences"))
    response.set_cookie(LOOK_COOKIE, form.cleaned_data["look"], max_age=YEAR, httponly=True, samesite="Lax")
    return response


@may("own-account")
@require_POST
def stay(request: HttpRequest) -> HttpResponse:
    """Keep the session: any request renews it, this one does nothing else."""
    if request.headers.get("X-Requested-With") == "fetch":
        return HttpResponse(status=204)
    return redirect("frame:home")
