"""The gate's settings: the desk's database and keys, and none of its pages, sessions or middleware."""

from dedere.site.settings import *  # noqa: F403  (the desk's, but for what follows)

INSTALLED_APPS = ["django.contrib.auth", "django.contrib.contenttypes", "dedere.registry"]
MIDDLEWARE = []
AUTHENTICATION_BACKENDS = []
SILENCED_SYSTEM_CHECKS = []
ROOT_URLCONF = "dedere.gate.urls"
WSGI_APPLICATION = "dedere.site.gate.application"
APPEND_SLASH = False
