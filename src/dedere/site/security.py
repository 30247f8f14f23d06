"""What keeps the desk closed: the secret key, the content policy, the settings of HTTPS."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured


def secret_key(environment: Mapping[str, str], state: Path) -> str:
    """Return the key of ``DEDERE_SECRET_KEY``, or of the file ``secret-key`` in the state folder.

    Where neither is, a key for this process alone: commands and tests run, and serving is refused
    by ``demand_key``.
    """
    given = environment.get("DEDERE_SECRET_KEY", "")
    kept = state / "secret-key"
    if given:
        return given
    if kept.is_file():
        return kept.read_text(encoding="ascii").strip()
    return secrets.token_urlsafe(64)


def demand_key(environment: Mapping[str, str], state: Path) -> None:
    """Raise ImproperlyConfigured where the key would die with this process: sessions would die too."""
    if not environment.get("DEDERE_SECRET_KEY") and not (state / "secret-key").is_file():
        raise ImproperlyConfigured(
            f"DEDERE_SECRET_KEY is not set and {state / 'secret-key'} does not exist; "
            "set it, or start the desk with ./desk or dedere serve, which makes one"
        )


def csp() -> dict[str, object]:
    """The content policy: everything from this desk, nothing inline, no frame, no object."""
    own = ["'self'"]
    return {
        "DIRECTIVES": {
            "default-src": own,
            "script-src": own,
            "style-src": own,
            "img-src": [*own, "data:"],
            "object-src": ["'none'"],
            "base-uri": ["'none'"],
            "form-action": own,
            "frame-ancestors": ["'none'"],
        }
    }


def https(environment: Mapping[str, str]) -> tuple[bool, bool, bool, int, tuple[str, str] | None]:
    """Return session cookie secure, form cookie secure, redirect, seconds of HSTS, the proxy's header.

    ``DEDERE_HTTPS=1`` turns them on; ``DEDERE_PROXY=1`` says that a proxy in front ends TLS.
    """
    on = environment.get("DEDERE_HTTPS") == "1"
    behind = ("HTTP_X_FORWARDED_PROTO", "https") if environment.get("DEDERE_PROXY") == "1" else None
    return on, on, on, 31_536_000 if on else 0, behind
