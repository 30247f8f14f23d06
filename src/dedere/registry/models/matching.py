"""Who is who: runs of the matcher, the pairs that wait to be looked at, what was decided of pairs.

``RunRow`` and ``DecidedRow`` are drawn from the journal like every worklist. ``PairRow`` is what the latest
run of two rolls proposed, and is replaced by the next: the journal keeps its digest, and of a decided pair
all that the officer saw.
"""

from __future__ import annotations

from django.db import models

from dedere.registry.models.worklist import STREAM

KEY = 24
QUEUE = 12
DIGEST = 64


class RunRow(models.Model):
    """One run as it was sealed; ``inputs`` and ``parameters`` are canonical JSON."""

    number = models.CharField(primary_key=True, max_length=STREAM)
    position = models.BigIntegerField(unique=True)
    wanted_roll = models.TextField()
    register_roll = models.TextField()
    model = models.TextField()
    parameters = models.TextField()
    inputs = models.TextField()
    strong = models.PositiveIntegerField()
    review = models.PositiveIntegerField()
    proposals = models.CharField(max_length=DIGEST)
    by = models.CharField(max_length=150)
    at = models.DateTimeField()
    simulated = models.BooleanField()


class PairRow(models.Model):
    """One pair that the latest run of its two rolls proposed, with both records and the evidence as text."""

    key = models.CharField(primary_key=True, max_length=KEY)
    run = models.CharField(max_length=STREAM)
    wanted_roll = models.TextField()
    wanted_id = models.TextField()
    register_roll = models.TextField()
    register_id = models.TextField()
    queue = models.CharField(max_length=QUEUE)
    band = models.CharField(max_length=QUEUE)
    bits = models.FloatField()
    probability = models.FloatField()
    wanted_name = models.TextField(blank=True)
    register_name = models.TextField(blank=True)
    wanted_digest = models.CharField(max_length=DIGEST)
    register_digest = models.CharField(max_length=DIGEST)
    wanted = models.TextField()
    held = models.TextField()
    proposal = models.TextField()
    simulated = models.BooleanField()

    class Meta:
        """The queue is walked from the greatest weight down; rivals are sought by the person wanted."""

        indexes = (
            models.Index(fields=["queue", "-bits", "key"], name="pair_queue"),
            models.Index(fields=["wanted_roll", "wanted_id"], name="pair_wanted"),
            models.Index(fields=["register_roll", "register_id"], name="pair_register"),
        )


class DecidedRow(models.Model):
    """The file of one pair: what binds (``verdict`` is empty where nothing does) and what awaits a signature.

    ``line`` and ``awaiting`` are the lines of the one and of the other, or 0.
    """

    number = models.CharField(primary_key=True, max_length=STREAM)
    position = models.BigIntegerField(unique=True)
    version = models.PositiveIntegerField()
    key = models.CharField(max_length=KEY, unique=True)
    wanted_roll = models.TextField()
    wanted_id = models.TextField()
    register_roll = models.TextField()
    register_id = models.TextField()
    wanted_name = models.TextField(blank=True)
    register_name = models.TextField(blank=True)
    verdict = models.CharField(max_length=16, blank=True)
    wanted_digest = models.CharField(max_length=DIGEST, blank=True)
    register_digest = models.CharField(max_length=DIGEST, blank=True)
    reason = models.TextField(blank=True)
    by = models.CharField(max_length=150, blank=True)
    second = models.CharField(max_length=150, blank=True)
    at = models.DateTimeField(null=True)
    line = models.PositiveIntegerField()
    awaiting = models.PositiveIntegerField()
    awaiting_by = models.CharField(max_length=150, blank=True)
    simulated = models.BooleanField()

    class Meta:
        """Listed by verdict and, for a second officer, by what awaits one; sought by either record."""

        indexes = (
            models.Index(fields=["verdict", "-position"], name="decided_verdict"),
            models.Index(fields=["position"], condition=models.Q(awaiting__gt=0), name="decided_awaiting"),
            models.Index(fields=["wanted_id"], name="decided_wanted"),
            models.Index(fields=["wanted_roll", "register_roll"], name="decided_rolls"),
        )
