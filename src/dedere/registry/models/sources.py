"""Published sources that entries name as their proof."""

from __future__ import annotations

from django.db import models

from dedere.words import Source


class PublishedSource(models.Model):
    """Where a statement was published; ``date`` is ISO and may be partial (``2025-02``)."""

    id = models.CharField(primary_key=True, max_length=64)
    outlet = models.CharField(max_length=200)
    date = models.CharField(max_length=10, blank=True)
    language = models.CharField(max_length=8, blank=True)
    tier = models.CharField(max_length=32, blank=True)
    address = models.TextField(blank=True)
    title = models.TextField(blank=True)

    def __str__(self) -> str:
        return self.id

    @property
    def source(self) -> Source:
        """The source as the pure rooms know it."""
        return Source(
            id=self.id,
            outlet=self.outlet,
            date=self.date,
            language=self.language,
            tier=self.tier,
            address=self.address,
            title=self.title,
        )
