"""What keeps the desk closed: the secret key, the content policy, the settings of HTTPS."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from pathlib import Path


def secret_key(environment: Mapping[str, str], state: Path) -> str:
    """Return the key of ``DEDERE_SECRET_KEY``, or of the file ``secret-key`` in the state folder.

    Where neither is, it is empty: see ``key_of_this_process``.
    """
    kept = state / "secret-key"
    return environment.get("DEDERE_SECRET_KEY", "") or (
        kept.read_text(encoding="ascii").strip() if kept.is_file() else ""
    )


def key_of_this_process() -> str:
    """A key that dies with the process: commands and tests run on it, and serving is refused."""
    return secrets.token_urlsafe(64)


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
