"""Officers: listed, added, given a role, disabled, reset, by the administrator."""

from __future__ import annotations

from axes.utils import reset
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from dedere.desk import clock, wording
from dedere.desk.frame.errors import NotFound
from dedere.desk.officers import may
from dedere.desk.officers_admin.forms import NewOfficer, NewPassword, NewRole
from dedere.registry import accounts
from dedere.registry.models import Officer
from dedere.words import Refused


@may("manage-officers")
def listed(request: HttpRequest) -> HttpResponse:
    """Show every account."""
    return render(request, "officers_admin/list.html", {"officers": accounts.officers()})


@may("manage-officers")
def add(request: HttpRequest) -> HttpResponse:
    """Add an officer."""
    form = NewOfficer(request.POST or None)
    if request.method == "POST" and form.is_valid():
        added = accounts.add(**form.cleaned_data, by=request.user.get_username(), at=clock.now(request))
        if not isinstance(added, Refused):
            messages.success(request, wording.say("officers.added", username=added.username))
            return redirect("officers:list")
        form.add_error("username", wording.say(f"officers.{added.code}", **added.facts))
    return render(request, "officers_admin/add.html", {"form": form})


@may("manage-officers")
def one(request: HttpRequest, username: str) -> HttpResponse:
    """Show an account and what may be done with it; one form for each deed."""
    officer = accounts.officer(username)
    if officer is None:
        raise NotFound("officer", username)
    done = request.POST.get("do", "")
    role = NewRole(request.POST if done == "role" else None, initial={"role": officer.role})
    password = NewPassword(request.POST if done == "password" else None)
    said = _do(request, officer, done, role, password) if done else ""
    if said:
        messages.success(request, said)
        return redirect("officers:one", username)
    shown = {
        "officer": officer,
        "role": role,
        "password": password,
        "form": role if role.errors else password,
    }
    return render(request, "officers_admin/one.html", shown)


def _do(request: HttpRequest, officer: Officer, done: str, role: NewRole, password: NewPassword) -> str:
    # Returns what to say when it was done; empty where the form or the registry refused.
    by, at = request.user.get_username(), clock.now(request)
    result: Officer | Refused | None = None
    if done == "role" and role.is_valid():
        result = accounts.give_role(officer, role.cleaned_data["role"], by=by, at=at)
    elif done == "password" and password.is_valid():
        accounts.reset_password(officer, password.cleaned_data["password"], by=by, at=at)
        reset(username=officer.username.lower())
        result = officer
    elif done in {"disable", "enable"}:
        result = accounts.set_active(officer, done == "enable", by=by, at=at)
    if isinstance(result, Refused):
        messages.error(request, wording.say(f"officers.{result.code}", **result.facts))
        return ""
    return wording.say(f"officers.done-{done}", username=officer.username) if result else ""
