"""The checkpoints that are kept: ours with their cosignatures, and the last of each other State's."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from dedere.registry.models import CheckpointRow, CounterpartRow, WitnessedRow
from dedere.seal import checkpoint, trust
from dedere.seal.checkpoint import Checkpoint
from dedere.seal.note import Verifier
from dedere.seal.trust import Card
from dedere.seal.verifier import JOURNAL, WITNESS, Key


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """How far this journal is signed, and cosigned by another State; 0 and None where it never was."""

    signed: int = 0
    signed_at: datetime | None = None
    cosigned: int = 0
    cosigned_at: datetime | None = None


def standing() -> Standing:
    """Return how far this journal is signed and cosigned."""
    last, cosigned = latest(), _cosigned()
    return Standing(
        signed=last.size if last else 0,
        signed_at=last.signed_at if last else None,
        cosigned=cosigned.size if cosigned else 0,
        cosigned_at=cosigned.cosigned_at if cosigned else None,
    )


def latest() -> CheckpointRow | None:
    """Return the last checkpoint that was signed here."""
    return CheckpointRow.objects.order_by("-size").first()


def notes() -> Iterator[tuple[int, str]]:
    """Yield each checkpoint's size and note, the shortest first."""
    return iter(CheckpointRow.objects.order_by("size").values_list("size", "note"))


def keep(signed: str, said: Checkpoint, *, at: datetime) -> None:
    """Keep a checkpoint that was signed here."""
    CheckpointRow.objects.create(size=said.size, note=signed, signed_at=at)


def cosigned(size: int, line: str, witnesses: tuple[Verifier, ...]) -> datetime | None:
    """Keep a witness's line under a checkpoint; None where there is none, or the line proves nothing."""
    row = CheckpointRow.objects.filter(size=size).first()
    if row is None or (at := checkpoint.cosigned_at(row.note + line, witnesses)) is None:
        return None
    if line not in row.note:
        CheckpointRow.objects.filter(size=size).update(note=row.note + line, cosigned_at=at)
    return at


def witnessed(origin: str) -> WitnessedRow | None:
    """Return what was last cosigned of another State's journal."""
    return WitnessedRow.objects.filter(origin=origin).first()


def all_witnessed() -> tuple[WitnessedRow, ...]:
    """Return what was last cosigned of every other State's journal."""
    return tuple(WitnessedRow.objects.order_by("state"))


def witness(said: Checkpoint, signed: str, state: str, *, at: datetime) -> None:
    """Keep a checkpoint of another State's that was cosigned here."""
    told = {"state": state, "size": said.size, "note": signed, "cosigned_at": at, "refused": ""}
    WitnessedRow.objects.update_or_create(origin=said.origin, defaults={**told, "refused_at": None})


def refuse(origin: str, code: str, *, at: datetime) -> None:
    """Keep that what another State showed of its journal was refused, until it shows what goes on."""
    WitnessedRow.objects.filter(origin=origin).update(refused=code, refused_at=at)


def keys_of(card: Card) -> tuple[Key, ...]:
    """Return every key that ever signed our checkpoints or could cosign them, ended or not."""
    theirs = CounterpartRow.objects.exclude(card="").exclude(origin=card.origin)
    cards = (trust.kept(told) for told in theirs.values_list("card", flat=True))
    witnesses = (verifier for each in cards for verifier, _ in each.signing)
    ours = (Key(verifier.name, JOURNAL, verifier.raw) for verifier, _ in card.signing)
    return (*ours, *(Key(verifier.name, WITNESS, verifier.raw) for verifier in witnesses))


def _cosigned() -> CheckpointRow | None:
    return CheckpointRow.objects.exclude(cosigned_at=None).order_by("-size").first()
