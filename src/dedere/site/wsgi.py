"""The server's entry point: ``granian --interface wsgi dedere.site.wsgi:application``."""

from __future__ import annotations

import os

from django.conf import settings
from django.core.wsgi import get_wsgi_application

from dedere.site.security import demand_key

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "dedere.site.settings")
demand_key(os.environ, settings.STATE)
application = get_wsgi_application()
