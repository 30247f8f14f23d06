"""The gate's settings: the desk's database and keys, and none of its pages, sessions or middleware."""

from __future__ import annotations

from dedere.site.settings import *  # noqa: F403  (the desk's, but for what follows)

ROOT_URLCONF = "dedere.gate.urls"
WSGI_APPLICATION = "dedere.site.gate.application"
MIDDLEWARE = []
APPEND_SLASH = False
