"""Checkpoints: what this State signed of its journal, and what it last saw of another's."""

from __future__ import annotations

from django.db import models


class CheckpointRow(models.Model):
    """The journal as it was at ``size`` lines, signed; ``note`` ends in the lines of its witnesses."""

    size = models.BigIntegerField(primary_key=True)
    note = models.TextField()
    signed_at = models.DateTimeField()
    cosigned_at = models.DateTimeField(null=True)


class WitnessedRow(models.Model):
    """The longest checkpoint of another State's journal that this State cosigned.

    ``refused`` is the code of what was refused since: what it showed does not go on from ``note``.
    """

    origin = models.CharField(primary_key=True, max_length=100)
    state = models.CharField(max_length=2)
    size = models.BigIntegerField()
    note = models.TextField()
    cosigned_at = models.DateTimeField()
    refused = models.CharField(max_length=32, blank=True)
    refused_at = models.DateTimeField(null=True)
