"""Django's settings: secrets from the environment, strict by default."""

from __future__ import annotations

import os
from pathlib import Path

from dedere.site.database import database

ROOT = Path(__file__).resolve().parents[1]
STATE = Path(os.environ.get("DEDERE_FOLDER", ".state")).absolute()

SECRET_KEY = os.environ.get("DEDERE_SECRET_KEY", "")
DEBUG = False
ALLOWED_HOSTS = os.environ.get("DEDERE_HOSTS", "127.0.0.1,localhost,testserver").split(",")

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "dedere.registry",
    "dedere.desk",
]
AUTH_USER_MODEL = "registry.Officer"
DATABASES = {"default": database(os.environ.get("DATABASE_URL", ""), STATE)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
ROOT_URLCONF = "dedere.site.urls"
USE_TZ = True
TIME_ZONE = os.environ.get("DEDERE_ZONE", "America/Mexico_City")

# The desk's own State, and whether this is a demonstration with the clock set to a past instant.
DEDERE_HOME = os.environ.get("DEDERE_HOME", "MX")
DEDERE_DEMO_CLOCK = os.environ.get("DEDERE_DEMO_CLOCK", "")
