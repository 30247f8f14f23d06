"""How allauth behaves at this desk: nobody signs themself up, and each lands in their language."""

from __future__ import annotations

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import override


class DeskAdapter(DefaultAccountAdapter):  # type: ignore[misc]  # allauth ships no types
    """Closed to sign-up; no e-mail is sent or asked for."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Return False: the administrator adds officers."""
        return False

    def get_login_redirect_url(self, request: HttpRequest) -> str:
        """Return the officer's first page, in the officer's own language."""
        with override(getattr(request.user, "language", None)):
            return reverse("frame:home")

    def send_mail(self, template_prefix: str, email: str, context: dict[str, object]) -> None:
        """Send nothing: the desk knows no e-mail address."""
