"""Forms begun and not filed, kept on the server: one for each officer, file and act."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from django.http import HttpRequest, QueryDict

from dedere.registry.models import Draft, Officer

# What belongs to one sending of a form and not to what was written in it.
_PASSING = frozenset({"csrfmiddlewaretoken", "step", "seen"})


def owner(request: HttpRequest) -> Officer:
    """Return the officer who asks; every page with drafts is behind a sign-in."""
    assert isinstance(request.user, Officer)  # noqa: S101  (told to mypy)
    return request.user


def keep(officer: Officer, stream: str, act: str, data: QueryDict, *, at: datetime) -> None:
    """Keep what was written, in place of an earlier draft of the same act."""
    written = {name: values for name, values in data.lists() if name not in _PASSING}
    Draft.objects.update_or_create(
        officer=officer, stream=stream, act=act, defaults={"fields": written, "saved_at": at}
    )


def find(officer: Officer, stream: str, act: str) -> Draft | None:
    """Return the officer's draft of this act, or None."""
    return Draft.objects.filter(officer=officer, stream=stream, act=act).first()


def of_file(officer: Officer, stream: str) -> Iterable[Draft]:
    """Return the officer's drafts on one file, newest first."""
    return Draft.objects.filter(officer=officer, stream=stream).order_by("-saved_at")


def drop(officer: Officer, stream: str, act: str) -> None:
    """Let go of a draft."""
    Draft.objects.filter(officer=officer, stream=stream, act=act).delete()


def written(draft: Draft, *, seen: int) -> QueryDict:
    """Return a draft as form data, on the version of the file that the officer now reads."""
    data = QueryDict(mutable=True)
    for name, values in draft.fields.items():
        data.setlist(name, values)
    data["seen"] = str(seen)
    return data
