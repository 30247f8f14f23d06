"""The journal: every line of every case and handover, in the order it was recorded."""

from __future__ import annotations

from django.db import models


class JournalLine(models.Model):
    """One line, stored as the exact text that was hashed; never changed, never removed.

    ``position`` runs 1, 2, 3 … over the whole journal and ``number`` over one stream;
    neither has gaps. ``digest`` is the SHA-256 of ``previous``, the place and the text.
    Triggers refuse UPDATE and DELETE, and an INSERT anywhere but at the end.
    """

    position = models.BigIntegerField(primary_key=True)
    stream = models.CharField(max_length=32)
    number = models.PositiveIntegerField()
    text = models.TextField()
    previous = models.CharField(max_length=64)
    digest = models.CharField(max_length=64)

    class Meta:
        """One line for each number of a stream."""

        constraints = (models.UniqueConstraint(fields=["stream", "number"], name="one_line_per_number"),)

    def __str__(self) -> str:
        return f"{self.stream}/{self.number}"
