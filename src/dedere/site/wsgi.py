"""The server's entry point: ``granian --interface wsgi dedere.site.wsgi:application``."""

from __future__ import annotations

import os

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "dedere.site.settings")
if not settings.LASTING_KEY:
    raise ImproperlyConfigured("DEDERE_SECRET_KEY is not set: each restart would sign everybody out")
application = get_wsgi_application()
