"""Keys of calendar feeds: whose dates a calendar program may read without a session."""

from __future__ import annotations

from django.conf import settings
from django.db import models


class CalendarKey(models.Model):
    """An officer's one key, kept as its SHA-256 only; ``read_at`` is when a calendar last asked."""

    officer = models.OneToOneField(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, primary_key=True)
    digest = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField()
    read_at = models.DateTimeField(null=True)
