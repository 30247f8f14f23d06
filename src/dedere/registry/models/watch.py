"""Who read what, who was turned away, who was given which role; guarded like the journal."""

from __future__ import annotations

from django.db import models


class Reading(models.Model):
    """An officer opened a file."""

    at = models.DateTimeField()
    officer = models.CharField(max_length=150)
    stream = models.CharField(max_length=32)
    page = models.CharField(max_length=64)

    class Meta:
        """Read by file and by officer, newest first."""

        indexes = (
            models.Index(fields=["stream", "-id"], name="reading_of_file"),
            models.Index(fields=["officer", "-id"], name="reading_by_officer"),
        )


class Attempt(models.Model):
    """An officer asked for what the role does not allow."""

    at = models.DateTimeField()
    officer = models.CharField(max_length=150)
    permission = models.CharField(max_length=64)
    address = models.CharField(max_length=500)

    class Meta:
        """Read by officer, newest first."""

        indexes = (models.Index(fields=["officer", "-id"], name="attempt_by_officer"),)


class OfficerChange(models.Model):
    """An account was opened, changed or closed: by whom, what, from what to what."""

    at = models.DateTimeField()
    by = models.CharField(max_length=150)
    officer = models.CharField(max_length=150)
    what = models.CharField(max_length=32)
    before = models.CharField(max_length=64, blank=True)
    after = models.CharField(max_length=64, blank=True)

    class Meta:
        """Read by officer, newest first."""

        indexes = (models.Index(fields=["officer", "-id"], name="change_of_officer"),)
