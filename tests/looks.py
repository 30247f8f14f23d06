"""How a page is looked at in a browser: who has signed in, what axe finds, whether it scrolls sideways."""

from __future__ import annotations

from axe_playwright_python.sync_playwright import Axe
from django.conf import settings
from django.test import Client
from playwright.sync_api import Page
from pytest_django.live_server_helper import LiveServer

from dedere.registry.models import Officer

import cast

_WCAG = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}}


def staff() -> None:
    """Put the cast's officers on the desk."""
    for name, role in cast.ROLES.items():
        Officer.objects.create_user(username=name, password=cast.PASSWORD, role=role)


def enter(page: Page, live_server: LiveServer, name: str) -> None:
    """Sign in without the form, which has its own test."""
    client = Client()
    client.force_login(
        Officer.objects.get(username=name), backend="django.contrib.auth.backends.ModelBackend"
    )
    cookie = client.cookies[settings.SESSION_COOKIE_NAME]
    page.context.add_cookies([{"name": cookie.key, "value": cookie.value, "url": live_server.url}])


def policy_complaints(page: Page) -> list[str]:
    """Return a list that fills with what the browser says the content security policy stopped."""
    complaints: list[str] = []
    page.on("console", lambda said: complaints.append(said.text) if "Security Policy" in said.text else None)
    return complaints


def accessible(page: Page, path: str) -> None:
    """Hold a page against WCAG 2.2 AA, as far as axe can."""
    found = Axe().run(page, options=_WCAG)
    assert found.violations_count == 0, f"{path}\n{found.generate_report()}"


def sound(page: Page, path: str) -> None:
    """Hold a page against WCAG 2.2 AA, and see that it does not scroll sideways."""
    accessible(page, path)
    wide = page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth")
    assert not wide, f"{path} scrolls sideways"
