"""Who hangs together: networks as they were loaded, their parties, their ties.

``NetworkRow`` is drawn from the journal like every worklist. ``PartyRow`` and ``TieRow`` are what the latest
load said, row by row; the journal keeps their seal and the digests of the files.
"""

from __future__ import annotations

from django.db import models

from dedere.registry.models.matching import DIGEST, KEY
from dedere.registry.models.worklist import STREAM


class NetworkRow(models.Model):
    """One network as it was last loaded; ``inputs`` is canonical JSON, ``line`` the line of that load."""

    number = models.CharField(primary_key=True, max_length=STREAM)
    position = models.BigIntegerField(unique=True)
    name = models.CharField(max_length=64, unique=True)
    line = models.PositiveIntegerField()
    parties = models.PositiveIntegerField()
    ties = models.PositiveIntegerField()
    inputs = models.TextField()
    seal = models.CharField(max_length=DIGEST)
    by = models.CharField(max_length=150)
    at = models.DateTimeField()
    simulated = models.BooleanField()

    def __str__(self) -> str:
        return self.name


class PartyRow(models.Model):
    """A person or an organisation of one network; ``line`` is the load that last changed the row.

    ``case`` is the number of the person's case on this desk, empty where there is none.
    """

    key = models.CharField(primary_key=True, max_length=KEY)
    network = models.CharField(max_length=STREAM)
    id = models.TextField()
    name = models.TextField()
    kind = models.CharField(max_length=32, blank=True)
    case = models.CharField(max_length=STREAM, blank=True)
    line = models.PositiveIntegerField()

    class Meta:
        """Read by network; sought by the case of the person."""

        indexes = (
            models.Index(fields=["network", "key"], name="party_network"),
            models.Index(fields=["case"], condition=~models.Q(case=""), name="party_case"),
        )


class TieRow(models.Model):
    """A tie as a source tells it, from ``tail`` to ``head``, both ids of parties of the same network.

    Days are ISO and may be partial; ``sources`` are ids of published sources, a space between two.
    """

    key = models.CharField(primary_key=True, max_length=KEY)
    network = models.CharField(max_length=STREAM)
    tail = models.TextField()
    head = models.TextField()
    kind = models.CharField(max_length=64, blank=True)
    since = models.CharField(max_length=10, blank=True)
    until = models.CharField(max_length=10, blank=True)
    basis = models.CharField(max_length=32, blank=True)
    reliability = models.CharField(max_length=32, blank=True)
    sources = models.TextField(blank=True)
    note = models.TextField(blank=True)
    joint_offence = models.BooleanField()
    line = models.PositiveIntegerField()

    class Meta:
        """Read by network."""

        indexes = (models.Index(fields=["network", "key"], name="tie_network"),)


class WorkedRow(models.Model):
    """What was worked out from a network, by the digest of all that went into it; ``text`` is JSON.

    A row may be thrown away at any time: it is worked out anew, to the same text.
    """

    digest = models.CharField(primary_key=True, max_length=DIGEST)
    network = models.CharField(max_length=STREAM, db_index=True)
    text = models.TextField()
    at = models.DateTimeField()
