"""The journal: every line of every case and handover, in the order it was recorded."""

from __future__ import annotations

from django.db import models

from dedere.seal.tree import HASH


class JournalLine(models.Model):
    """One line, stored as the exact text that was committed to; never changed, never removed.

    ``position`` runs 1, 2, 3 … over the whole journal and ``number`` over one stream;
    neither has gaps. ``nodes`` is the line's leaf in the journal's tree and then every node
    that it completes, 32 bytes each (``seal.tree``). ``salt`` is 16 bytes of chance.
    Triggers refuse DELETE, an INSERT anywhere but at the end, and every UPDATE but one: where
    a court had a line's text erased, text and salt are empty and ``commitment`` stays.
    """

    position = models.BigIntegerField(primary_key=True)
    stream = models.CharField(max_length=32)
    number = models.PositiveIntegerField()
    text = models.TextField()
    salt = models.BinaryField()
    nodes = models.BinaryField()
    commitment = models.BinaryField(null=True)

    class Meta:
        """One line for each number of a stream."""

        constraints = (models.UniqueConstraint(fields=["stream", "number"], name="one_line_per_number"),)

    @property
    def leaf(self) -> str:
        """The line's leaf in the journal's tree, in hex: what every proof of it begins with."""
        return bytes(self.nodes[:HASH]).hex()

    def __str__(self) -> str:
        return f"{self.stream}/{self.number}"
