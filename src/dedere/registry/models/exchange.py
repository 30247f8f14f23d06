"""What passes between two States: counterparts, letters out and in, receipts; and what the sender keeps.

``CounterpartRow``, ``LetterRow``, ``InboxRow``, ``LinkRow`` and ``ReceiptRow`` are drawn from the journal,
each row from one line (a counterpart's from the few lines of its trust). The pieces hold bytes that the
journal keeps digests of. ``DispatchRow`` and ``RefusalRow`` are the machine's own: tries, leases, counts.
"""

from __future__ import annotations

from django.db import models

from dedere.registry.models.matching import DIGEST
from dedere.registry.models.worklist import STREAM

ORIGIN = 100
LETTER = 40
EVENT = 16


class CounterpartRow(models.Model):
    """Another State as it is trusted; ``awaiting`` is the line that a second officer must sign, or 0."""

    state = models.CharField(primary_key=True, max_length=2)
    origin = models.CharField(max_length=ORIGIN, blank=True)
    card = models.TextField(blank=True)
    address = models.TextField(blank=True)
    certificate = models.TextField(blank=True)
    trusted_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    awaiting = models.PositiveIntegerField()


class LetterRow(models.Model):
    """A letter that this State wrote; ``digest`` is the letter's, ``envelope`` that of the sealed bytes."""

    id = models.CharField(primary_key=True, max_length=LETTER)
    stream = models.CharField(max_length=STREAM)
    line = models.PositiveIntegerField()
    state = models.CharField(max_length=2)
    case = models.CharField(max_length=STREAM)
    sequence = models.PositiveIntegerField()
    kind = models.CharField(max_length=64)
    first = models.PositiveIntegerField()
    last = models.PositiveIntegerField()
    digest = models.CharField(max_length=DIGEST, unique=True)
    envelope = models.CharField(max_length=DIGEST)
    written_at = models.DateTimeField()
    expires_at = models.DateTimeField()

    class Meta:
        """Walked by case, and newest first by counterpart."""

        indexes = (
            models.Index(fields=["state", "case", "sequence"], name="letter_case"),
            models.Index(fields=["state", "-line"], name="letter_newest"),
            models.Index(fields=["case"], name="letter_ours"),
            models.Index(fields=["envelope"], name="letter_envelope"),
        )


class EnvelopePiece(models.Model):
    """Some bytes of a sealed envelope, in their order; gone once the letter was delivered."""

    letter = models.CharField(max_length=LETTER)
    place = models.PositiveIntegerField()
    content = models.BinaryField()

    class Meta:
        """One piece to a place."""

        constraints = (models.UniqueConstraint(fields=["letter", "place"], name="one_piece_per_place"),)


class InboxRow(models.Model):
    """A letter of the counterpart, proved and kept; ``key`` is its State and its own id."""

    key = models.CharField(primary_key=True, max_length=3 + LETTER)
    stream = models.CharField(max_length=STREAM)
    line = models.PositiveIntegerField()
    state = models.CharField(max_length=2)
    their_case = models.CharField(max_length=STREAM)
    sequence = models.PositiveIntegerField()
    kind = models.CharField(max_length=64)
    digest = models.CharField(max_length=DIGEST)
    envelope = models.CharField(max_length=DIGEST)
    taken_at = models.DateTimeField()

    class Meta:
        """The last of a case is asked for with each letter; the page walks newest first."""

        constraints = (
            models.UniqueConstraint(
                fields=["state", "their_case", "sequence"], name="one_letter_per_sequence"
            ),
        )
        indexes = (models.Index(fields=["state", "-line"], name="inbox_newest"),)


class InboxPiece(models.Model):
    """Some bytes of a document that came, opened: its letter, which part of it, in their order."""

    letter = models.CharField(max_length=3 + LETTER)
    part = models.PositiveIntegerField()
    place = models.PositiveIntegerField()
    content = models.BinaryField()

    class Meta:
        """One piece to a place."""

        constraints = (
            models.UniqueConstraint(fields=["letter", "part", "place"], name="one_piece_per_part_and_place"),
        )


class LinkRow(models.Model):
    """The counterpart's case that is a case of ours; ``key`` is its State and its number."""

    key = models.CharField(primary_key=True, max_length=3 + STREAM)
    stream = models.CharField(max_length=STREAM)
    line = models.PositiveIntegerField()
    state = models.CharField(max_length=2)
    their_case = models.CharField(max_length=STREAM)
    case = models.CharField(max_length=STREAM, db_index=True)


class ReceiptRow(models.Model):
    """A receipt, ours or the counterpart's, of a letter of the other; ``digest`` is that of its text.

    ``letter`` is the id of a letter of ours where ``ours`` is False or the event is ours to tell of our own
    letter, else the key of a letter in the inbox.
    """

    digest = models.CharField(primary_key=True, max_length=DIGEST)
    stream = models.CharField(max_length=STREAM)
    line = models.PositiveIntegerField()
    state = models.CharField(max_length=2)
    ours = models.BooleanField()
    letter = models.CharField(max_length=3 + LETTER)
    event = models.CharField(max_length=EVENT)
    rung = models.PositiveIntegerField()
    fault = models.CharField(max_length=40, blank=True)
    text = models.TextField()
    at = models.DateTimeField()

    class Meta:
        """The highest rung of a letter is asked for."""

        indexes = (models.Index(fields=["letter", "rung"], name="receipt_letter"),)


class DispatchRow(models.Model):
    """Something to be sent until it is answered: a letter by its id, or a receipt by its digest.

    ``lane`` keeps order: only the lowest open ``sequence`` of a lane is sent. ``standing`` is ``due``,
    ``held`` (refused or given up: an officer must look) or ``done``; ``lease_until`` says that a worker
    has it.
    """

    key = models.CharField(primary_key=True, max_length=DIGEST)
    receipt = models.BooleanField()
    state = models.CharField(max_length=2)
    lane = models.CharField(max_length=DIGEST)
    sequence = models.PositiveIntegerField()
    standing = models.CharField(max_length=8)
    tries = models.PositiveIntegerField(default=0)
    since = models.DateTimeField()
    next_at = models.DateTimeField()
    lease_until = models.DateTimeField(null=True)
    relayed_at = models.DateTimeField(null=True)
    said = models.CharField(max_length=40, blank=True)

    class Meta:
        """What is due is walked in order; what is open in a lane is sought; the rest is done and many."""

        indexes = (
            models.Index(fields=["next_at"], condition=models.Q(standing="due"), name="dispatch_due"),
            models.Index(fields=["since"], condition=~models.Q(standing="done"), name="dispatch_open"),
            models.Index(
                fields=["lane", "sequence"], condition=~models.Q(standing="done"), name="dispatch_lane"
            ),
        )


class RefusalRow(models.Model):
    """How many envelopes were refused in one hour; ``key`` is the file's number and the hour."""

    key = models.CharField(primary_key=True, max_length=STREAM + 16)
    stream = models.CharField(max_length=STREAM)
    hour = models.DateTimeField(db_index=True)
    count = models.PositiveIntegerField()
    unsaid = models.PositiveIntegerField()
