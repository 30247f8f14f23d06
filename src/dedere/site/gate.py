"""The gate's entry point: ``granian --interface wsgi dedere.site.gate:application``."""

from __future__ import annotations

import os

os.environ["DJANGO_SETTINGS_MODULE"] = "dedere.site.gatesettings"

from django.core.wsgi import get_wsgi_application

application = get_wsgi_application()
