"""What two States promised each other, as lists show it; drawn from the journal like every worklist."""

from __future__ import annotations

from django.db import models

from dedere.registry.models.worklist import STREAM

WHY = 120


class AccordRow(models.Model):
    """One line of the ledger of two States.

    ``first`` is the first day on which it may have been made, ``on`` and ``until`` the days as told (partial
    where the source is); ``between``, ``by`` and ``awaited`` are States with a space between two, ``awaited``
    the givers who have not said that it is kept or broken, by ``due``. ``reading`` and ``why`` are computed
    from both columns when the row is drawn: they stand in no line of the journal. ``awaiting`` is the line
    that awaits a second officer, 0 where none does.
    """

    number = models.CharField(primary_key=True, max_length=STREAM)
    position = models.BigIntegerField(unique=True)
    version = models.PositiveIntegerField()
    kind = models.CharField(max_length=16)
    area = models.CharField(max_length=32)
    first = models.DateField()
    on = models.CharField(max_length=10)
    until = models.CharField(max_length=10, blank=True)
    between = models.CharField(max_length=5)
    by = models.CharField(max_length=5, blank=True)
    beneficiary = models.CharField(max_length=2, blank=True)
    at = models.CharField(max_length=STREAM, blank=True)
    en = models.TextField()
    es = models.TextField()
    due = models.DateField(null=True)
    every = models.PositiveIntegerField()
    awaited = models.CharField(max_length=5, blank=True)
    reading = models.CharField(max_length=24)
    why = models.CharField(max_length=WHY, blank=True)
    apart = models.BooleanField()
    figure = models.CharField(max_length=48, blank=True)
    awaiting = models.PositiveIntegerField()
    simulated = models.BooleanField()

    class Meta:
        """Listed by day, the latest first; sought by the day they fall due."""

        indexes = (
            models.Index(fields=["-first", "-number"], name="accord_first"),
            models.Index(fields=["due", "number"], condition=models.Q(due__isnull=False), name="accord_due"),
        )

    def __str__(self) -> str:
        return self.number


class ColumnRow(models.Model):
    """One side's column of one accord: its latest word and its signature to the text as it stands.

    ``line`` is where the word stands in the file, 0 where the side has said nothing; ``published`` that it
    was taken from what the side published; ``sources`` are ids, a space between two.
    """

    key = models.CharField(primary_key=True, max_length=STREAM + 3)
    accord = models.CharField(max_length=STREAM)
    side = models.CharField(max_length=2)
    position = models.CharField(max_length=16)
    on = models.DateField(null=True)
    line = models.PositiveIntegerField()
    published = models.BooleanField()
    sources = models.TextField(blank=True)
    signed_on = models.DateField(null=True)
    signed_published = models.BooleanField()

    class Meta:
        """Read by accord; counted by side and position."""

        indexes = (
            models.Index(fields=["accord", "side"], name="column_accord"),
            models.Index(fields=["side", "position"], name="column_position"),
        )
