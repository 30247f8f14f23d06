"""What the desk keeps while work goes on: drafts, presence, serial numbers, alerts, imports."""

from __future__ import annotations

from django.conf import settings
from django.db import models


class Serial(models.Model):
    """The last number given in a series, such as ``MX-2025`` or ``H-2025``."""

    series = models.CharField(primary_key=True, max_length=24)
    last = models.PositiveIntegerField(default=0)


class Draft(models.Model):
    """A form that an officer began and has not filed; one for each file and act."""

    officer = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE)
    stream = models.CharField(max_length=32, blank=True)
    act = models.CharField(max_length=64)
    fields = models.JSONField()
    saved_at = models.DateTimeField()

    class Meta:
        """One draft for an officer, file and act."""

        constraints = (models.UniqueConstraint(fields=["officer", "stream", "act"], name="one_draft_each"),)


class Presence(models.Model):
    """An officer is on a file's page; nothing is locked by it."""

    officer = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE)
    stream = models.CharField(max_length=32)
    seen_at = models.DateTimeField()

    class Meta:
        """One mark for an officer and file; looked up by file."""

        constraints = (models.UniqueConstraint(fields=["stream", "officer"], name="one_presence_each"),)


class Alert(models.Model):
    """Something fell due and was said once; ``ended_at`` when what it warned of was done.

    ``key`` holds the due date, so that a clock that starts anew or is moved alerts anew.
    """

    key = models.CharField(primary_key=True, max_length=96)
    case = models.CharField(max_length=32)
    rule = models.CharField(max_length=64)
    due = models.DateField()
    raised_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    class Meta:
        """Alerts that still stand are looked up at each tick."""

        indexes = (
            models.Index(fields=["key"], condition=models.Q(ended_at__isnull=True), name="alert_standing"),
        )


class Imported(models.Model):
    """Which row of which list became which file, and the digest of the row when it last did."""

    key = models.CharField(primary_key=True, max_length=200)
    stream = models.CharField(max_length=32, db_index=True)
    digest = models.CharField(max_length=64)
    at = models.DateTimeField()


class Sent(models.Model):
    """A step of a custody leg that came under a key of its own: which line it became.

    A device without connection sends what it kept, perhaps more than once; the second finds this row.
    """

    officer = models.CharField(max_length=150)
    key = models.CharField(max_length=64)
    stream = models.CharField(max_length=32)
    case = models.CharField(max_length=32)
    act = models.CharField(max_length=64)
    line = models.PositiveIntegerField()
    at = models.DateTimeField()

    class Meta:
        """One line for an officer, key, person and act."""

        constraints = (
            models.UniqueConstraint(
                fields=["key", "officer", "stream", "case", "act"], name="one_line_per_key"
            ),
        )
