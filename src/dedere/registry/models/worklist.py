"""Worklists: rows drawn from the journal so that a page answers without folding a file.

Nothing here is the truth: each row is a function of the journal alone, keyed by nature, so that a rebuild
gives the same rows bit for bit. No row changes with the passing day; the desk counts days.
"""

from __future__ import annotations

from django.db import models

STREAM = 32


class CaseRow(models.Model):
    """One case as the list shows it; ``position`` is where its first line stands in the journal.

    ``waiting_on`` is the State that must act next, empty where neither must; ``due``, ``rule`` and
    ``article`` are of the live clock that runs out first.
    """

    number = models.CharField(primary_key=True, max_length=STREAM)
    position = models.BigIntegerField(unique=True)
    version = models.PositiveIntegerField()
    person = models.TextField()
    name_standing = models.CharField(max_length=32)
    requesting = models.CharField(max_length=2)
    requested = models.CharField(max_length=2)
    other_number = models.TextField(blank=True)
    track = models.CharField(max_length=40, blank=True)
    stage = models.CharField(max_length=40, blank=True)
    custody = models.CharField(max_length=40, blank=True)
    waiting_on = models.CharField(max_length=2, blank=True)
    due = models.DateField(null=True)
    rule = models.CharField(max_length=64, blank=True)
    article = models.CharField(max_length=64, blank=True)
    charges = models.PositiveIntegerField()
    stays = models.PositiveIntegerField()
    undertakings = models.PositiveIntegerField()
    provisional = models.BooleanField()
    stayed = models.BooleanField()
    unassured = models.BooleanField()
    closed = models.BooleanField()
    simulated = models.BooleanField()
    opened_at = models.DateTimeField()
    changed_at = models.DateTimeField()

    class Meta:
        """An index for each filter, in the order the page walks: newest case first.

        A flag is the condition of its index and not a column of it: SQLite seeks no bare flag.
        """

        indexes = (
            models.Index(fields=["-position"], condition=models.Q(closed=False), name="case_open"),
            models.Index(fields=["-position"], condition=models.Q(provisional=True), name="case_provisional"),
            models.Index(fields=["-position"], condition=models.Q(stayed=True), name="case_stayed"),
            models.Index(fields=["-position"], condition=models.Q(unassured=True), name="case_unassured"),
            models.Index(fields=["stage", "-position"], name="case_stage"),
            models.Index(fields=["track", "-position"], name="case_track"),
            models.Index(fields=["requesting", "-position"], name="case_requesting"),
            models.Index(fields=["requested", "-position"], name="case_requested"),
            models.Index(fields=["waiting_on", "changed_at", "number"], name="case_waiting"),
            models.Index(fields=["due", "-position"], name="case_due"),
        )

    def __str__(self) -> str:
        return self.number


class WordRow(models.Model):
    """One word of a case's names and numbers, plain (no accents, lower case), to find the case by."""

    pk = models.CompositePrimaryKey("case_id", "word")
    case = models.ForeignKey(CaseRow, models.DO_NOTHING, db_constraint=False, db_index=False)
    word = models.CharField(max_length=80)

    class Meta:
        """PostgreSQL uses an index for a beginning only where told to compare byte by byte."""

        indexes = (
            models.Index(fields=["word", "case"], opclasses=["varchar_pattern_ops", ""], name="word_begins"),
        )


class ClockRow(models.Model):
    """A clock of a case, or a date an officer set (``rule`` is then ``reminder`` and ``what`` says for what).

    ``due`` is None while the clock stands still; ``live`` means that it runs and the case is open. A clock
    that ran out is ``running`` with a day in the past: the row doesn't know what day it is.
    """

    key = models.CharField(primary_key=True, max_length=48)
    case = models.ForeignKey(CaseRow, models.DO_NOTHING, db_constraint=False)
    track = models.CharField(max_length=32, blank=True)
    rule = models.CharField(max_length=64)
    instrument = models.CharField(max_length=64, blank=True)
    article = models.CharField(max_length=64, blank=True)
    checked = models.CharField(max_length=200, blank=True)
    unit = models.CharField(max_length=24, blank=True)
    of = models.PositiveIntegerField()
    state = models.CharField(max_length=16)
    live = models.BooleanField()
    start = models.DateField(null=True)
    due = models.DateField(null=True)
    paused_on = models.DateField(null=True)
    stopped_on = models.DateField(null=True)
    started_by = models.CharField(max_length=64, blank=True)
    stopped_by = models.CharField(max_length=64, blank=True)
    expiry = models.CharField(max_length=64, blank=True)
    calendar = models.CharField(max_length=64, blank=True)
    decider = models.CharField(max_length=64, blank=True)
    what = models.TextField(blank=True)

    class Meta:
        """Today asks for live clocks by the day they run out."""

        indexes = (models.Index(fields=["due", "key"], condition=models.Q(live=True), name="clock_due"),)


class ProposalRow(models.Model):
    """An act that awaits a second officer's signature."""

    key = models.CharField(primary_key=True, max_length=48)
    case = models.ForeignKey(CaseRow, models.DO_NOTHING, db_constraint=False)
    line = models.PositiveIntegerField()
    act = models.CharField(max_length=64)
    by = models.CharField(max_length=150)
    at = models.DateTimeField()

    class Meta:
        """Oldest first."""

        indexes = (models.Index(fields=["at", "key"], name="proposal_oldest"),)


class HandoverRow(models.Model):
    """One handover as the list shows it; ``incomplete`` counts the persons with a gap."""

    id = models.CharField(primary_key=True, max_length=STREAM)
    position = models.BigIntegerField(unique=True)
    version = models.PositiveIntegerField()
    title = models.TextField()
    on = models.DateField()
    place = models.TextField(blank=True)
    giving = models.CharField(max_length=2)
    receiving = models.CharField(max_length=2)
    basis = models.TextField(blank=True)
    state = models.CharField(max_length=32)
    persons = models.PositiveIntegerField()
    gaps = models.PositiveIntegerField()
    incomplete = models.PositiveIntegerField()
    taken = models.PositiveIntegerField()
    locked = models.BooleanField()
    simulated = models.BooleanField()

    class Meta:
        """Listed by day."""

        indexes = (models.Index(fields=["on"], name="handover_on"),)

    def __str__(self) -> str:
        return self.id


class ListedRow(models.Model):
    """One person on a handover's manifest."""

    key = models.CharField(primary_key=True, max_length=80)
    handover = models.ForeignKey(HandoverRow, models.DO_NOTHING, db_constraint=False)
    case = models.ForeignKey(CaseRow, models.DO_NOTHING, db_constraint=False)
    ordinal = models.PositiveIntegerField()
    person = models.TextField()
    leg = models.TextField(blank=True)
    gaps = models.PositiveIntegerField()
    state = models.CharField(max_length=32)


class EntryRow(models.Model):
    """What the ledger page lists and filters of a line, without its text."""

    position = models.BigIntegerField(primary_key=True)
    stream = models.CharField(max_length=STREAM)
    number = models.PositiveIntegerField()
    kind = models.CharField(max_length=64)
    by = models.CharField(max_length=150)
    second = models.CharField(max_length=150, blank=True)
    occurred_at = models.DateTimeField()
    recorded_at = models.DateTimeField()
    simulated = models.BooleanField()

    class Meta:
        """Filters, each in the order the page walks: newest line first."""

        indexes = (
            models.Index(fields=["stream", "-position"], name="entry_stream"),
            models.Index(fields=["kind", "-position"], name="entry_kind"),
            models.Index(fields=["by", "-position"], name="entry_by"),
            models.Index(fields=["recorded_at", "position"], name="entry_recorded"),
        )
